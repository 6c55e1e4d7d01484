import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineFacility, standard } from '../access/line-county.fixture.ts'
import { checkPlan } from '../check/check-plan.ts'
import type { Plan } from '../plan/plan.ts'
import { townshipOf } from '../territory/division.ts'
import { type LinePlan, linePlan } from './line-plan.fixture.ts'
import { makePlan } from './make-plan.ts'
import { needKey } from './plan-ground.ts'
import type { PlanOptions } from './plan-options.ts'
import { solveTours } from './tours/solve-tours.ts'

const townships = ['331199101', '331199102'] as const

interface Building {
  x: number
  township: number
}

/** Two townships along one road, each with a centre and a van at its own end, their villages lying as they may. */
const valley = fc.record({
  villages: fc.uniqueArray(
    fc.record({
      x: fc.integer({ min: 10, max: 70 }),
      township: fc.constantFrom(0, 1),
      people: fc.integer({ min: 4, max: 16 }).map((n) => n * 10),
    }),
    { selector: (v) => v.x, minLength: 3, maxLength: 5 },
  ),
  schools: fc.array(
    fc.record({
      x: fc.integer({ min: 20, max: 60 }),
      township: fc.constantFrom(0, 1),
      capital: fc.integer({ min: 10, max: 80 }).map((n) => n * 100_000),
    }),
    { maxLength: 2 },
  ),
})

type Valley = typeof valley extends fc.Arbitrary<infer T> ? T : never

const village = (x: number, township: 0 | 1, people: number) => ({ x, township, people })

/** What open borders once missed: a day filled to the last second, a school built with one stop moved, a plan tried twice. */
const hard: Valley[] = [
  {
    villages: [
      village(29, 1, 160),
      village(53, 1, 70),
      village(27, 0, 130),
      village(52, 0, 100),
      village(14, 0, 40),
    ],
    schools: [{ x: 48, township: 1, capital: 6_500_000 }],
  },
  {
    villages: [village(60, 0, 80), village(42, 1, 160), village(67, 1, 50), village(40, 1, 60)],
    schools: [{ x: 25, township: 0, capital: 2_000_000 }],
  },
  {
    villages: [village(23, 0, 120), village(60, 1, 120), village(16, 0, 80)],
    schools: [{ x: 38, township: 0, capital: 6_100_000 }],
  },
]

const ends: readonly Building[] = [
  { x: 0, township: 0 },
  { x: 80, township: 1 },
]
const school = { yearCostFen: 300_000, lifeYears: 20, staffHoursYear: 100 }

function countyOf({ villages, schools }: Valley): LinePlan {
  const within = (township: number, village: number) => `${townships[township]}${200 + village}`
  return linePlan(
    villages.map((v, k) => ({
      id: `S${k}`,
      x: v.x,
      people: v.people,
      division: within(v.township, k),
    })),
    [
      ...ends.map((e, k) => ({
        id: `F-centre${k}`,
        x: e.x,
        kind: 'townshipHealthCentre',
        division: within(e.township, 50),
      })),
      ...schools.map(
        (s, k): LineFacility => ({
          id: `F-school${k}`,
          x: s.x,
          kind: 'primarySchool',
          state: 'vacant',
          division: within(s.township, 60 + k),
          conversions: [{ toKind: 'villageClinic', capitalFen: s.capital, ...school }],
        }),
      ),
    ],
    {
      standards: [
        standard('MED-01', 'minVisitsPerVillageYear', 24),
        standard('MED-01', 'maxTravelMin', 30),
      ],
      vehicles: ends.map((_, k) => ({
        id: `van${k}`,
        depot: `F-centre${k}`,
        costPerDayFen: 30_000,
        costPerKmFen: 200,
      })),
    },
  )
}

const iterations = 2400
const options: PlanOptions = {
  mode: 'least-cost',
  seed: 1,
  iterations,
  workers: 1,
  stop: (k) => k >= iterations,
  milp: solveMilpHere,
  solveTours,
}

/** The plan, once it holds before the independent checker. */
async function plan(
  made: LinePlan,
  withinBorders: 'township' | 'none',
  needs?: ReadonlySet<string>,
): Promise<Plan> {
  const more = { withinBorders, ...(needs && { needs }) }
  const { plan: found } = await makePlan({ ...made, dataHash: 'hash' }, { ...options, ...more })
  const errors = checkPlan({ ...made, plan: found }).findings.filter((f) => f.severity === 'error')
  expect(errors).toEqual([])
  return found
}

/** Villages that a plan serves from the other township: by a building there, or a van that stands there. */
function servedFromBeyond({ county }: LinePlan, found: Plan): string[] {
  const townshipAt = new Map(
    [...county.facilities, ...county.settlements].map((p) => [p.id, townshipOf(p.division)]),
  )
  const depots = new Map(county.vehicles.map(({ id, depot }) => [id, depot]))
  return found.assignments.flatMap(({ settlement, mode, place }) => {
    const from =
      mode === 'fixed'
        ? [place]
        : found.tours
            .filter(({ visits }) => visits.some(({ stop }) => stop === place))
            .map(({ vehicle }) => depots.get(vehicle)!)
    return from.some((id) => townshipAt.get(id) !== townshipAt.get(settlement)) ? [settlement] : []
  })
}

const levelOf = (p: Plan) => p.levels.find((l) => l.level === 'cost')!
const missed = (p: Plan) => p.shortages.map((s) => needKey(s.settlement, s.service))

type Village = Valley['villages'][number]
type Load = Building & { people: number }

/** Four visits in the 56 days of the horizon, in a year. */
const visitsYear = (4 * 365) / 56

const tourFen = (metres: number, stay: number) =>
  metres * 200 + 30_000 + ((metres * 120 + stay) * 2 * 3000) / 3600

/**
 * The least value of plans with the same days out all year, by enumeration: every set of schools, every village left at any stop within half an hour's walk, and
 * all ways to share the stops out to days out of one van. `open` says whether one township may serve another.
 */
function leastOfAll({ villages, schools }: Valley): number {
  let best = Number.POSITIVE_INFINITY
  for (let used = 0; used < 1 << schools.length; used++) {
    const opened = schools.filter((_, k) => used & (1 << k))
    const sites = [...ends, ...opened]
    const value = opened.reduce(
      (sum, s) => sum + school.yearCostFen + s.capital / 20 + 100 * 3000,
      0,
    )
    const left = villages.filter((v) => !sites.some((s) => Math.abs(s.x - v.x) <= 15))
    for (const stops of stopsFor(left, villages))
      best = Math.min(best, value + visitsYear * leastDays(stops))
  }
  return best
}

function* stopsFor(left: readonly Village[], places: readonly Village[]): Generator<Load[]> {
  const [first, ...rest] = left
  if (first === undefined) return yield []
  for (const others of stopsFor(rest, places))
    for (const at of places) {
      if (Math.abs(at.x - first.x) > 2) continue
      const same = others.find((o) => o.x === at.x)
      yield same
        ? others.map((o) => (o === same ? { ...o, people: o.people + first.people } : o))
        : [...others, { x: at.x, township: at.township, people: first.people }]
    }
}

function leastDays(stops: readonly Load[]): number {
  const [first, ...rest] = stops
  if (first === undefined) return 0
  let best = Number.POSITIVE_INFINITY
  for (let mask = 0; mask < 1 << rest.length; mask++) {
    const day = [first, ...rest.filter((_, k) => mask & (1 << k))]
    const stay = day.reduce((sum, s) => sum + Math.ceil(1200 + s.people * 0.12 * 600), 0)
    const fen = ends
      .map((depot) => 2 * Math.max(...day.map((s) => Math.abs(s.x - depot.x))))
      .filter((km) => km * 120 + stay <= 28_800)
      .map((km) => tourFen(km, stay))
    if (fen.length === 0) continue
    const others = rest.filter((_, k) => !(mask & (1 << k)))
    best = Math.min(best, Math.min(...fen) + leastDays(others))
  }
  return best
}

describe('opening township borders (A09)', () => {
  it.each(hard)('finds the best plan where it once did not: $villages', async (of) => {
    const open = await plan(countyOf(of), 'none')
    expect(levelOf(open).value).toBeLessThan(leastOfAll(of) * 1.005)
  })

  it('with the first levels frozen, never costs more than closing them', async () => {
    const seen = { saves: 0, equal: 0, builds: 0, crosses: 0, best: 0, other: 0 }
    await fc.assert(
      fc.asyncProperty(valley, async (of) => {
        const made = countyOf(of)
        const closed = await plan(made, 'township')
        expect(servedFromBeyond(made, closed)).toEqual([])
        const without = new Set(missed(closed))
        const served = new Set(
          of.villages.map((_, k) => needKey(`S${k}`, 'MED-01')).filter((k) => !without.has(k)),
        )
        const open = await plan(made, 'none', served)
        expect(missed(open).filter((k) => served.has(k))).toEqual([])
        const [dear, fair] = [levelOf(closed), levelOf(open)]
        expect(fair.value).toBeLessThanOrEqual(dear.value)
        expect(fair.bound!).toBeLessThanOrEqual(fair.value)
        if (without.size === 0) {
          const least = leastOfAll(of)
          expect(fair.bound!).toBeLessThanOrEqual(least + 100)
          seen[fair.value < least * 1.005 ? 'best' : 'other'] += 1
        }
        seen[fair.value < dear.value ? 'saves' : 'equal'] += 1
        if (servedFromBeyond(made, open).length > 0) seen.crosses += 1
        if (open.sites.some((s) => s.action === 'convert')) seen.builds += 1
      }),
      { numRuns: 30 },
    )
    for (const count of [seen.saves, seen.equal, seen.builds, seen.crosses])
      expect(count).toBeGreaterThan(0)
    // The saving is no luck of a poor search: the open plans are the best that there are, but for one in many.
    expect(seen.best).toBeGreaterThan(20 * seen.other)
  }, 180_000)
})
