import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { standard } from '../../access/line-county.fixture.ts'
import { checkPlan } from '../../check/check-plan.ts'
import { random } from '../../kernel/random.ts'
import type { Plan } from '../../plan/plan.ts'
import { type LinePlan, linePlan } from '../line-plan.fixture.ts'
import { makePlan } from '../make-plan.ts'
import { solveTours } from '../tours/solve-tours.ts'
import { territoriesOf } from './split-county.ts'

const west = '331101001001'
const east = '331102001001'
const villages = (...list: [id: string, x: number, division: string][]) =>
  list.map(([id, x, division], k) => ({
    id,
    x,
    people: 100,
    division: `${division.slice(0, 9)}${String(k + 1).padStart(3, '0')}`,
  }))

/** Two counties on one road; the last village of the west lies at the depot of the east. */
const made: LinePlan = linePlan(
  villages(
    ['W1', 10, west],
    ['W2', 30, west],
    ['W3', 90, west],
    ['E1', 110, east],
    ['E2', 130, east],
  ),
  [
    { id: 'F-west', x: 0, kind: 'townshipHealthCentre', division: west },
    { id: 'F-east', x: 100, kind: 'townshipHealthCentre', division: east },
    {
      id: 'F-school',
      x: 130,
      kind: 'primarySchool',
      state: 'vacant',
      division: east,
      conversions: [
        {
          toKind: 'villageClinic',
          capitalFen: 100_000,
          yearCostFen: 10_000,
          lifeYears: 20,
          staffHoursYear: 1,
        },
      ],
    },
  ],
  {
    standards: [
      standard('MED-01', 'minVisitsPerVillageYear', 24),
      standard('MED-01', 'maxTravelMin', 10),
    ],
    vehicles: [
      { id: 'van-west', depot: 'F-west', costPerDayFen: 30_000, costPerKmFen: 200 },
      { id: 'van-east', depot: 'F-east', costPerDayFen: 30_000, costPerKmFen: 200 },
    ],
  },
)

const planned = async ({ county, catalogue, travel }: LinePlan, mostInOnePiece: number) =>
  (
    await makePlan(
      { county, catalogue, travel, dataHash: 'hash' },
      {
        mode: 'least-cost',
        seed: 1,
        iterations: 600,
        workers: 1,
        stop: (k) => k >= 600,
        milp: solveMilpHere,
        solveTours,
        mostInOnePiece,
      },
    )
  ).plan

const faults = (plan: Plan, of: LinePlan = made) =>
  checkPlan({ ...of, plan }).findings.filter((f) => f.code !== 'staff-unknown')

describe('a city planned territory by territory', () => {
  it('every village belongs to the nearest depot, whatever its county', () => {
    const parts = territoriesOf(made.county, made.travel.base, 1)
    expect(parts.map((p) => p.county.settlements.map((s) => s.id))).toEqual([
      ['W1', 'W2'],
      ['W3', 'E1', 'E2'],
    ])
    expect(parts.map((p) => [...p.decides])).toEqual([['F-west'], ['F-east', 'F-school']])
    expect(parts.map((p) => p.county.vehicles.map((v) => v.id))).toEqual([
      ['van-west'],
      ['van-east'],
    ])
  })

  it('lets people choose sites across its territories', async () => {
    const assumptions = { 'steerable.MED-01': 0.6, 'bypass.MED-01': 0.3 }
    const settings = { ...made.county.settings, seat: [0, 0] as [number, number], assumptions }
    const free = { ...made, county: { ...made.county, settings } }
    const plan = await planned(free, 1)
    expect(faults(plan, free)).toEqual([])
    const far = plan.assignments.filter((a) => a.chosen && a.settlement === 'E2')
    expect(far.map((a) => a.place)).toContain('F-west')
  })

  it('is one plan that the checker finds valid, with vehicles over the border', async () => {
    const plan = await planned(made, 1)
    expect(faults(plan)).toEqual([])
    expect(plan.shortages).toEqual([])
    const stopOf = new Map(plan.stops.map((s) => [s.id, s.settlement]))
    const toW3 = plan.tours.filter((t) => t.visits.some((v) => stopOf.get(v.stop) === 'W3'))
    expect(new Set(toW3.map((t) => t.vehicle))).toEqual(new Set(['van-east']))
    const one = await planned(made, 100)
    const cost = (p: Plan) => p.levels.find((l) => l.level === 'cost')!.value
    expect(cost(plan)).toBeGreaterThanOrEqual(cost(one) * 0.99)
    expect(cost(plan)).toBeLessThan(cost(one) * 1.2)
    expect(plan.levels.map((l) => l.level)).toEqual(one.levels.map((l) => l.level))
  })

  it('says what it misses, with money shared out between territories', async () => {
    const standards = [
      ...made.county.standards,
      ...made.county.standards.map((s) => ({
        ...s,
        metric: 'minVisitsPerVillageYear' as const,
        value: 400,
      })),
    ]
    const strict = { ...made, county: { ...made.county, standards } }
    const plan = await planned(strict, 1)
    const found = checkPlan({ ...strict, plan })
    expect(plan.shortages.length).toBeGreaterThan(0)
    expect(
      found.findings.filter((f) => f.severity === 'error' && f.code !== 'staff-unknown'),
    ).toEqual([])
  })

  it('does not depend on the order of rows', async () => {
    const rng = random(3)
    const { county } = made
    const mixed = {
      ...made,
      county: {
        ...county,
        settlements: rng.shuffle(county.settlements),
        facilities: rng.shuffle(county.facilities),
        vehicles: rng.shuffle(county.vehicles),
      },
    }
    expect(await planned(mixed, 1)).toEqual(await planned(made, 1))
  })
})

it('a core service without a floor of place is named, as nothing is planned for it', async () => {
  const { county, catalogue, travel } = made
  const services = catalogue.services.map((s) => ({ ...s, core: true }))
  const named = async (standards: typeof county.standards) => {
    const { findings } = await makePlan(
      {
        county: { ...county, standards },
        catalogue: { ...catalogue, services },
        travel,
        dataHash: 'hash',
      },
      {
        mode: 'least-cost',
        seed: 1,
        workers: 1,
        iterations: 1,
        stop: () => true,
        milp: solveMilpHere,
        solveTours,
      },
    )
    return findings.filter((f) => f.code === 'core-without-floor').map((f) => f.facts.services)
  }
  expect(await named(county.standards)).toEqual(['ELD-01, MED-02'])
  expect(
    await named([...county.standards, { ...county.standards[1]!, service: 'ELD-01' }]),
  ).toEqual(['MED-02'])
})
