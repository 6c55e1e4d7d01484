import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { routes } from '@kuashan/contract/routes.ts'
import { embeddedStore, type TestStore } from '@kuashan/store/store.fixture.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, ended, type Office, openOffice } from './office.fixture.ts'

let store: TestStore
let office: Office
let planner: Caller
let county: string
beforeAll(async () => {
  store = await embeddedStore()
  office = await openOffice(store)
  county = office.county
  planner = await office.as('planner')
}, 120_000)
afterAll(() => office.close())

const read = () => planner(routes.counties.get, { params: { county } })
const ready = async () => (await office.app.inject('/ready')).statusCode

test('the database killed: calls are told so with a code; it comes back by itself, and work that was under way is done', async () => {
  const body = { name: '春季方案', mode: 'least-cost', seconds: 4, seed: 1 } as const
  const { data: asked } = await planner(routes.plans.start, { params: { county }, body })
  const state = async () =>
    (await planner(routes.jobs.get, { params: { county, job: asked.id } })).data.state
  while ((await state()) !== 'running') await new Promise((resolve) => setTimeout(resolve, 50))
  const [line] = (await readFile(join(store.folder, 'database', 'postmaster.pid'), 'utf8')).split(
    '\n',
  )
  process.kill(Number(line), 'SIGKILL')

  const refused = await read()
  expect([refused.status, refused.code]).toEqual([503, 'database-away'])
  expect(await ready()).toBe(503)
  const write = await planner(routes.scenarios.create, {
    params: { county },
    body: { name: '晚了', changes: [] },
  })
  expect([write.status, write.code]).toEqual([503, 'database-away'])

  while ((await ready()) !== 200) await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await read()).status).toBe(200)
  const { data: scenarios } = await planner(routes.scenarios.list, { params: { county } })
  expect(scenarios).toEqual([])
  expect(await ended(planner, county, asked.id)).toMatchObject({ state: 'done', findings: [] })
  const { data: plans } = await planner(routes.plans.list, { params: { county } })
  expect(plans.map(({ name }) => name)).toEqual([body.name])
}, 120_000)
