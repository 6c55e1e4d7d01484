import { solveMilpHere } from '@kuashan/engine/milp/solve-milp-here.ts'
import { describe, expect, it } from 'vitest'
import { type LineFacility, standard } from '../access/line-county.fixture.ts'
import { random } from '../kernel/random.ts'
import type { Plan } from '../plan/plan.ts'
import { type LinePlan, linePlan, oneStopTours } from './line-plan.fixture.ts'
import { makePlan } from './make-plan.ts'

/** Minutes of a floor over minutes a kilometre, by road; the walk to a stop over minutes a kilometre on foot. */
const siteKm = 15
const walkKm = 2
const visitsWanted = 4
const perYear = 365 / 56
const [perKmFen, perDayFen, hourFen] = [200, 30_000, 3000]

interface Place {
  x: number
  people: number
}
interface Mini {
  places: readonly Place[]
  sites: readonly { x: number; yearFen: number; capitalFen: number }[]
}

/** Levels of a plan in money's reach: most people missed at one settlement, all people missed, cost to compare by. */
type Outcome = readonly [most: number, people: number, value: number]

const before = (a: Outcome, b: Outcome): boolean => {
  const k = a.findIndex((x, n) => Math.abs(x - b[n]!) > 1e-6)
  return k >= 0 && a[k]! < b[k]!
}

/** A year of visits at a stop, each a tour of its own: cash, and hours at their price. */
function visitsFen(x: number, people: number): { cash: number; hours: number } {
  const seconds = 2 * x * 120 + Math.ceil(1200 + people * 0.12 * 600)
  const tours = visitsWanted * perYear
  return {
    cash: tours * (2 * x * perKmFen + perDayFen),
    hours: (tours * seconds * 2 * hourFen) / 3600,
  }
}

/** Every choice of sites, and of a stop or nothing for every place that they leave: the best within the budget. */
function bruteForce({ places, sites }: Mini, budgetFen: number): Outcome {
  let best: Outcome = [Number.POSITIVE_INFINITY, 0, 0]
  for (let open = 0; open < 1 << sites.length; open++) {
    const used = sites.filter((_, s) => open & (1 << s))
    const cash = used.reduce((sum, s) => sum + s.yearFen, 0)
    const value = used.reduce((sum, s) => sum + s.yearFen + s.capitalFen / 20 + 100 * hourFen, 0)
    const left = places.filter(
      (p) => p.x > siteKm && !used.some((s) => Math.abs(s.x - p.x) <= siteKm),
    )
    for (const stops of stopsFor(left, places)) {
      const costs = [...stops].map(([x, people]) => visitsFen(x, people))
      if (cash + costs.reduce((sum, c) => sum + c.cash, 0) > budgetFen) continue
      const missed = left.filter((p) => ![...stops.keys()].some((x) => Math.abs(x - p.x) <= walkKm))
      const found: Outcome = [
        Math.max(0, ...missed.map((p) => p.people)),
        missed.reduce((sum, p) => sum + p.people, 0),
        value + costs.reduce((sum, c) => sum + c.cash + c.hours, 0),
      ]
      if (before(found, best)) best = found
    }
  }
  return best
}

/** Stops with the people who come to each, for every way to send places to a stop within their walk or to none. */
function* stopsFor(
  left: readonly Place[],
  places: readonly Place[],
): Generator<ReadonlyMap<number, number>> {
  const [first, ...rest] = left
  if (first === undefined) return yield new Map()
  for (const stops of stopsFor(rest, places)) {
    yield stops
    for (const { x } of places)
      if (Math.abs(x - first.x) <= walkKm)
        yield new Map(stops).set(x, (stops.get(x) ?? 0) + first.people)
  }
}

function miniOf(seed: number): Mini {
  const draw = random(seed)
  const xs = new Set<number>()
  while (xs.size < 5) xs.add(12 + draw.below(45))
  const places = [...xs].sort((a, b) => a - b).map((x) => ({ x, people: 20 + draw.below(30) }))
  return {
    places,
    sites: [1, 3].map((k) => ({
      x: places[k]!.x + draw.below(3),
      yearFen: 300_000 + 50_000 * draw.below(40),
      capitalFen: 2_000_000 + 100_000 * draw.below(60),
    })),
  }
}

function countyOf({ places, sites }: Mini, budgetFen: number): LinePlan {
  const building = (site: Mini['sites'][number], k: number): LineFacility => ({
    id: `F-school${k}`,
    x: site.x,
    kind: 'primarySchool',
    state: 'vacant',
    conversions: [
      {
        toKind: 'villageClinic',
        capitalFen: site.capitalFen,
        yearCostFen: site.yearFen,
        lifeYears: 20,
        staffHoursYear: 100,
      },
    ],
  })
  return linePlan(
    places.map((p, k) => ({ id: `S${k}`, ...p })),
    [{ id: 'F-centre', x: 0, kind: 'townshipHealthCentre' }, ...sites.map(building)],
    {
      standards: [
        standard('MED-01', 'minVisitsPerVillageYear', 24),
        standard('MED-01', 'maxTravelMin', 30),
      ],
      vehicles: [
        { id: 'van', depot: 'F-centre', costPerDayFen: perDayFen, costPerKmFen: perKmFen },
      ],
      settings: { budgetFen },
    },
  )
}

async function planWithin(made: LinePlan): Promise<Plan> {
  const { plan } = await makePlan(
    { ...made, dataHash: 'hash' },
    {
      mode: 'most-need',
      seed: 1,
      iterations: 600,
      workers: 1,
      stop: (k) => k >= 600,
      milp: solveMilpHere,
      solveTours: oneStopTours,
    },
  )
  return plan
}

function outcomeOf({ levels }: Plan): Outcome {
  const at = (name: Plan['levels'][number]['level']) => levels.find((l) => l.level === name)!
  const classes = at('floorsMissed').byClass!
  return [
    Math.max(...classes.map((c) => c.mostAtOneSettlement)),
    classes.reduce((sum, c) => sum + c.people, 0),
    at('cost').value,
  ]
}

describe('most need met within a budget, against every plan of small counties (A56)', () => {
  let cut = 0
  it.each(Array.from({ length: 24 }, (_, k) => k + 1))('county %i', async (seed) => {
    const mini = miniOf(seed)
    const whole = bruteForce(mini, Number.POSITIVE_INFINITY)[2]
    const budgetFen = Math.round(whole * (0.1 + 0.5 * random(seed + 1000).next()))
    const found = await planWithin(countyOf(mini, budgetFen))
    const [most, people, value] = bruteForce(mini, budgetFen)
    expect(found.costs.plan.cashFen).toBeLessThanOrEqual(budgetFen)
    expect(outcomeOf(found).slice(0, 2)).toEqual([most, people])
    expect(Math.abs(outcomeOf(found)[2] - value)).toBeLessThan(100)
    cut += people > 0 ? 1 : 0
  })

  it('has to leave people out in most of them, and in some nobody', () => {
    expect(cut).toBeGreaterThan(12)
    expect(cut).toBeLessThan(24)
  })
})
