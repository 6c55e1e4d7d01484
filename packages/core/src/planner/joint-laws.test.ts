import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineFacility, standard } from '../access/line-county.fixture.ts'
import { checkPlan } from '../check/check-plan.ts'
import type { Plan } from '../plan/plan.ts'
import { type LinePlan, linePlan } from './line-plan.fixture.ts'
import { makePlan } from './make-plan.ts'
import type { PlanOptions } from './plan-options.ts'
import { solveTours } from './tours/solve-tours.ts'

const plan = async (made: LinePlan, more: Partial<PlanOptions> = {}): Promise<Plan> => {
  const options: PlanOptions = {
    mode: 'least-cost',
    seed: 1,
    iterations: 200,
    workers: 1,
    stop: (k) => k >= 200,
    milp: solveMilpHere,
    solveTours,
    ...more,
  }
  return (await makePlan({ ...made, dataHash: 'hash' }, options)).plan
}

const school = (x: number, capitalFen: number): LineFacility => ({
  id: `F-school${x}`,
  x,
  kind: 'primarySchool',
  state: 'vacant',
  conversions: [
    {
      toKind: 'villageClinic',
      capitalFen,
      yearCostFen: 500_000,
      lifeYears: 20,
      staffHoursYear: 100,
    },
  ],
})

const staffMember = (weeklyHours: number, k: number) => ({
  id: `staff-${k}`,
  post: k === 0 ? 'driver' : 'doctor',
  weeklyHours,
  employer: 'F-centre',
  provenance: { method: 'entered' },
})

/** Counties with few staff hours, little money in the funds, and more places than can be served. */
const tight = fc.record({
  xs: fc.uniqueArray(fc.integer({ min: 16, max: 70 }), { minLength: 2, maxLength: 4 }),
  hours: fc.integer({ min: 4, max: 40 }),
  capital: fc.integer({ min: 500_000, max: 4_000_000 }),
  funds: fc.array(fc.integer({ min: 0, max: 4_000_000 }), { minLength: 1, maxLength: 2 }),
  mode: fc.constantFrom('least-cost' as const, 'most-need' as const),
  budgetFen: fc.integer({ min: 500_000, max: 6_000_000 }),
})

type Tight = typeof tight extends fc.Arbitrary<infer T> ? T : never

const countyOf = ({ xs, hours, capital, funds, budgetFen }: Tight): LinePlan => {
  const made = linePlan(
    xs.map((x, k) => ({ id: `S${k}`, x, people: 60 + 10 * k })),
    [
      { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' },
      school(xs[0]!, capital),
      school(xs[1]! + 1, capital),
    ],
    {
      standards: [
        standard('MED-01', 'minVisitsPerVillageYear', 24),
        standard('MED-02', 'minServicesPerPersonYear', 12),
        standard('MED-01', 'maxTravelMin', 30),
      ],
      vehicles: [{ id: 'van', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 }],
      staff: [hours, hours, hours].map(staffMember),
      settings: { budgetFen },
    },
  )
  return {
    ...made,
    county: {
      ...made.county,
      funds: funds.map((amountFen, k) => ({
        id: `fund-${k}`,
        name: `fund ${k}`,
        amountFen,
        basicOnly: k === 0,
        services: [],
        domains: [],
        use: 'capital' as const,
      })),
    },
  }
}

/** Schools that could become clinics of 1,500 hours a year each, few free posts, and a village doctor elsewhere with hours to spare. */
const tightPosts = fc.record({
  xs: fc.uniqueArray(fc.integer({ min: 31, max: 90 }), { minLength: 2, maxLength: 3 }),
  free: fc.integer({ min: 0, max: 2 }),
  spareHours: fc.integer({ min: 20, max: 80 }),
  licensed: fc.boolean(),
})

function countyWithPosts({
  xs,
  free,
  spareHours,
  licensed,
}: typeof tightPosts extends fc.Arbitrary<infer T> ? T : never): LinePlan {
  const clinics = xs.map((x) => {
    const one = school(x, 100_000)
    const [conversion] = one.conversions as { staffHoursYear: number }[]
    return { ...one, conversions: [{ ...conversion, staffHoursYear: 1_500 }] }
  })
  const made = linePlan(
    xs.map((x, k) => ({ id: `S${k}`, x, people: 60 + 10 * k })),
    [
      { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' },
      { id: 'F-spare', x: 300, kind: 'villageClinic' },
      ...clinics,
    ],
    {
      standards: [standard('MED-01', 'maxTravelMin', 20)],
      vehicles: [],
      staff: [
        {
          ...staffMember(spareHours, 1),
          post: 'villageDoctor',
          employer: 'F-spare',
          ...(licensed ? { licencePlace: 'F-spare' } : {}),
        },
      ],
      settings: { posts: { villageDoctor: free + 1 } },
    },
  )
  return made
}

describe('laws of the joint plan', () => {
  it('staff hours, funds and the budget balance, by the independent checker', async () => {
    const seen = { cut: 0, built: 0 }
    await fc.assert(
      fc.asyncProperty(tight, async (of) => {
        const made = countyOf(of)
        const found = await plan(made, { mode: of.mode })
        const { findings, verdict } = checkPlan({ ...made, plan: found })
        const faults = findings.filter((f) => f.severity === 'error')
        expect(faults).toEqual([])
        expect(verdict).toBe('valid')
        for (const fund of made.county.funds)
          expect(found.costs.plan.capitalFen[fund.id] ?? 0).toBeLessThanOrEqual(fund.amountFen)
        if (of.mode === 'most-need')
          expect(found.costs.plan.cashFen).toBeLessThanOrEqual(of.budgetFen)
        if (found.shortages.some((s) => s.reason === 'staff')) seen.cut += 1
        if (found.sites.some((s) => s.action === 'convert')) seen.built += 1
      }),
      { numRuns: 15 },
    )
    expect(seen.cut).toBeGreaterThan(0)
    expect(seen.built).toBeGreaterThan(0)
  })

  it('posts filled are no more than authorised, moved hours count once at home, and no licence is broken', async () => {
    const seen = { posts: 0, moved: 0, held: 0 }
    await fc.assert(
      fc.asyncProperty(tightPosts, async (of) => {
        const made = countyWithPosts(of)
        const found = await plan(made)
        const { findings } = checkPlan({ ...made, plan: found })
        expect(findings.filter((f) => f.severity === 'error')).toEqual([])
        const opened = found.sites.filter((s) => s.action === 'convert')
        const filled = opened.reduce(
          (n, { staff }) => n + (staff?.by === 'posts' ? staff.posts : 0),
          0,
        )
        expect(filled).toBeLessThanOrEqual(of.free)
        const leaving = opened.reduce(
          (sum, { staff, staffHoursYear }) => sum + (staff?.by === 'moved' ? staffHoursYear : 0),
          0,
        )
        // One village doctor at the spare clinic, bound to it by a licence or not.
        const spare = (of.spareHours * 365) / 7
        expect(leaving).toBeLessThanOrEqual(of.licensed ? 0 : spare + 1e-6)
        for (const { staff } of opened) expect(staff).toBeDefined()
        if (filled > 0) seen.posts += 1
        if (leaving > 0) seen.moved += 1
        if (opened.length < of.xs.length) seen.held += 1
      }),
      { numRuns: 15 },
    )
    expect(Object.values(seen).every((n) => n > 0)).toBe(true)
  })

  it('rows in another order give the same plan, down to what each department bears', async () => {
    await fc.assert(
      fc.asyncProperty(tight, async (of) => {
        const made = countyOf(of)
        const { county } = made
        const turned: LinePlan = {
          ...made,
          county: {
            ...county,
            settlements: [...county.settlements].reverse(),
            facilities: [...county.facilities].reverse(),
            staff: [...county.staff].reverse(),
            funds: [...county.funds].reverse(),
          },
        }
        expect(await plan(turned, { mode: of.mode })).toEqual(await plan(made, { mode: of.mode }))
      }),
      { numRuns: 6 },
    )
  })

  it('what departments bear adds up to what the plan decides', async () => {
    await fc.assert(
      fc.asyncProperty(tight, async (of) => {
        const made = countyOf(of)
        const found = await plan(made)
        const nothing = await plan({ ...made, county: { ...made.county, standards: [] } })
        const cost = (p: Plan) => p.levels.find((l) => l.level === 'cost')!.value
        const borne = found.departments!.reduce((sum, d) => sum + d.fen, 0)
        // Tours are paid in whole fen, hours in hundredths.
        expect(Math.abs(borne - (cost(found) - cost(nothing)))).toBeLessThan(400)
        for (const d of found.departments!) expect(d.fen).toBeLessThanOrEqual(d.alone + 1)
      }),
      { numRuns: 6 },
    )
  })
})
