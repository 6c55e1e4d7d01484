import { routes } from '@kuashan/contract/routes.ts'
import type { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, ended, type Office, openOffice } from './office.fixture.ts'

let office: Office
let planner: Caller
let county: string
let plan: string
beforeAll(async () => {
  office = await openOffice()
  county = office.county
  planner = await office.as('planner')
  const body = { name: '春季方案', mode: 'least-cost', seconds: 1, seed: 1 } as const
  const { data } = await planner(routes.plans.start, { params: { county }, body })
  plan = (await ended(planner, county, data.id)).result!
}, 120_000)
afterAll(() => office.close())

const full = () => planner(routes.plans.get, { params: { county, plan }, query: {} })
const difference = (query: { version?: number; from?: string; fromVersion?: number }) =>
  planner(routes.planDifferences.get, { params: { county, plan }, query })

describe('a plan changed by hand', () => {
  test('a new plan has no version before it', async () => {
    const said = await difference({})
    expect([said.status, said.code]).toEqual([404, 'store-not-found'])
  })

  test('a village is served otherwise, tried and saved, and the two versions are told apart', async () => {
    const before = await full()
    const { assignments, stops } = before.data.plan
    const served = assignments.find((a) => a.mode === 'vehicle')!
    const { settlement, service } = served
    const edits: PlanEdit[] = [{ do: 'change-mode', settlement, service, to: { mode: 'fixed' } }]
    const tried = await planner(routes.planEdits.try, { params: { county, plan }, body: { edits } })
    expect(tried.status).toBe(200)
    const saved = await planner(routes.planEdits.edit, {
      params: { county, plan },
      body: { edits, note: '改为固定' },
      version: before.version,
    })
    expect(saved.data.plan.assignments).not.toContainEqual(served)
    const { data } = await difference({})
    expect([data.from.version, data.to.version]).toEqual([
      before.data.line.documentVersion,
      saved.data.line.documentVersion,
    ])
    const here = data.places.find((place) => place.settlement === settlement)!
    const told = here.services.find((one) => one.service === service)!
    expect(told.before.modes).toContain('vehicle')
    expect(told.after.modes).not.toContain('vehicle')
    expect(told.before.places).toContain(stops.find((s) => s.id === served.place)!.settlement)
    expect(data.before.costs).toEqual(before.data.plan.costs.plan)
    expect(data.after.costs).toEqual(saved.data.plan.costs.plan)
    const same = await difference({
      version: data.from.version,
      from: plan,
      fromVersion: data.from.version,
    })
    expect(same.data.places).toEqual([])
  })

  test('a site that keeps a vehicle is not closed; what is refused is said and nothing is saved', async () => {
    const before = await full()
    const { data } = await planner(routes.territory.resources, { params: { county } })
    const edits: PlanEdit[] = [{ do: 'close-site', facility: data.vehicles[0]!.depot }]
    const said = await planner(routes.planEdits.try, { params: { county, plan }, body: { edits } })
    expect([said.status, said.code]).toEqual([422, 'edit-site-is-depot'])
    expect((await full()).version).toBe(before.version)
  })
})

describe('an objection', () => {
  const objections = async () =>
    (await planner(routes.plans.objections, { params: { county, plan } })).data
  const made = async () => {
    const { data } = await planner(routes.plans.road, { params: { county, plan } })
    const body = { village: data.notices[0]!.village, body: '来得太少' }
    await planner(routes.plans.object, { params: { county, plan }, body })
    return (await objections()).at(-1)!
  }
  const answer = (one: { id: string; version: number }, body: object) =>
    planner(routes.plans.answerObjection, {
      params: { county, plan, objection: one.id },
      body: { text: '已够底线', accepted: false, ...body } as never,
      version: String(one.version),
    })

  test('is answered with the price and the displaced that a trial found, kept as their source', async () => {
    const objection = await made()
    const { data } = await full()
    const [tour] = data.plan.tours
    const { id: visit, stop } = tour!.visits[0]!
    const edits: PlanEdit[] = [{ do: 'drop-visit', visit }]
    const tried = await planner(routes.planEdits.try, { params: { county, plan }, body: { edits } })
    const figures = { priceFen: 100, displaced: [] }
    expect((await answer(objection, { ...figures, basis: { by: 'trial', edits } })).status).toBe(
      204,
    )
    const [answered] = (await objections()).slice(-1)
    expect(answered).toMatchObject({ priceFen: 100, displaced: [], answer: '已够底线' })
    expect(answered!.source).toEqual({
      by: 'trial',
      edits,
      documentVersion: data.line.documentVersion,
      priceFen: tried.data.after.costs.cashFen - tried.data.before.costs.cashFen,
      displaced: [...new Set(tried.data.losing.map((need) => need.settlement))].sort(),
    })
    expect(data.plan.stops.map((one) => one.id)).toContain(stop)
  })

  test('is answered by hand only where it is said how, and never with nothing', async () => {
    const objection = await made()
    const figures = { priceFen: 0, displaced: [] }
    expect((await answer(objection, figures)).status).toBe(400)
    expect((await answer(objection, { ...figures, basis: { by: 'hand', how: ' ' } })).status).toBe(
      400,
    )
    expect((await answer(objection, { basis: { by: 'hand', how: '按油费' } })).status).toBe(400)
    const unknown = { by: 'trial', edits: [{ do: 'drop-visit', visit: 'none' }] }
    const refused = await answer(objection, { ...figures, basis: unknown })
    expect([refused.status, refused.code]).toEqual([422, 'edit-unknown-visit'])
    expect((await objections()).at(-1)!.answer).toBeNull()
    const basis = { by: 'hand', how: '按油费' }
    expect((await answer(objection, { ...figures, basis })).status).toBe(204)
    expect((await objections()).at(-1)!.source).toEqual(basis)
  })
})

describe('tours on the map', () => {
  test('take the roads from depot to stops and home; each leg is drawn once', async () => {
    const { data } = await full()
    const said = await planner(routes.plans.tourRoads, { params: { county, plan }, query: {} })
    const { legs, tours } = said.data
    expect(tours.map((one) => one.tour).sort()).toEqual(data.plan.tours.map((t) => t.id).sort())
    expect(new Set(legs.map((leg) => `${leg.from} ${leg.to}`)).size).toBe(legs.length)
    for (const { line } of legs) expect(line!.length).toBeGreaterThan(1)
    const [tour] = data.plan.tours
    const query = { date: tour!.date, vehicle: tour!.vehicle }
    const one = await planner(routes.plans.tourRoads, { params: { county, plan }, query })
    expect(one.data.tours.map((drawn) => drawn.tour)).toEqual([tour!.id])
    const driven = one.data.tours[0]!.legs.map((k) => one.data.legs[k]!)
    expect(driven[0]!.from).toBe(driven.at(-1)!.to)
  })
})

describe('planning', () => {
  const begin = async (name: string) => {
    const body = { name, mode: 'least-cost', seconds: 3600, seed: 1 } as const
    return (await planner(routes.plans.start, { params: { county }, body })).data.id
  }
  const look = async (job: string) =>
    (await planner(routes.jobs.get, { params: { county, job } })).data
  /** Until a first plan has been found. */
  const improving = async (job: string) => {
    for (;;) {
      const now = await look(job)
      if (now.improvements.length > 0 || now.endedAt !== null) return now
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const named = async (name: string) =>
    (await planner(routes.plans.list, { params: { county } })).data.filter((p) => p.name === name)

  test('tells of better plans while it runs, and stopped it keeps the best, checked', async () => {
    const job = await begin('停下的')
    const seen = await improving(job)
    expect(seen.state).toBe('running')
    const params = { county, job }
    expect((await planner(routes.jobs.finish, { params })).status).toBe(204)
    expect((await look(job)).finishing).toBe(true)
    const done = await ended(planner, county, job)
    expect(done.state).toBe('done')
    const [line] = await named('停下的')
    expect(line).toMatchObject({ id: done.result, verdict: 'valid', step: 'draft' })
    const best = done.improvements.at(-1)!
    expect([best.costs, best.missed]).toEqual([line!.costs.plan, line!.missed])
    const rank = done.improvements.map((i) => [i.peopleMissed, i.costs.cashFen])
    expect(rank).toEqual([...rank].sort((a, b) => b[0]! - a[0]! || b[1]! - a[1]!))
    expect((await planner(routes.jobs.finish, { params })).status).toBe(404)
  }, 120_000)

  test('cancelled keeps nothing', async () => {
    const job = await begin('取消的')
    await improving(job)
    expect((await planner(routes.jobs.cancel, { params: { county, job } })).status).toBe(204)
    expect((await ended(planner, county, job)).state).toBe('cancelled')
    expect(await named('取消的')).toEqual([])
  }, 120_000)
})
