import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { type LineFacility, standard } from '../access/line-county.fixture.ts'
import { checkPlan } from '../check/check-plan.ts'
import { random } from '../kernel/random.ts'
import type { Plan } from '../plan/plan.ts'
import { type LinePlan, linePlan, oneStopTours } from './line-plan.fixture.ts'
import { makePlan } from './make-plan.ts'
import type { PlanOptions } from './plan-options.ts'
import { solveTours } from './tours/solve-tours.ts'

const plan = async (made: LinePlan, more: Partial<PlanOptions> = {}) =>
  makePlan(
    { ...made, dataHash: 'hash' },
    {
      mode: 'least-cost',
      seed: 1,
      iterations: 600,
      workers: 1,
      stop: (k) => k >= 600,
      milp: solveMilpHere,
      solveTours,
      ...more,
    },
  )

const cost = (p: Plan): number => p.levels.find((l) => l.level === 'cost')!.value
const boundOf = (p: Plan) => p.levels.find((l) => l.level === 'cost')!.bound
const missedPeople = (p: Plan): number => p.levels.find((l) => l.level === 'floorsMissed')!.value

/** What the independent checker finds, apart from the staff that these counties don't list. */
const faults = (made: LinePlan, found: Plan) =>
  checkPlan({ ...made, plan: found }).findings.filter((f) => f.code !== 'staff-unknown')

const visits24 = standard('MED-01', 'minVisitsPerVillageYear', 24)
const far = standard('MED-01', 'maxTravelMin', 30)
const centre: LineFacility = { id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }
const school = (id: string, x: number, capitalFen: number, yearCostFen: number): LineFacility => ({
  id,
  x,
  kind: 'primarySchool',
  state: 'vacant',
  conversions: [
    { toKind: 'villageClinic', capitalFen, yearCostFen, lifeYears: 20, staffHoursYear: 100 },
  ],
})
const van = { id: 'van', depot: 'F-centre', costPerDayFen: 30_000, costPerKmFen: 200 }

/** Money of one tour a visit, by hand: 4 visits in 56 days. */
const visitsWanted = 4
const perYear = 365 / 56

interface Mini {
  at: readonly { x: number; people: number }[]
  sites: readonly { x: number; value: number }[]
}

/** Service seconds of one visit for so many people: set-up, then 12 % of them for ten minutes each. */
const stay = (people: number) => Math.ceil(1200 + people * 0.12 * 600)
const tourFen = (furthest: number, seconds: number) =>
  2 * furthest * 200 + 30_000 + ((2 * furthest * 120 + seconds) * 2 * 3000) / 3600

/**
 * The least value of all joint decisions: every subset of sites, every assignment of the places left to stops within
 * half an hour's walk, and every partition of the stops into tours that fit the shift.
 */
function bruteForce({ at, sites }: Mini, together: boolean): number {
  let best = Number.POSITIVE_INFINITY
  for (let open = 0; open < 1 << sites.length; open++) {
    const used = sites.filter((_, s) => open & (1 << s))
    const value = used.reduce((sum, s) => sum + s.value, 0)
    const left = at.filter((p) => p.x > 15 && !used.some((s) => Math.abs(s.x - p.x) <= 15))
    for (const stops of assignments(left, at))
      best = Math.min(best, value + visitsWanted * perYear * leastTours(stops, together))
  }
  return best
}

type StopLoad = { x: number; people: number }

function* assignments(
  left: readonly { x: number; people: number }[],
  at: readonly { x: number; people: number }[],
): Generator<StopLoad[]> {
  if (left.length === 0) return yield []
  const [first, ...rest] = left as [StopLoad, ...StopLoad[]]
  for (const others of assignments(rest, at))
    for (const stop of at) {
      if (Math.abs(stop.x - first.x) > 2) continue
      const same = others.find((o) => o.x === stop.x)
      yield same
        ? others.map((o) => (o === same ? { ...o, people: o.people + first.people } : o))
        : [...others, { x: stop.x, people: first.people }]
    }
}

function leastTours(stops: readonly StopLoad[], together: boolean): number {
  if (stops.length === 0) return 0
  const [first, ...rest] = stops as [StopLoad, ...StopLoad[]]
  let best = Number.POSITIVE_INFINITY
  const subsets = together ? 1 << rest.length : 1
  for (let mask = 0; mask < subsets; mask++) {
    const tour = [first, ...rest.filter((_, k) => mask & (1 << k))]
    const seconds = tour.reduce((sum, s) => sum + stay(s.people), 0)
    const furthest = Math.max(...tour.map((s) => s.x))
    if (seconds + 2 * furthest * 120 > 28_800) continue
    const others = rest.filter((_, k) => !(mask & (1 << k)))
    best = Math.min(best, tourFen(furthest, seconds) + leastTours(others, together))
  }
  return best
}

function mini(seed: number): { made: LinePlan; mini: Mini } {
  const source = random(seed)
  const xs = [8 + source.below(6)]
  for (let k = 0; k < 5; k++) xs.push(xs.at(-1)! + 1 + source.below(14))
  const at = xs.map((x) => ({ x, people: 40 + 10 * source.below(10) }))
  const sites = [xs[2]! + 1, xs[4]!].map((x) => ({
    x,
    capital: 2_000_000 + 100_000 * source.below(60),
    year: 100_000 * source.below(35),
  }))
  const made = linePlan(
    at.map((p, k) => ({ id: `S${k}`, x: p.x, people: p.people })),
    [centre, ...sites.map((s, k) => school(`F-school${k}`, s.x, s.capital, s.year))],
    { standards: [visits24, far], vehicles: [van] },
  )
  const value = (s: (typeof sites)[number]) => s.year + s.capital / 20 + 100 * 3000
  return { made, mini: { at, sites: sites.map((s) => ({ x: s.x, value: value(s) })) } }
}

describe('the joint optimum of small counties (A56)', () => {
  it.each([1, 2, 3, 4, 5, 6])('is found with a tour for each visit: county %i', async (seed) => {
    const { made, mini: small } = mini(seed)
    const { plan: found } = await plan(made, { solveTours: oneStopTours })
    expect(missedPeople(found)).toBe(0)
    expect(Math.abs(cost(found) - bruteForce(small, false))).toBeLessThan(100)
    expect(faults(made, found)).toEqual([])
  })

  it.each([1, 2, 3, 4, 5, 6])('is found with real tours: county %i', async (seed) => {
    const { made, mini: small } = mini(seed)
    const { plan: found } = await plan(made)
    expect(missedPeople(found)).toBe(0)
    const optimum = bruteForce(small, true)
    expect(Math.abs(cost(found) - optimum)).toBeLessThan(100)
    const bound = boundOf(found)!
    expect(bound).toBeLessThanOrEqual(optimum)
    expect(bound).toBeGreaterThan(0.5 * optimum)
    expect(faults(made, found)).toEqual([])
  })
})

describe('the bound on the cost of the joint plan', () => {
  it('never rises when a site, a vehicle, a place to stop or an hour is added', async () => {
    const bounds = async (of: LinePlan) =>
      boundOf((await plan(of, { iterations: 1, stop: (k) => k >= 1 })).plan)!
    for (const seed of [1, 2, 3]) {
      const { made } = mini(seed)
      const { county } = made
      const first = await bounds(made)
      const fewer = { ...made, county: { ...county, facilities: county.facilities.slice(0, -1) } }
      expect(await bounds(fewer)).toBeGreaterThanOrEqual(first)
      const more = (change: object) => ({
        ...made,
        county: {
          ...county,
          vehicles: [...county.vehicles, { ...county.vehicles[0]!, ...change }],
        },
      })
      expect(await bounds(more({ id: 'van-2' }))).toBeLessThanOrEqual(first)
      expect(await bounds(more({ id: 'van-2', shiftSeconds: 36_000 }))).toBeLessThanOrEqual(first)
    }
  })

  it('holds for plans that miss somebody too: against the same people missed', async () => {
    const short = linePlan(
      [40, 55].map((x, k) => ({ id: `S${k}`, x, people: 180 })),
      [centre],
      { standards: [visits24], vehicles: [{ ...van, inspectionUntil: '2026-03-04' }] },
    )
    const { plan: found } = await plan(short)
    expect(missedPeople(found)).toBeGreaterThan(0)
    expect(boundOf(found)).toBeLessThanOrEqual(cost(found))
    expect(boundOf(found)).toBeGreaterThan(0)
  })
})
