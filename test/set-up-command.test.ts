import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@kuashan/store/open-store.ts'
import { countiesHere } from '@kuashan/store/queries/counties-here.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kuashan } from './run-kuashan.ts'

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'set-up-'))
  await chmod(data, 0o755)
})
afterAll(() => rm(data, { recursive: true, force: true }))

test('an empty county is set up once, with a one-time link for each seat', async () => {
  const env = { KUASHAN_DATA: data }
  const wrong = await kuashan(['set-up', '--code', '33', '--name', 'x'], { env })
  expect(wrong).toMatchObject({ code: 2 })
  expect(wrong.err).toContain('6 or 12 digits')

  const named = [
    'set-up',
    '--code',
    '331198',
    '--name',
    '五溪县',
    '--address',
    'https://office.test',
  ]
  const made = await kuashan(named, { env })
  expect(made).toMatchObject({ code: 0 })
  expect(made.out.match(/https:\/\/office\.test\/link#331198000000\.\S{20,}/g)).toHaveLength(5)

  const again = await kuashan(named, { env })
  expect(again).toMatchObject({ code: 0 })
  expect(again.out).toContain('nothing was changed')
  const store = await openStore({ folder: join(data, 'store') })
  expect(await countiesHere(store)).toMatchObject([{ county: '331198000000', head: null }])
  await store.close()
}, 180_000)
