import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineFacility, standard } from '../access/line-county.fixture.ts'
import { supplyOfPlan } from '../access/supply-of-plan.ts'
import { checkPlan } from '../check/check-plan.ts'
import type { Plan, SiteDecision } from '../plan/plan.ts'
import type { PlanEdit } from '../plan/plan-edit.ts'
import { Fund } from '../resources/fund.ts'
import { changeText } from '../words/explain/explain-need.ts'
import { applyEdits } from './edit/apply-edits.ts'
import { editBase } from './edit/edit-base.ts'
import { lineWorld } from './explain/line-world.fixture.ts'
import { whyNotServed } from './explain/why-not-served.ts'
import { type LinePlan, linePlan } from './line-plan.fixture.ts'

/** Open among the villages with its own service alone; upgraded it gives meals too. */
const clinic = (conversions: readonly object[]): LineFacility => ({
  id: 'F-clinic',
  x: 20,
  kind: 'villageClinic',
  services: ['MED-01'],
  conversions: [...conversions],
})
const today = { yearCostFen: 300_000, staffHoursYear: 50 }
const upgraded = {
  toKind: 'villageClinic',
  services: ['ELD-01'],
  capacityYear: { 'ELD-01': 9000 },
  capitalFen: 900_000,
  yearCostFen: 500_000,
  lifeYears: 10,
  staffHoursYear: 250,
}
const school = (capitalFen: number): LineFacility => ({
  id: 'F-school',
  x: 21,
  kind: 'primarySchool',
  state: 'vacant',
  conversions: [{ toKind: 'mealPoint', capitalFen, yearCostFen: 200_000, staffHoursYear: 100 }],
})

const fund = (amountFen: number) =>
  Fund.parse({ id: 'grant', name: 'grant', amountFen, use: 'capital', domains: [] })

function countyOf(facilities: readonly LineFacility[], funds: readonly Fund[] = []): LinePlan {
  const made = linePlan(
    [18, 20, 23].map((x, k) => ({ id: `S${k}`, x, people: 100 })),
    facilities,
    { standards: [standard('ELD-01', 'maxTravelMin', 30)], vehicles: [] },
  )
  made.county.facilities = made.county.facilities.map((f) =>
    f.id === 'F-clinic' ? { ...f, ...today } : f,
  )
  made.county.funds = [...funds]
  return made
}

const worldOf = (made: LinePlan) => lineWorld(made, { milp: solveMilpHere, iterations: 50 })
const faults = (made: LinePlan, plan: Plan) =>
  checkPlan({ ...made, plan }).findings.filter((f) => f.severity === 'error')
const decided = (plan: Plan) =>
  plan.sites.map((s) => `${s.facility} ${s.action}`).sort((a, b) => (a < b ? -1 : 1))
const cost = (plan: Plan) => plan.levels.find((l) => l.level === 'cost')!

describe('upgrades of open buildings', () => {
  it('are chosen against a new site by what each adds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 80 }), async (n) => {
        const capital = n * 200_000
        const made = countyOf([clinic([upgraded]), school(capital)])
        const { plan } = await worldOf(made)
        const [up, anew] = [90_000 + 200_000 + 200 * 3000, capital / 20 + 200_000 + 100 * 3000]
        expect(decided(plan)).toEqual(
          up < anew
            ? ['F-clinic upgrade']
            : up > anew
              ? ['F-clinic keep', 'F-school convert']
              : expect.anything(),
        )
        const standing = today.yearCostFen + today.staffHoursYear * 3000
        expect(cost(plan).value).toBe(standing + Math.min(up, anew))
        expect(cost(plan).bound!).toBeLessThanOrEqual(cost(plan).value)
        expect(plan.shortages).toEqual([])
        expect(faults(made, plan)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  it('add to what the building gives and costs today, and give the room they state', async () => {
    const made = countyOf([clinic([upgraded])], [fund(900_000)])
    const { plan } = await worldOf(made)
    expect(plan.sites).toEqual([
      {
        facility: 'F-clinic',
        action: 'upgrade',
        toKind: 'villageClinic',
        services: ['ELD-01', 'MED-01'],
        yearCostFen: 200_000,
        capitalFen: 900_000,
        fund: 'grant',
        staffHoursYear: 200,
      },
    ])
    expect(plan.costs).toMatchObject({
      today: { cashFen: 300_000, staffHours: 50 },
      plan: { cashFen: 500_000, staffHours: 250, capitalFen: { grant: 900_000 } },
    })
    const offers = supplyOfPlan(made.county, made.catalogue, plan).offers
    expect(offers.map((o) => [o.service, o.mode, o.capacityYear])).toEqual(
      expect.arrayContaining([
        ['ELD-01', 'fixed', 9000],
        ['MED-01', 'fixed', null],
      ]),
    )
  })

  it('are held by the checker against the building and its conversions', async () => {
    const made = countyOf([clinic([upgraded])])
    const { plan } = await worldOf(made)
    const codes = (change: Partial<SiteDecision>, of: LinePlan = made) =>
      checkPlan({ ...of, plan: { ...plan, sites: [{ ...plan.sites[0]!, ...change }] } })
        .findings.filter((f) => f.severity === 'error')
        .map((f) => f.code)
    expect(codes({})).toEqual([])
    expect(codes({ yearCostFen: 500_000 })).toContain('site-figures-wrong')
    expect(codes({ services: ['ELD-01', 'MED-01', 'MED-02'] })).toContain(
      'site-service-not-possible',
    )
    expect(codes({ toKind: 'elderHub' })).toContain('site-kind-not-possible')
    expect(codes({}, countyOf([clinic([])]))).toContain('site-kind-not-possible')
    expect(codes({ action: 'build' })).toContain('site-action-not-allowed')
    const vacant = countyOf([{ ...clinic([upgraded]), state: 'vacant' }])
    expect(codes({}, vacant)).toContain('site-action-not-allowed')
  })

  it('take away no service: another kind that gives less is not weighed', async () => {
    const { plan } = await worldOf(countyOf([clinic([{ ...upgraded, toKind: 'mealPoint' }])]))
    expect(decided(plan)).toEqual(['F-clinic keep'])
    expect(plan.shortages).toHaveLength(3)
  })

  it('answer why not, proved, where no fund pays for one', async () => {
    const made = countyOf([clinic([upgraded])], [fund(800_000)])
    const { world, plan } = await worldOf(made)
    expect(plan.shortages).toHaveLength(3)
    const answer = (await whyNotServed(world, plan, plan.shortages[0]!))!
    const change = answer.changes.find((c) => c.kind === 'upgrade')!
    expect(change.price).toMatchObject({ cashFen: 200_000, capitalFen: 900_000, staffHours: 200 })
    expect(changeText(change, 'en', (id) => id)).toContain('F-clinic is upgraded')
    expect(changeText(change, 'zh', (id) => id)).toContain('提升')
  })

  it('are made and undone by hand', async () => {
    const made = countyOf([clinic([upgraded]), school(0)])
    const { plan } = await worldOf(made)
    expect(decided(plan)).toContain('F-school convert')
    const base = editBase(made)
    const edited = (of: Plan, edits: readonly PlanEdit[]) => {
      const done = applyEdits(base, of, edits)
      expect(done.findings).toEqual([])
      return done.plan === null ? { plan: of, undo: [] } : done
    }
    const up = edited(plan, [{ do: 'open-site', facility: 'F-clinic' }])
    expect(decided(up.plan)).toContain('F-clinic upgrade')
    expect(faults(made, up.plan)).toEqual([])
    expect(edited(up.plan, up.undo).plan.sites).toEqual(plan.sites)
    const down = edited(up.plan, [{ do: 'close-site', facility: 'F-clinic' }])
    expect(decided(down.plan)).toContain('F-clinic keep')
    expect(edited(down.plan, down.undo).plan.sites).toEqual(up.plan.sites)
  })
})
