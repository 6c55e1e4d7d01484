import type { RoutingFleet, RoutingInstance } from '../../../plan/routing.ts'
import { graphsOf, type KindOfVehicle } from './build-graph.ts'
import { relaxedRules } from './relaxed-rules.ts'
import { visitCounts } from './relaxed-visits.ts'
import type { BoundProblem } from './route-graph.ts'
import { travelOn } from './ways.ts'

/**
 * The instance without its calendar: each customer has its visits, each kind of vehicle its days, and days are not told
 * apart. Patterns, spacing, unions, same vehicle or weekday and what `relaxedRules` names are left out, which can only make
 * solutions cheaper, so what holds here as a bound holds there.
 */
export function relaxInstance(instance: RoutingInstance): BoundProblem {
  const counts = instance.customers.map(visitCounts)
  const mustVisit = (k: number) =>
    instance.objective !== 'profit' && !instance.customers[k]!.optional
  const least = Int32Array.from(counts, (c, k) => (mustVisit(k) ? c.least : 0))
  const most = Int32Array.from(counts, (c) => c.most)
  const kinds = kindsOf(instance)
  const graphs = kinds.flatMap((kind, k) => graphsOf(instance, kind, k))
  const leastCost = (k: number) =>
    graphs
      .filter((g) => g.kind === k)
      .reduce((low, g) => Math.min(low, cheapestRoute(g.startCost, g.ends)), Infinity)
  return {
    customers: instance.customers.length,
    least,
    most,
    kinds: kinds.map(({ routes }, k) => ({ most: routes, leastCost: leastCost(k) })),
    graphs,
    lodgings: [...new Set(instance.fleets.flatMap((f) => f.rules?.nights?.at ?? []))].sort(
      (a, b) => a - b,
    ),
    relaxed: relaxedRules(instance),
    grain: grainOf(instance),
  }
}

const cheapestRoute = (start: Float64Array, ends: readonly { cost: Float64Array }[]): number =>
  Math.min(...start) + Math.min(...ends.map((end) => Math.min(...end.cost)))

/** Vehicles with the same depot, limits and rules on the same roads, over all their days. */
function kindsOf(instance: RoutingInstance): KindOfVehicle[] {
  const byKey = new Map<string, KindOfVehicle>()
  for (const fleet of instance.fleets) {
    const travels = fleet.days.map((day, k) => ({ day, travel: travelOn(fleet, k) }))
    for (const [travel, on] of Map.groupBy(travels, (t) => t.travel)) {
      const days = on.map((t) => t.day)
      const key = keyOf(fleet, travel)
      const routes =
        fleet.vehicles.length * Math.min(days.length, fleet.rules?.maxDaysOut ?? Infinity)
      const known = byKey.get(key) ?? { fleet, travel, days: [], routes: 0 }
      byKey.set(key, {
        ...known,
        days: [...new Set([...known.days, ...days])],
        routes: known.routes + routes,
      })
    }
  }
  return [...byKey.values()]
}

function keyOf({ depot, capacity, maxDuration, rules }: RoutingFleet, travel: number): string {
  const {
    name: _,
    maxDaysOut: __,
    travel: ___,
    breaks: ____,
    rest: _____,
    ...binding
  } = rules ?? {}
  return JSON.stringify([depot, `${capacity}`, `${maxDuration}`, binding, travel], (_, value) =>
    value === Infinity ? 'none' : value,
  )
}

/** What costs are multiples of. By levels each route is rounded up to a whole number. */
function grainOf(instance: RoutingInstance): number {
  if (instance.objective === 'levels') return 1
  const whole = (value: number) => Number.isInteger(value) || value === Infinity
  if (instance.objective === 'profit')
    return instance.customers.every((c) => whole(c.prize)) ? 1 : 0
  const given = instance.travel
    ? instance.travel.map((t) => t.lengths)
    : instance.matrix
      ? [instance.matrix]
      : null
  if (given) return given.every((m) => m.every((row) => row.every(whole))) ? 1 : 0
  const grains = { float: 0, round: 1, trunc10: 0.1, trunc100: 0.01, exact1000: 0.001 }
  return grains[instance.convention]
}
