import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ownCaller } from '@kuashan/store/database/caller.ts'
import { newId } from '@kuashan/store/database/new-id.ts'
import { freePort } from '@kuashan/store/embedded/free-port.ts'
import { openStore } from '@kuashan/store/open-store.ts'
import { countiesHere } from '@kuashan/store/queries/counties-here.ts'
import { mapSource } from '@kuashan/store/queries/kept-whole.ts'
import { listPlans } from '@kuashan/store/queries/plans.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kuashan } from './run-kuashan.ts'

const example = fileURLToPath(new URL('../examples/three-valleys', import.meta.url))
let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'start-'))
  await chmod(data, 0o755)
  await cp(example, join(data, 'demo-county'), { recursive: true })
})
afterAll(() => rm(data, { recursive: true, force: true }))

test('start goes from a county folder to an office with a plan that is published', async () => {
  const port = `${await freePort()}`
  const args = ['start', '--port', port, '--budget', '20it', '--workers', '1']
  const env = { KUASHAN_DATA: data, DATABASE_URL: '' }
  const { code, out, err } = await kuashan(args, { env, signalWhen: /Ctrl-C ends/ })
  expect({ code, err }).toMatchObject({ code: 0 })
  expect(out).toContain('passed the independent check')
  expect(out.match(/\/link#331199000000\.\S{20,}/g)).toHaveLength(5)
  const store = await openStore({ folder: join(data, 'store') })
  try {
    const [county] = await countiesHere(store)
    const seen = { ...ownCaller(county!.county, 'console'), role: 'planner' } as const
    const plans = await store.as({ ...seen, purpose: 'planning' }, listPlans)
    expect(plans.map(({ step }) => step)).toEqual(['published'])
    const shown = { approval: '浙S(2025)12号', maker: '', minZoom: 0, maxZoom: 14 }
    const source = { kind: 'file' as const, file: 'county.mbtiles', ...shown }
    const caller = { ...seen, role: 'administrator' as const, account: newId() }
    await store.as(caller, (access) => mapSource.save(access, source, 0))
  } finally {
    await store.close()
  }
  const folder = join(data, 'demo-county')
  const page = join(folder, 'results', 'report', 'report.zh.html')
  expect(await readFile(page, 'utf8')).not.toContain('审图号')
  const plan = join(folder, 'results', 'plan.json')
  const reported = await kuashan(['report', folder, plan, '--format', 'html'], { env })
  expect(reported).toMatchObject({ code: 0 })
  expect(await readFile(page, 'utf8')).toContain('审图号：浙S(2025)12号')
}, 240_000)
