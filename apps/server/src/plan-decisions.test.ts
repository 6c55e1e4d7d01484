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
