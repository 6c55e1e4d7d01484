import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { routes } from '@kuashan/contract/routes.ts'
import { freePort } from '@kuashan/store/embedded/free-port.ts'
import { embeddedStore, type TestStore } from '@kuashan/store/store.fixture.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holding, standing } from '../apps/server/src/held-tables.fixture.ts'
import { ended, example, setUpFor } from '../apps/server/src/office.fixture.ts'
import { signedInAt } from '../apps/server/src/running-server.fixture.ts'

const main = fileURLToPath(new URL('../apps/cli/src/main.ts', import.meta.url))
let data: string
let store: TestStore
let county: string
const running = new Set<ChildProcess>()
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'stop-'))
  await chmod(data, 0o755)
  store = await embeddedStore(join(data, 'store'))
  county = await setUpFor(store, example)
}, 120_000)
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await store.remove()
  await rm(data, { recursive: true, force: true })
})

/** The office as a service runs it, and its planner. */
async function serve() {
  const port = await freePort()
  const child = spawn(process.execPath, [main, 'serve', '--port', `${port}`], {
    env: { ...process.env, KUASHAN_DATA: data, LANG: 'en_US.UTF-8', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  let told = ''
  for await (const text of child.stdout) {
    told += text
    if (told.includes(`:${port}`)) break
  }
  const address = `http://127.0.0.1:${port}`
  return { child, address, planner: await signedInAt(address, county, 'planner') }
}

const planOf = { name: '停机时的方案', mode: 'least-cost', seconds: 1, seed: 1 } as const

test('an office told to stop answers what was asked, gives its work back and ends with 0; the next one takes it up', async () => {
  const { child, planner } = await serve()
  const saving = await holding(store, 'kuashan.plan_version')
  const { data: asked } = await planner(routes.plans.start, { params: { county }, body: planOf })
  const params = { county, job: asked.id }
  await standing(saving, 1)
  const watched = planner(routes.jobs.watch, { params })
  const answering = await holding(store, 'kuashan.scenario')
  const made = planner(routes.scenarios.create, {
    params: { county },
    body: { name: '停机前', changes: [{ do: 'remove-vehicle', vehicle: 'MC-1' }] },
  })
  await standing(answering, 2)
  child.kill('SIGTERM')
  const exit = once(child, 'exit')
  expect((await watched).bytes.toString()).toContain('"state":"running"')
  await answering.end()
  expect(await made).toMatchObject({ status: 200, data: { name: '停机前' } })
  expect(await exit).toEqual([0, null])
  await saving.end()

  const next = await serve()
  const job = await ended(next.planner, county, asked.id)
  expect(job).toMatchObject({ state: 'done', findings: [] })
  expect(job.begun).toBeGreaterThan(1)
  const { data: plans } = await next.planner(routes.plans.list, { params: { county } })
  expect(plans.filter(({ name }) => name === planOf.name)).toHaveLength(1)
  next.child.kill('SIGTERM')
  expect(await once(next.child, 'exit')).toEqual([0, null])
}, 240_000)
