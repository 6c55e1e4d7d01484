import type { RoutingInstance, RoutingSolution } from '../../../plan/routing.ts'
import { linkVisit, markAbsent, markServed, refreshSegments, unlinkVisit } from './edit-route.ts'
import type { PackedInstance } from './packed-instance.ts'
import { NEXT, type SearchState, SHIFT } from './search-state.ts'

/** A solution at rest: per route in use its number, how many visits, the visits. */
export interface Snapshot {
  cost: number
  routes: Int32Array
  chosen: Int32Array
}

/** Nothing found yet: everything left out. */
export const emptySnapshot = (instance: PackedInstance): Snapshot => ({
  cost: Infinity,
  routes: new Int32Array(0),
  chosen: new Int32Array(instance.customers).fill(-1),
})

export function snapshot(state: SearchState, cost: number): Snapshot {
  const { node, visits, instance, used, dayFrom, usedCount, size } = state
  let length = 0
  for (let d = 0; d < instance.days; d++)
    for (let k = 0; k < usedCount[d]!; k++) length += 2 + size[used[dayFrom[d]! + k]!]!
  const routes = new Int32Array(length)
  let at = 0
  for (let d = 0; d < instance.days; d++)
    for (let k = 0; k < usedCount[d]!; k++) {
      const r = used[dayFrom[d]! + k]!
      routes[at++] = r
      routes[at++] = size[r]!
      const end = visits + 2 * r + 1
      for (let v = node[((end - 1) << SHIFT) + NEXT]!; v !== end; v = node[(v << SHIFT) + NEXT]!)
        routes[at++] = v
    }
  return { cost, routes, chosen: state.chosen.slice() }
}

/** What a solution within all limits costs. */
export function snapshotCost(instance: PackedInstance, from: Snapshot): number {
  const { dist, depots, customers, routeDepot, routeCost, absence } = instance
  const width = depots + customers
  const { routes, chosen } = from
  let cost = 0
  for (let at = 0; at < routes.length; at += 2 + routes[at + 1]!) {
    const depot = routeDepot[routes[at]!]!
    let place = depot
    for (let k = 0; k < routes[at + 1]!; k++) {
      const next = depots + (routes[at + 2 + k]! % customers)
      cost += dist[place * width + next]!
      place = next
    }
    cost += dist[place * width + depot]! + routeCost
  }
  for (let c = 0; c < customers; c++) if (chosen[c] === -1) cost += absence[c]!
  return cost
}

/** Lays the state anew from a snapshot; routes that are the same stay untouched, and with them what is known of them. */
export function putRoutes(state: SearchState, from: Snapshot): void {
  const { visits, instance } = state
  const { routes } = from
  const same = new Uint8Array(state.routes)
  for (let at = 0; at < routes.length; at += 2 + routes[at + 1]!)
    if (standsAlready(state, routes, at)) same[routes[at]!] = 1
  for (let r = 0; r < state.routes; r++) if (same[r] === 0) clearRoute(state, r)
  for (let at = 0; at < routes.length; at += 2 + routes[at + 1]!) {
    const r = routes[at]!
    if (same[r] === 1) continue
    let after = visits + 2 * r
    for (let k = 0; k < routes[at + 1]!; k++) {
      linkVisit(state, routes[at + 2 + k]!, after)
      after = routes[at + 2 + k]!
    }
    if (instance.windows === 1) refreshSegments(state, r)
  }
  for (let c = 0; c < instance.customers; c++) {
    if (state.chosen[c] !== -1) markAbsent(state, c)
    if (from.chosen[c] !== -1) markServed(state, c, from.chosen[c]!)
  }
}

function standsAlready(state: SearchState, routes: Int32Array, at: number): boolean {
  const { node, visits } = state
  const size = routes[at + 1]!
  if (state.size[routes[at]!] !== size) return false
  let v = visits + 2 * routes[at]!
  for (let k = 0; k < size; k++) {
    v = node[(v << SHIFT) + NEXT]!
    if (v !== routes[at + 2 + k]) return false
  }
  return true
}

/** Takes all visits out of a route. */
export function clearRoute(state: SearchState, r: number): void {
  const start = (state.visits + 2 * r) << SHIFT
  for (let v = state.node[start + NEXT]!; v < state.visits; v = state.node[start + NEXT]!)
    unlinkVisit(state, v)
  // Under windows only the segments say that an empty route takes no time.
  if (state.instance.windows === 1) refreshSegments(state, r)
}

/** A snapshot in the words of the file. */
export function toRoutes(
  packed: PackedInstance,
  from: Snapshot,
  instance: RoutingInstance,
): RoutingSolution {
  const routes: RoutingSolution['routes'][number][] = []
  for (let at = 0; at < from.routes.length; at += 2 + from.routes[at + 1]!) {
    const r = from.routes[at]!
    const visits = from.routes.subarray(at + 2, at + 2 + from.routes[at + 1]!)
    routes.push({
      day: packed.routeDay[r]! + 1,
      vehicle: packed.routeVehicle[r]!,
      depot: packed.routeDepot[r]! + 1,
      stops: [...visits].map((v) => instance.customers[v % packed.customers]!.id),
    })
  }
  routes.sort((a, b) => a.day - b.day || a.depot - b.depot || a.vehicle - b.vehicle)
  const unserved = instance.customers.filter((_, c) => from.chosen[c] === -1).map((c) => c.id)
  return { routes, unserved }
}
