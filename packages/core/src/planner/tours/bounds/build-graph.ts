import type { RoutingFleet, RoutingInstance } from '../../../plan/routing.ts'
import { type RelaxedVisit, relaxVisit } from './relaxed-visits.ts'
import type { RouteEnd, RouteGraph } from './route-graph.ts'
import { type Resource, resourcesOf } from './route-resources.ts'
import { waysBy, waysOf } from './ways.ts'

/** Vehicles that a bound doesn't tell apart, with the routes that they can make over the horizon. */
export interface KindOfVehicle {
  fleet: RoutingFleet
  travel: number
  days: readonly number[]
  routes: number
}

/** What a bound reads of a kind: its customers and ways, by local number. */
export interface KindGround {
  instance: RoutingInstance
  kind: KindOfVehicle
  at: Int32Array
  visits: readonly RelaxedVisit[]
  length(from: number, to: number): number
  time(from: number, to: number): number
  /** Place of a local customer. */
  place(local: number): number
}

/** One graph for each place where a route of this kind may start. */
export function graphsOf(
  instance: RoutingInstance,
  kind: KindOfVehicle,
  index: number,
): RouteGraph[] {
  const { fleet, days } = kind
  const owned = new Set(fleet.rules?.skills ?? [])
  const company = Map.groupBy(instance.customers, (c) => c.rules?.place ?? c.id)
  const all = instance.customers.map((c) =>
    relaxVisit(c, instance, days, company.get(c.rules?.place ?? c.id)!),
  )
  const at = Int32Array.from(
    instance.customers.flatMap((c, k) =>
      all[k]!.possible && (c.rules?.skills ?? []).every((skill) => owned.has(skill)) ? [k] : [],
    ),
  )
  const ways = waysBy(waysOf(instance, kind.travel), fleet.rules?.reload?.at ?? [])
  const ground: KindGround = {
    instance,
    kind,
    at,
    visits: Array.from(at, (k) => all[k]!),
    length: ways.length,
    time: ways.time,
    place: (local) => instance.depots.length + at[local]!,
  }
  const resources = resourcesOf(ground)
  const starts = [fleet.depot, ...(fleet.rules?.nights?.at ?? [])]
  return [...new Set(starts)].map((start) => graphFrom(ground, resources, index, start))
}

/** Limits are kept to this much, as by the checker; a bound allows a little more. */
const tolerance = 2e-6

/** What a route costs by `levels`, or its length. */
const pricesOf = ({ instance, kind }: KindGround) =>
  instance.objective === 'profit'
    ? { perDay: 0, perLength: 0, perTime: 0 }
    : instance.objective === 'levels'
      ? (kind.fleet.rules?.costs ?? { perDay: 0, perLength: 1, perTime: 0 })
      : { perDay: 0, perLength: 1, perTime: 0 }

function graphFrom(
  ground: KindGround,
  resources: readonly Resource[],
  index: number,
  start: number,
): RouteGraph {
  const { instance, at, visits, length, time, place } = ground
  const size = at.length
  const count = resources.length
  const prices = pricesOf(ground)
  const prize = (j: number) =>
    instance.objective === 'profit' ? instance.customers[at[j]!]!.prize : 0
  const step = (from: number, to: number) =>
    prices.perLength * length(from, to) + (prices.perTime ? prices.perTime * time(from, to) : 0)
  const visitCost = (j: number) =>
    prices.perTime * (visits[j]!.setup + visits[j]!.service) - prize(j)
  const cost = new Float64Array(size * size).fill(Infinity)
  const take = new Float64Array(size * size * count)
  const startCost = new Float64Array(size)
  const startTake = new Float64Array(size * count)
  const low = new Float64Array(size * count)
  const high = new Float64Array(size * count)
  for (let j = 0; j < size; j++) {
    startCost[j] = prices.perDay + step(start, place(j)) + visitCost(j)
    resources.forEach((resource, k) => {
      low[j * count + k] = resource.low(j)
      high[j * count + k] = resource.high(j) + tolerance
      startTake[j * count + k] = resource.start(start, j)
    })
    for (let i = 0; i < size; i++) {
      if (i === j) continue
      const there = i * size + j
      cost[there] = step(place(i), place(j)) + visitCost(j)
      resources.forEach((resource, k) => {
        take[there * count + k] = resource.take(i, j)
      })
    }
  }
  const ends = endsOf(ground, resources, step)
  const graph = { kind: index, start, size, at, resources: count, cost, take, startCost, startTake }
  return tightened({ ...graph, low, high, ends })
}

function endsOf(
  ground: KindGround,
  resources: readonly Resource[],
  step: (from: number, to: number) => number,
): RouteEnd[] {
  const { fleet } = ground.kind
  const home = fleet.rules?.endDepot === undefined ? fleet.depot : (fleet.rules.endDepot ?? -1)
  const nights = fleet.rules?.nights
  const places = [...new Set([home, ...(nights?.at ?? [])])]
  return places.map((place) => {
    const night = nights?.at.includes(place) && place !== home ? nights.cost : 0
    const locals = Array.from(ground.at, (_, i) => i)
    return {
      place,
      cost: Float64Array.from(
        locals,
        (i) => (place < 0 ? 0 : step(ground.place(i), place)) + night,
      ),
      take: Float64Array.from(locals.flatMap((i) => resources.map((r) => r.end(i, place)))),
      limit: Float64Array.from(resources, (r) => r.limit + tolerance),
    }
  })
}

/** No later at a customer than from where some end can still be reached; ways that then fit nowhere are closed. */
function tightened(graph: RouteGraph): RouteGraph {
  const { size, resources, low, high, cost, take, startCost, startTake, ends } = graph
  for (let j = 0; j < size; j++)
    for (let k = 0; k < resources; k++) {
      const slack = Math.max(...ends.map((end) => end.limit[k]! - end.take[j * resources + k]!))
      high[j * resources + k] = Math.min(high[j * resources + k]!, slack)
    }
  const fits = (j: number, k: number, value: number) =>
    Math.max(low[j * resources + k]!, value) <= high[j * resources + k]! + 1e-9
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < resources; k++)
      if (!fits(j, k, startTake[j * resources + k]!)) startCost[j] = Infinity
    for (let i = 0; i < size; i++)
      for (let k = 0; k < resources; k++)
        if (!fits(j, k, low[i * resources + k]! + take[(i * size + j) * resources + k]!))
          cost[i * size + j] = Infinity
  }
  return graph
}
