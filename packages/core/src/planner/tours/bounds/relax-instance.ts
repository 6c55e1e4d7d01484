import type { RoutingCustomer, RoutingFleet, RoutingInstance } from '../../../plan/routing.ts'
import { graphsOf, type KindOfVehicle } from './build-graph.ts'
import { relaxedRules } from './relaxed-rules.ts'
import { visitCounts } from './relaxed-visits.ts'
import type { BoundProblem, RouteGraph } from './route-graph.ts'
import { travelOn } from './ways.ts'

/**
 * The instance without its calendar: each customer has its visits, each kind of vehicle its days, and days are not told
 * apart. Patterns, spacing and what `relaxedRules` names are left out, which can only make solutions cheaper, so what holds here as
 * a bound holds there.
 */
export function withoutDays(instance: RoutingInstance): BoundProblem {
  const counts = instance.customers.map(visitCounts)
  const least = Int32Array.from(counts, (c, k) => (mustVisit(instance, k) ? c.least : 0))
  const kinds = kindsOf(instance)
  return {
    ...vehiclesOf(instance, kinds, (graph) => graph),
    units: counts.length,
    customer: Int32Array.from(counts, (_, k) => k),
    day: new Int32Array(counts.length),
    least,
    most: Int32Array.from(counts, (c) => c.most),
    choices: [],
    relaxed: relaxedRules(instance, instance.days > 1),
  }
}

/** The instance day by day, patterns chosen: exact for the periodic problems of the literature. */
export function dayByDay(instance: RoutingInstance): BoundProblem {
  const { days, customers } = instance
  const unit = (k: number, day: number) => k * days + day - 1
  const kinds = Array.from({ length: days }, (_, d) => kindsOf(onlyOn(instance, d + 1))).flat()
  const units = customers.length * days
  return {
    ...vehiclesOf(instance, kinds, (graph, { days: [day] }) => ({
      ...graph,
      at: graph.at.map((k) => unit(k, day!)),
    })),
    units,
    customer: Int32Array.from({ length: units }, (_, u) => Math.floor(u / days)),
    day: Int32Array.from({ length: units }, (_, u) => (u % days) + 1),
    least: new Int32Array(units),
    most: new Int32Array(units).fill(1),
    choices: customers.map((c, k) => [
      ...c.patterns.map((pattern) => daysOf(pattern, days).map((day) => unit(k, day))),
      ...(mustVisit(instance, k) ? [] : [[]]),
    ]),
    relaxed: relaxedRules(instance, false),
  }
}

/** The fleets of one day. */
const onlyOn = (instance: RoutingInstance, day: number): RoutingInstance => ({
  ...instance,
  fleets: instance.fleets.flatMap((fleet) => {
    const k = fleet.days.indexOf(day)
    if (k < 0) return []
    return { ...fleet, days: [day], rules: { ...fleet.rules, travel: travelOn(fleet, k) } }
  }),
})

/**
 * Whether telling days apart can say more: patterns stand for everything, horizon and fleets allow it, and some customer's
 * patterns load some days more than others (more than a tenth: it is days times the work). Where each customer's load all days alike, spreading routes evenly over the days
 * makes a solution of one linear program a solution of the other.
 */
export function daysMatter(instance: RoutingInstance): boolean {
  const { days, customers, fleets, objective } = instance
  if (days === 1 || days > 14 || objective === 'profit') return false
  if (customers.some((c) => c.rules?.spacing || c.patterns.length === 0)) return false
  if (fleets.some((f) => f.rules?.maxDaysOut !== undefined)) return false
  const byDay = customers.some((c) => c.rules?.windows?.some((w) => w.day !== undefined))
  const uneven = ({ patterns }: RoutingCustomer) => {
    const load = new Int32Array(days)
    for (const pattern of new Set(patterns))
      for (const day of daysOf(pattern, days)) load[day - 1]! += 1
    return load.some((times) => times !== load[0])
  }
  return byDay || fleetsDiffer(instance) || 10 * customers.filter(uneven).length > customers.length
}

/** Whether some day has other vehicles than another. */
function fleetsDiffer({ days, fleets }: RoutingInstance): boolean {
  const kinds = Array.from({ length: days }, (_, d) =>
    fleets
      .filter((f) => f.days.includes(d + 1) && f.vehicles.length > 0)
      .map((f) => `${keyOf(f, travelOn(f, f.days.indexOf(d + 1)))} ${f.vehicles.length}`)
      .sort()
      .join(),
  )
  return kinds.some((kind) => kind !== kinds[0])
}

const mustVisit = (instance: RoutingInstance, k: number): boolean =>
  instance.objective !== 'profit' && !instance.customers[k]!.optional

const daysOf = (pattern: number, days: number): number[] =>
  Array.from({ length: days }, (_, d) => d + 1).filter(
    (day) => Math.floor(pattern / 2 ** (days - day)) % 2 === 1,
  )

function vehiclesOf(
  instance: RoutingInstance,
  kinds: readonly KindOfVehicle[],
  placed: (graph: RouteGraph, kind: KindOfVehicle) => RouteGraph,
): Pick<BoundProblem, 'kinds' | 'graphs' | 'lodgings' | 'grain'> {
  const graphs = kinds.flatMap((kind, k) =>
    graphsOf(instance, kind, k).map((graph) => placed(graph, kind)),
  )
  const leastCost = (k: number) =>
    graphs
      .filter((g) => g.kind === k)
      .reduce((low, g) => Math.min(low, cheapestRoute(g.startCost, g.ends)), Infinity)
  const lodgings = new Set(instance.fleets.flatMap((f) => f.rules?.nights?.at ?? []))
  return {
    kinds: kinds.map(({ routes }, k) => ({ most: routes, leastCost: leastCost(k) })),
    graphs,
    lodgings: [...lodgings].sort((a, b) => a - b),
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
