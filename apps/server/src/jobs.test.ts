import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { routes } from '@kuashan/contract/routes.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Caller,
  ended,
  type Office,
  openOffice,
  seatWith,
  takeFile,
} from './office.fixture.ts'

let office: Office
let county: string
let planner: Caller
let plan: string
const planOf = (name: string, seconds: number) =>
  ({ name, mode: 'least-cost', seconds, seed: 1 }) as const
const start = async (name: string, seconds: number): Promise<string> => {
  const body = planOf(name, seconds)
  return (await planner(routes.plans.start, { params: { county }, body })).data.id
}
const named = async (name: string) =>
  (await planner(routes.plans.list, { params: { county } })).data.filter((p) => p.name === name)
const made = () => join(office.store.folder, 'cache', 'made', county)

beforeAll(async () => {
  office = await openOffice()
  county = office.county
  planner = await office.as('planner')
  plan = (await ended(planner, county, await start('第一个', 1))).result!
}, 120_000)
afterAll(() => office.close())

describe('a job', () => {
  test('that was stopped keeps nothing, and done once more it is done', async () => {
    const job = await start('停下再做', 1)
    const params = { county, job }
    await planner(routes.jobs.cancel, { params })
    expect(await ended(planner, county, job)).toMatchObject({ state: 'cancelled' })
    expect(await named('停下再做')).toEqual([])
    const again = await planner(routes.jobs.retry, { params })
    expect(again.data).toMatchObject({ id: job, state: 'waiting', endedAt: null })
    const done = await ended(planner, county, job)
    expect(done).toMatchObject({ state: 'done', findings: [] })
    expect(await named('停下再做')).toHaveLength(1)
    expect(await planner(routes.jobs.retry, { params })).toMatchObject({ status: 404 })
  })

  test('is tried again by who may stop it, and by nobody else', async () => {
    const job = await start('别人的', 1)
    const params = { county, job }
    await planner(routes.jobs.cancel, { params })
    const auditor = await office.as('auditor')
    expect(await auditor(routes.jobs.retry, { params })).toMatchObject({ status: 404 })
    expect((await planner(routes.jobs.get, { params })).data.state).toBe('cancelled')
  })

  test('of the county or of another area is hidden from whoever is bound to an area, and closed to them', async () => {
    const [here, there] = ['331199200', '331199100']
    const seat = (area: string) =>
      seatWith(office, { role: 'planner', area, purposes: ['planning'] })
    const [mine, others] = [await seat(here), await seat(there)]
    const body = { file: 'calendars.en.zip' as const }
    const made = await mine(routes.planFiles.make, { params: { county, plan }, body })
    await ended(mine, county, made.data.id)
    const whole = await start('全县的', 1)
    await planner(routes.jobs.cancel, { params: { county, job: whole } })
    for (const [call, job] of [
      [mine, whole],
      [others, whole],
      [others, made.data.id],
    ] as const) {
      const params = { county, job }
      for (const route of [routes.jobs.get, routes.jobs.watch, routes.jobs.cancel] as const)
        expect((await call(route, { params })).status).toBe(404)
      expect((await call(routes.jobs.retry, { params })).status).toBe(404)
      const listed = await call(routes.jobs.list, { params: { county }, query: {} })
      expect(listed.data.map(({ id }) => id)).not.toContain(job)
    }
    const listed = await planner(routes.jobs.list, { params: { county }, query: {} })
    expect(listed.data.map(({ id }) => id)).toContain(made.data.id)
  })
})

describe('a file of a plan', () => {
  const file = 'plan.geojson'
  const ask = (call: Caller) =>
    call(routes.planFiles.make, { params: { county, plan }, body: { file } })

  test('is made once for everybody, also for those who only look', async () => {
    const one = (await ask(planner)).data.id
    await ended(planner, county, one)
    for (const login of ['leader', 'department', 'auditor']) {
      const call = await office.as(login)
      expect((await ask(call)).data).toMatchObject({ id: one, state: 'done', begun: 1 })
      const taken = await takeFile(call, county, plan, file)
      expect(JSON.parse(taken.bytes.toString()).features.length).toBeGreaterThan(0)
    }
    expect((await readdir(made())).filter((name) => name === one)).toHaveLength(1)
  })

  test('that is on its way is not stopped by others who want it', async () => {
    const department = await office.as('department')
    const auditor = await office.as('auditor')
    const body = { file: 'report.zh.html' as const }
    const { data } = await department(routes.planFiles.make, { params: { county, plan }, body })
    const stopped = await auditor(routes.jobs.cancel, { params: { county, job: data.id } })
    expect(stopped.status).toBe(403)
    expect(await ended(department, county, data.id)).toMatchObject({ state: 'done' })
  })

  test('is made anew when it is no longer kept', async () => {
    const params = { county, plan, job: (await ask(planner)).data.id }
    await rm(made(), { recursive: true })
    const gone = await planner(routes.planFiles.made, { params })
    expect(gone).toMatchObject({ status: 410, code: 'made-file-gone' })
    expect((await takeFile(planner, county, plan, file)).status).toBe(200)
    const again = await planner(routes.jobs.get, { params })
    expect(again.data).toMatchObject({ id: params.job, begun: 2 })
  })

  test('is of its plan, and no other work is taken for one', async () => {
    const { data } = await planner(routes.jobs.list, {
      params: { county },
      query: { kind: 'plan' },
    })
    const params = { county, plan, job: data[0]!.id }
    expect((await planner(routes.planFiles.made, { params })).status).toBe(404)
  })
})
