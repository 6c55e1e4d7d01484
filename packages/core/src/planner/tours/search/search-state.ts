import type { PackedInstance } from './packed-instance.ts'

/**
 * A node is 16 whole numbers in one cache line: who is next and before, which route, where, the arc to the next, and the
 * time segments from the route's start up to here and from here to its end: duration, earliest and latest start
 * (Vidal et al. 2013; segments without time warp, as windows are never broken here).
 */
export const NEXT = 0
export const PREV = 1
export const ROUTE = 2
export const LOC = 3
export const ARC = 4
export const FROM_START = 5
export const TO_END = 8
export const SHIFT = 4

/** A working solution. Visits are nodes 0…V-1; route r starts at node V+2r and ends at V+2r+1. */
export interface SearchState {
  instance: PackedInstance
  visits: number
  routes: number
  node: Int32Array
  /** The route of each visit, -1 for none, once more by itself: a line of the cache holds sixteen of them. */
  routeOf: Int32Array
  /** Index into the instance's patterns, or -1 for a customer left out. */
  chosen: Int32Array
  load: Float64Array
  length: Int32Array
  duration: Int32Array
  size: Int32Array
  /** Another number whenever the route is another; a route put back gets its old number back. */
  version: Int32Array
  clock: number
  /** Routes in use, by day: `used[dayFrom[d] … dayFrom[d] + usedCount[d])`. */
  dayFrom: Int32Array
  used: Int32Array
  usedCount: Int32Array
  usedAt: Int32Array
  /** Unused slots of each fleet: `free[fleetFrom[f] … fleetFrom[f] + freeCount[f])`; fleets in the order of their slots. */
  dayFleetFrom: Int32Array
  fleetFrom: Int32Array
  slotFleet: Int32Array
  free: Int32Array
  freeCount: Int32Array
  freeAt: Int32Array
  absent: Int32Array
  absentAt: Int32Array
  /** 1 for route slots and customers left out that are another island's for now (see `territories.ts`). */
  closed: Uint8Array
  held: Uint8Array
  totals: Totals
  penalty: { load: number; time: number }
}

export interface Totals {
  length: number
  /** Load above capacity and time above the limit, over all routes. */
  overload: number
  overtime: number
  absence: number
  absent: number
  routes: number
}

/** Everything left out, all routes empty. */
export function emptyState(instance: PackedInstance): SearchState {
  const { customers, days, depots } = instance
  const visits = customers * days
  const routes = instance.routeDay.length
  const state: SearchState = {
    instance,
    visits,
    routes,
    node: new Int32Array((visits + 2 * routes) << SHIFT).fill(-1),
    routeOf: new Int32Array(visits).fill(-1),
    chosen: new Int32Array(customers).fill(-1),
    load: new Float64Array(routes),
    length: new Int32Array(routes),
    duration: new Int32Array(routes),
    size: new Int32Array(routes),
    version: new Int32Array(routes).fill(1),
    clock: 1,
    dayFrom: new Int32Array(days + 1),
    used: new Int32Array(routes),
    usedCount: new Int32Array(days),
    usedAt: new Int32Array(routes).fill(-1),
    ...freeSlots(instance),
    absent: Int32Array.from({ length: customers }, (_, c) => c),
    absentAt: Int32Array.from({ length: customers }, (_, c) => c),
    closed: new Uint8Array(routes),
    held: new Uint8Array(customers),
    totals: {
      length: 0,
      overload: 0,
      overtime: 0,
      absence: instance.absence.reduce((sum, a) => sum + a, 0),
      absent: customers,
      routes: 0,
    },
    penalty: { load: 0, time: 0 },
  }
  for (let r = 0; r < routes; r++) state.dayFrom[instance.routeDay[r]! + 1] = r + 1
  for (let d = 0; d < days; d++)
    state.dayFrom[d + 1] = Math.max(state.dayFrom[d + 1]!, state.dayFrom[d]!)
  for (let v = 0; v < visits; v++) state.node[(v << SHIFT) + LOC] = depots + (v % customers)
  for (let r = 0; r < routes; r++) layEnds(state, r)
  return state
}

/** All slots unused. A fleet's slots stand side by side, the fleets of a day too. */
function freeSlots(instance: PackedInstance) {
  const { routeFleet, routeDay, days } = instance
  const routes = routeFleet.length
  const slotFleet = new Int32Array(routes)
  const starts: number[] = []
  for (let r = 0; r < routes; r++) {
    if (r === 0 || routeFleet[r] !== routeFleet[r - 1] || routeDay[r] !== routeDay[r - 1])
      starts.push(r)
    slotFleet[r] = starts.length - 1
  }
  const fleetFrom = Int32Array.from([...starts, routes])
  const dayFleetFrom = Int32Array.from({ length: days + 1 }, (_, d) => {
    const first = starts.findIndex((r) => routeDay[r]! >= d)
    return first < 0 ? starts.length : first
  })
  return {
    dayFleetFrom,
    fleetFrom,
    slotFleet,
    free: Int32Array.from({ length: routes }, (_, r) => r),
    freeCount: Int32Array.from(starts, (r, f) => fleetFrom[f + 1]! - r),
    freeAt: Int32Array.from({ length: routes }, (_, r) => r),
  }
}

function layEnds(state: SearchState, r: number): void {
  const { node, visits, instance } = state
  const start = (visits + 2 * r) << SHIFT
  const end = start + (1 << SHIFT)
  const depot = instance.routeDepot[r]!
  for (const at of [start, end]) {
    node[at + LOC] = depot
    node[at + ROUTE] = r
    for (const segment of [FROM_START, TO_END]) {
      node[at + segment] = 0
      node[at + segment + 1] = instance.open[depot]!
      node[at + segment + 2] = instance.close[depot]!
    }
  }
  node[start + NEXT] = visits + 2 * r + 1
  node[end + PREV] = visits + 2 * r
  node[start + ARC] = 0
}

/** What the search compares: length, opened routes, what is left out, and limits broken at their present price. */
export const costOf = (state: SearchState): number => {
  const { totals, penalty, instance } = state
  return (
    totals.length +
    totals.routes * instance.routeCost +
    totals.absence +
    totals.overload * penalty.load +
    totals.overtime * penalty.time
  )
}

export const withinLimits = (state: SearchState): boolean =>
  state.totals.overload === 0 && state.totals.overtime === 0
