import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { type LineFacility, standard } from '../../access/line-county.fixture.ts'
import { random } from '../../kernel/random.ts'
import type { EqualCoverage } from '../../plan/equal-coverage.ts'
import { type LinePlan, linePlan } from '../line-plan.fixture.ts'
import { makePlan } from '../make-plan.ts'
import type { PlanOptions } from '../plan-options.ts'
import { solveTours } from '../tours/solve-tours.ts'
import { equalCoverage } from './equal-coverage.ts'

const options: PlanOptions = {
  mode: 'least-cost',
  seed: 1,
  iterations: 1200,
  workers: 1,
  stop: (k) => k >= 1200,
  milp: solveMilpHere,
  solveTours,
}

const school = (id: string, x: number, capitalFen: number): LineFacility => ({
  id,
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

const van = { id: 'van', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 }

/** A van comes to two of six places every second Monday, for as long as all who may walk there need; two buildings may be converted. */
function countyOf(seed: number): LinePlan {
  const draw = random(seed)
  const xs = Array.from({ length: 6 }, () => 14 + draw.below(50))
  const people = xs.map(() => 40 + 10 * draw.below(12))
  const made = linePlan(
    xs.map((x, k) => ({ id: `S${k}`, x, people: people[k]! })),
    [
      { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' },
      school('F-near', xs[0]!, 1_500_000 + 100_000 * draw.below(60)),
      school('F-far', xs[1]! + 1, 1_500_000 + 100_000 * draw.below(60)),
    ],
    {
      standards: [
        standard('MED-01', 'minVisitsPerVillageYear', 24),
        standard('MED-01', 'maxTravelMin', 30),
        standard('MED-02', 'minServicesPerPersonYear', 12),
      ],
      vehicles: [{ ...van, yearCostFen: 100_000 }],
    },
  )
  const due = (k: number) =>
    xs.reduce((sum, x, n) => sum + (Math.abs(x - xs[k]!) <= 2 ? people[n]! * 0.12 : 0), 0)
  const line = (k: number) => ({
    vehicle: 'van',
    settlement: `S${k}`,
    rule: { by: 'weekday' as const, weekday: 1 as const, everyWeeks: 2 },
    services: ['MED-01'],
    minutes: due(k) * 10,
  })
  const { county } = made
  const timetable = [line(2), line(3)]
  return { ...made, county: { ...county, baseline: { ...county.baseline, timetable } } }
}

async function compared(made: LinePlan): Promise<EqualCoverage> {
  const problem = { ...made, dataHash: 'hash' }
  const { plan } = await makePlan(problem, options)
  return equalCoverage(problem, plan, options)
}

const rowOf = (found: EqualCoverage, way: string) => found.rows.find((r) => r.way === way)!

describe('the joint plan at equal coverage (A56)', () => {
  const seen = { left: 0, cheaper: 0, newSites: 0 }

  it.each([2, 5, 6])(
    'is never dearer than today, all-fixed and all-mobile: county %i',
    async (seed) => {
      const found = await compared(countyOf(seed))
      for (const row of found.rows) {
        expect(row.joint.from).not.toBe('way')
        expect(row.joint.figures.value).toBeLessThanOrEqual(row.figures.value)
        const left = row.notCovered.reduce((sum, n) => sum + n.needs, 0)
        expect(row.needs + left).toBe(found.needs.met)
        if (row.joint.from === 'plan') expect(left).toBe(0)
        seen.left += left > 0 ? 1 : 0
        seen.cheaper += row.joint.figures.value < row.figures.value ? 1 : 0
      }
      expect(rowOf(found, 'all-mobile').figures.newSites).toBe(0)
      expect(rowOf(found, 'all-fixed').figures.daysOut).toBe(0)
      seen.newSites += rowOf(found, 'all-fixed').figures.newSites
      const [today, extended] = [rowOf(found, 'today'), rowOf(found, 'today-extended')]
      expect(extended.needs).toBeGreaterThanOrEqual(today.needs)
      expect(extended.figures.cashFen).toBeGreaterThanOrEqual(today.figures.cashFen)
    },
    180_000,
  )

  it('is compared with ways that leave somebody out and ways that do not', () => {
    expect(seen.left).toBeGreaterThan(0)
    expect(seen.cheaper).toBeGreaterThan(3)
    expect(seen.newSites).toBeGreaterThan(0)
  })

  it('is below all-mobile where a bus to a site that stands anyway costs less than a van', async () => {
    const made = linePlan(
      [{ id: 'S0', x: 31, people: 100 }],
      [{ id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }, school('F-near', 33, 4_000_000)],
      {
        standards: [standard('MED-01', 'minVisitsPerVillageYear', 24)],
        vehicles: [van],
        settings: {
          prices: { fuelPerKmFen: 150, staffHourFen: 3000, residentHourFen: 0, busPerKmFen: 300 },
        },
      },
    )
    const problem = { ...made, dataHash: 'hash' }
    const alone = async (ways?: PlanOptions['ways']) =>
      (await makePlan(problem, { ...options, ...(ways && { ways }) })).plan
    expect((await alone()).rides.length).toBeGreaterThan(0)
    expect((await alone('no-new-sites')).rides.length).toBeGreaterThan(0)
    const byVan = await alone('all-mobile')
    expect([byVan.rides, byVan.shortages]).toEqual([[], []])
    const mobile = rowOf(await compared(made), 'all-mobile')
    expect(mobile).toMatchObject({ needs: 1, notCovered: [], joint: { from: 'plan' } })
    expect(mobile.joint.figures.value).toBeLessThan(mobile.figures.value)
  })

  it('lets the other ways buy vehicles, and says so', async () => {
    const made = linePlan(
      [30, 34].map((x, k) => ({ id: `S${k}`, x, people: 700 })),
      [{ id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }, school('F-near', 30, 1_000_000)],
      {
        standards: [standard('MED-01', 'minVisitsPerVillageYear', 150)],
        vehicles: [{ ...van, yearCostFen: 100_000 }],
      },
    )
    const found = await compared(made)
    expect(found.needs).toEqual({ met: 2, all: 2 })
    const mobile = rowOf(found, 'all-mobile')
    expect(mobile).toMatchObject({ needs: 2, notCovered: [], figures: { newSites: 0 } })
    expect(mobile.figures.bought).toBeGreaterThan(0)
    expect(mobile.figures.cashFen).toBeGreaterThan(mobile.joint.figures.cashFen)
    expect(found.plan.bought).toBe(0)
  })
})
