import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { oneStopTours } from '@kuashan/core/planner/line-plan.fixture.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forAll, forElders, type ShortCounty, shop, shortCounty } from './first-served.fixture.ts'
import { planned } from './planning.fixture.ts'

/** What the independent checker finds, apart from the staff that these counties don't list. */
const faults = (made: ReturnType<typeof shortCounty>, plan: Plan) =>
  checkPlan({ ...made, plan }).findings.filter(
    (f) => f.code !== 'staff-unknown' && f.severity === 'error',
  )

/** People who miss a basic service, and settlements where the other one is given by what the plan spends. */
const missed = (plan: Plan, services: readonly string[]) =>
  plan.shortages.filter((s) => services.includes(s.service)).reduce((sum, s) => sum + s.people, 0)
const basic = [forElders, forAll]
const given = (plan: Plan) => plan.assignments.filter((a) => a.service === shop).length

const placed = fc
  .uniqueArray(fc.integer({ min: 5, max: 60 }), { minLength: 2, maxLength: 3 })
  .chain((xs) =>
    fc.record({
      places: fc.tuple(
        ...xs.map((x) =>
          fc.record({ x: fc.constant(x), people: fc.integer({ min: 20, max: 200 }) }),
        ),
      ),
      floors: fc.record({
        [forElders]: fc.constantFrom(12, 24),
        [forAll]: fc.constantFrom(12, 24),
        [shop]: fc.constantFrom(12, 24, 48),
      }),
      budgetFen: fc.integer({ min: 300_000, max: 5_000_000 }),
    }),
  )

/** The same county with its non-basic floor left out. */
const withoutShop = (of: ShortCounty): ShortCounty => {
  const { [shop]: _, ...floors } = of.floors
  return { ...of, floors }
}

describe('basic before non-basic (A48)', () => {
  it('never cuts a basic service for a non-basic one, whatever the budget (A48)', async () => {
    let cuts = 0
    await fc.assert(
      fc.asyncProperty(placed, async ({ places, floors, budgetFen }) => {
        const of = {
          places,
          floors,
          school: { x: places[0]!.x, capitalFen: 0, yearCostFen: 900_000 },
        }
        const made = shortCounty({ ...of, budgetFen })
        const options = { mode: 'most-need', solveTours: oneStopTours } as const
        const plan = await planned(made, 300, options)
        expect(faults(made, plan)).toEqual([])
        const alone = await planned(shortCounty({ ...withoutShop(of), budgetFen }), 300, options)
        expect(missed(plan, basic)).toBeLessThanOrEqual(missed(alone, basic) + 1e-6)
        if (missed(plan, basic) > 0) cuts += 1
      }),
      { numRuns: 12 },
    )
    expect(cuts).toBeGreaterThan(1)
  }, 180_000)

  it('gives short days of a van to the basic service first (A48)', async () => {
    const of: ShortCounty = {
      places: [
        { x: 40, people: 180 },
        { x: 55, people: 180 },
      ],
      floors: { [forAll]: 24, [shop]: 24 },
      vanUntil: '2026-03-04',
    }
    const [plan, alone] = [
      await planned(shortCounty(of)),
      await planned(shortCounty(withoutShop(of))),
    ]
    expect(missed(alone, basic)).toBe(180)
    expect(missed(plan, basic)).toBe(180)
  })

  it('pays what is basic from money that may pay for either, and the rest from what is left (A48)', async () => {
    const of: ShortCounty = {
      places: [{ x: 50, people: 100 }],
      floors: { [forAll]: 24, [shop]: 24 },
      vanUntil: '2026-03-01',
      school: { x: 50, capitalFen: 1_000_000, yearCostFen: 0 },
      funds: [{ amountFen: 1_000_000 }],
    }
    const plan = await planned(shortCounty(of))
    expect(plan.sites.find((s) => s.facility === 'F-school')?.toKind).toBe('villageClinic')
    expect(missed(plan, basic)).toBe(0)
    expect(given(plan)).toBe(0)
    // Money that may not pay for what is basic does not have to.
    const bound = { ...of, funds: [{ amountFen: 1_000_000, services: [shop] }] }
    const other = await planned(shortCounty(bound))
    expect(other.sites.find((s) => s.facility === 'F-school')?.toKind).toBe('cooperativeShop')
    expect(missed(other, basic)).toBeGreaterThan(0)
  })

  it('never cuts a basic service for another paid from running money that may lawfully be used for it (A48)', async () => {
    const running = placed.chain((of) =>
      fc.record({
        of: fc.constant(of),
        grant: fc.integer({ min: 0, max: 1_500_000 }),
        general: fc.integer({ min: 0, max: 3_000_000 }),
      }),
    )
    const seen = { cut: 0, shop: 0 }
    await fc.assert(
      fc.asyncProperty(running, async ({ of: { places, floors }, grant, general }) => {
        const of: ShortCounty = {
          places,
          floors,
          funds: [
            { amountFen: grant, basicOnly: true, use: 'running' },
            { amountFen: general, use: 'running' },
          ],
        }
        const options = { mode: 'most-need', solveTours: oneStopTours } as const
        const made = shortCounty(of)
        const plan = await planned(made, 300, options)
        expect(faults(made, plan)).toEqual([])
        const alone = await planned(shortCounty(withoutShop(of)), 300, options)
        expect(missed(plan, basic)).toBeLessThanOrEqual(missed(alone, basic) + 1e-6)
        if (missed(plan, basic) > 0) seen.cut += 1
        if (given(plan) > 0) seen.shop += 1
      }),
      { numRuns: 8 },
    )
    expect(seen.cut).toBeGreaterThan(0)
  }, 180_000)

  it('serves what is not basic first only by a decision on record, and reports it (A48)', async () => {
    const of: ShortCounty = {
      places: [{ x: 50, people: 100 }],
      floors: { [forAll]: 24, [shop]: 24 },
      vanUntil: '2026-03-01',
      school: { x: 50, capitalFen: 0, yearCostFen: 400_000 },
      funds: [{ amountFen: 500_000, use: 'running' }],
    }
    const options = { mode: 'most-need' } as const
    const plan = await planned(shortCounty(of), 300, options)
    expect(plan.sites.find((s) => s.facility === 'F-school')?.toKind).toBe('villageClinic')
    const made = shortCounty(of)
    const record = { service: shop, reason: 'flood relief', decision: '2026-12' }
    const excepted = {
      ...made,
      county: { ...made.county, settings: { ...made.county.settings, exceptions: [record] } },
    }
    const other = await planned(excepted, 300, options)
    const findings = checkPlan({ ...excepted, plan: other }).findings
    expect(findings.find((f) => f.code === 'exception-recorded')?.facts).toEqual(record)
    expect(missed(other, [forAll, shop])).toBe(100)
  })
})
