import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@kuashan/contract/routes.ts'
import { withClient } from '@kuashan/store/database/connect.ts'
import { type TestStore, testStore } from '@kuashan/store/store.fixture.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holding, standing } from './held-tables.fixture.ts'
import { type Caller, ended, example, filesForm, setUpFor } from './office.fixture.ts'
import { type RunningServer, startServer } from './running-server.fixture.ts'

let store: TestStore
let county: string
const servers: RunningServer[] = []
beforeAll(async () => {
  store = await testStore()
  county = await setUpFor(store, example)
}, 120_000)
afterAll(async () => {
  for (const server of servers) await server.kill()
  await store.remove()
})

const start = async (): Promise<RunningServer> => {
  const server = await startServer(store, county)
  servers.push(server)
  return server
}

const planOf = (name: string) => ({ name, mode: 'least-cost', seconds: 1, seed: 1 }) as const
const startPlan = async (call: Caller, name: string): Promise<string> =>
  (await call(routes.plans.start, { params: { county }, body: planOf(name) })).data.id
const plansNamed = async (call: Caller, name: string) =>
  (await call(routes.plans.list, { params: { county } })).data.filter((p) => p.name === name)
const importsBy = async (call: Caller, source: string) =>
  (await call(routes.counties.imports, { params: { county } })).data.filter(
    (one) => one.source === source,
  )
const roadOf = (call: Caller, plan: string) => call(routes.plans.road, { params: { county, plan } })
const take = (call: Caller, plan: string, to: 'decision' | 'published', version: string) =>
  call(routes.plans.step, { params: { county, plan }, body: { to, note: '已办' }, version })

/** A plan that waits for nothing but its publication. */
async function decidedPlan(planner: Caller, leader: Caller): Promise<string> {
  const plan = (await ended(planner, county, await startPlan(planner, '春季方案'))).result!
  for (const to of ['comments', 'notice', 'objections', 'review'] as const) {
    const { data, version } = await roadOf(planner, plan)
    if (to === 'objections')
      for (const { village } of data.notices)
        await planner(routes.plans.post, {
          params: { county, plan, village },
          body: { postedOn: '2026-11-27', place: '村委会' },
        })
    const params = { county, plan }
    await planner(routes.plans.step, { params, body: { to, note: '已办' }, version })
  }
  await take(leader, plan, 'decision', (await roadOf(leader, plan)).version)
  return plan
}

function upload(call: Caller) {
  const form = filesForm({ 'settlements.csv': readFileSync(join(example, 'settlements.csv')) })
  return call(routes.counties.upload, { params: { county }, form })
}

describe('an office', () => {
  test('whose server is killed with kill −9 while it saves an import, a plan and a publication loses nothing and keeps no half', async () => {
    const server = await start()
    const [planner, leader] = [await server.as('planner'), await server.as('leader')]
    const plan = await decidedPlan(planner, leader)
    const before = await roadOf(planner, plan)
    const saving = await holding(store, 'kuashan.revision_part, kuashan.plan_version')
    const importing = (await upload(planner)).data.id
    const planning = await startPlan(planner, '夏季方案')
    await standing(saving, 2)
    const publishing = await holding(store, 'kuashan.audit_entry')
    const cut = take(leader, plan, 'published', before.version).catch(() => 'cut off')
    await standing(saving, 3)
    await server.kill()
    expect(await cut).toBe('cut off')
    await saving.end()
    await publishing.end()

    const next = await start()
    const [again, decider] = [await next.as('planner'), await next.as('leader')]
    expect(await plansNamed(again, '夏季方案')).toEqual([])
    expect(await importsBy(again, 'settlements.csv')).toEqual([])
    const road = await roadOf(again, plan)
    expect(road).toMatchObject({ version: before.version, data: before.data })
    const published = await take(decider, plan, 'published', road.version)
    expect(
      published.data.taken.map(({ to }) => to).filter((to) => to === 'published'),
    ).toHaveLength(1)

    expect(await ended(again, county, importing)).toMatchObject({ state: 'done', findings: [] })
    expect(await ended(again, county, planning)).toMatchObject({ state: 'done', findings: [] })
    expect(await importsBy(again, 'settlements.csv')).toHaveLength(1)
    expect(await plansNamed(again, '夏季方案')).toMatchObject([{ verdict: 'valid' }])
  }, 120_000)

  test('served by two processes does each job once, and the same job asked of both once', async () => {
    const both = [servers.at(-1)!, await start()]
    const [one, other] = await Promise.all(both.map((server) => server.as('planner')))
    const names = Array.from({ length: 4 }, (_, k) => `方案 ${k}`)
    const jobs = await Promise.all(
      names.map((name, k) => startPlan(k % 2 === 0 ? one! : other!, name)),
    )
    const body = { a: { of: 'today' }, b: { of: 'today' } } as const
    const asked = await Promise.all(
      [one!, other!].map((call) =>
        call(routes.comparisons.start, { params: { county }, body: structuredClone(body) }),
      ),
    )
    expect(asked[0]!.data.id).toBe(asked[1]!.data.id)
    for (const job of [...jobs, asked[0]!.data.id])
      expect(await ended(one!, county, job)).toMatchObject({ state: 'done', findings: [] })
    for (const name of names) expect(await plansNamed(other!, name)).toHaveLength(1)
    const { rows } = await withClient(store.adminUrl, (client) =>
      client.query('SELECT part FROM kuashan.job_document WHERE job = $1', [asked[0]!.data.id]),
    )
    expect(rows).toEqual([{ part: 'answer' }])
  }, 120_000)
})
