import { FAR } from './packed-instance.ts'
import { ARC, FROM_START, LOC, NEXT, type SearchState, SHIFT, TO_END } from './search-state.ts'

/** Passes over one best place in `1 / share` at random for the next best of its route, so that greedy insertion doesn't always end alike (Christiaens & Vanden Berghe 2020). */
export interface Blinks {
  /** Places until the next one is skipped. */
  left: number
  draw(): number
}

const mostEntries = 512

/** The best place of a customer in a route, kept for as long as the route's version stands. */
export interface PlaceCache {
  /**
   * Four numbers each: version, the node to stand behind, cost, route. Customers share nothing; routes share entries where there
   * are more of them than `stride`, so that memory doesn't grow with customers times routes.
   */
  entry: Int32Array
  stride: number
  /** With more routes a day than this, only those near a customer are tried. */
  manyRoutes: number
  nearest: number
  tried: Int32Array
  turn: number
  /** Depots of new routes and patterns are passed over at random as well, so that customers may change them together. */
  rare: Blinks
}

export const newPlaceCache = (state: SearchState, rare: Blinks): PlaceCache => {
  // One more entry holds the second-best place when the best is skipped.
  const stride = Math.min(state.routes, mostEntries)
  const entries = state.instance.customers * stride + 1
  return {
    entry: new Int32Array(entries * 4),
    stride,
    manyRoutes: 12,
    nearest: 40,
    tried: new Int32Array(state.routes),
    turn: 0,
    rare,
  }
}

/**
 * The cheapest place for customer `c` on `day`: the node to stand behind goes to `found[0]`, the cost is returned,
 * Infinity where nothing fits. Windows hold always; load and time limits at the state's penalties.
 */
export function bestPlace(
  state: SearchState,
  c: number,
  day: number,
  cache: PlaceCache,
  blinks: Blinks,
  found: Int32Array,
): number {
  let best = bestEmptyRoute(state, c, day, cache.rare, found)
  const { dayFrom, usedCount, used, closed } = state
  const from = dayFrom[day]!
  const count = usedCount[day]!
  if (count > cache.manyRoutes) return bestNearby(state, c, day, best, cache, blinks, found)
  for (let k = from; k < from + count; k++)
    if (closed[used[k]!] === 0) best = placeIn(state, c, used[k]!, best, cache, blinks, found)
  return best
}

/** Where routes are many, only those of the nearest customers are tried. */
function bestNearby(
  state: SearchState,
  c: number,
  day: number,
  bestEmpty: number,
  cache: PlaceCache,
  blinks: Blinks,
  found: Int32Array,
): number {
  const { instance, routeOf, closed } = state
  const { near, nearCount, customers } = instance
  const turn = (cache.turn + 1) | 0
  cache.turn = turn
  const first = c * nearCount + 1
  const last = c * nearCount + Math.min(nearCount, cache.nearest)
  const offset = day * customers
  let best = bestEmpty
  for (let k = first; k < last; k++) {
    const r = routeOf[offset + near[k]!]!
    if (r === -1 || cache.tried[r] === turn || closed[r] === 1) continue
    cache.tried[r] = turn
    best = placeIn(state, c, r, best, cache, blinks, found)
  }
  return best
}

/** The better of `best` and the best place in route `r`, at today's price of too much load. */
function placeIn(
  state: SearchState,
  c: number,
  r: number,
  best: number,
  cache: PlaceCache,
  blinks: Blinks,
  found: Int32Array,
): number {
  const { instance } = state
  const demand = instance.demand[c]!
  const room = instance.capacity[r]! - state.load[r]!
  let cost = 0
  if (demand > room) {
    cost = (room < 0 ? demand : demand - room) * state.penalty.load
    if (cost >= best) return best
  }
  const { entry, stride } = cache
  const at = (c * stride + (r < stride ? r : r % stride)) * 4
  if (entry[at] !== state.version[r] || entry[at + 3] !== r) {
    entry[at] = state.version[r]!
    entry[at + 3] = r
    scan(state, c, r, -1, entry, at)
  }
  const base = cost
  cost += entry[at + 2]!
  if (cost >= best) return best
  let chosen = at
  if (--blinks.left <= 0) {
    blinks.left = blinks.draw()
    chosen = entry.length - 4
    scan(state, c, r, entry[at + 1]!, entry, chosen)
    cost = base + entry[chosen + 2]!
    if (cost >= best) return best
  }
  if (entry[chosen + 2]! >= FAR) return best
  found[0] = entry[chosen + 1]!
  return cost
}

/** Finds the best place in route `r` other than behind `skip`, and notes node and cost at `at`; FAR where nothing fits. */
function scan(
  state: SearchState,
  c: number,
  r: number,
  skip: number,
  entry: Int32Array,
  at: number,
): void {
  const cost =
    state.instance.windows === 1
      ? placeInWindows(state, c, r, skip, entry, at + 1)
      : placeInRoute(state, c, r, skip, entry, at + 1)
  entry[at + 2] = cost < FAR ? Math.round(cost) : FAR
}

function placeInRoute(
  state: SearchState,
  c: number,
  r: number,
  skip: number,
  entry: Int32Array,
  at: number,
): number {
  let best = Infinity
  const { node, instance, visits, penalty } = state
  const { dist, distTo } = instance
  const width = instance.depots + instance.customers
  const row = (instance.depots + c) * width
  const limit = instance.maxDuration[r]!
  const was = state.duration[r]!
  const room = limit - was - instance.service[instance.depots + c]!
  const price = penalty.time
  const over = was > limit ? was - limit : 0
  const end = visits + 2 * r + 1
  let i = visits + 2 * r
  let loc = node[(i << SHIFT) + LOC]!
  while (i !== end) {
    const here = i << SHIFT
    const j = node[here + NEXT]!
    const locNext = node[(j << SHIFT) + LOC]!
    const delta = distTo[row + loc]! + dist[row + locNext]! - node[here + ARC]!
    let cost = delta
    if (cost < best) {
      if (delta > room) cost += (delta - room - over) * price
      if (cost < best && i !== skip) {
        best = cost
        entry[at] = i
      }
    }
    i = j
    loc = locNext
  }
  return best
}

function placeInWindows(
  state: SearchState,
  c: number,
  r: number,
  skip: number,
  entry: Int32Array,
  at: number,
): number {
  let best = Infinity
  const { node, instance, visits, penalty } = state
  const { dist, distTo, time, timeTo } = instance
  const width = instance.depots + instance.customers
  const place = instance.depots + c
  const row = place * width
  const limit = instance.maxDuration[r]!
  const was = state.duration[r]!
  const over = was > limit ? was - limit : 0
  const open = instance.open[place]!
  const close = instance.close[place]!
  const service = instance.service[place]!
  const done = open + service
  const end = visits + 2 * r + 1
  let i = visits + 2 * r
  let loc = node[(i << SHIFT) + LOC]!
  while (i !== end) {
    const here = i << SHIFT
    const j = node[here + NEXT]!
    const next = j << SHIFT
    const locNext = node[next + LOC]!
    const early = node[here + FROM_START + 1]!
    const soonest = node[here + FROM_START]!
    if (early + soonest > close) break
    // Whatever comes behind would have to start before this visit can be over.
    if (node[next + TO_END + 2]! < done) {
      i = j
      loc = locNext
      continue
    }
    const delta = distTo[row + loc]! + dist[row + locNext]! - node[here + ARC]!
    if (delta < best) {
      const there = soonest + timeTo[row + loc]!
      if (early + there > close) break
      const late = node[here + FROM_START + 2]!
      const wait = Math.max(open - there - late, 0)
      const onward = there + wait + service + time[row + locNext]!
      const earlyHere = Math.max(open - there, early) - wait
      if (earlyHere + onward <= node[next + TO_END + 2]!) {
        const lateHere = Math.min(close - there, late)
        const waitThen = Math.max(node[next + TO_END + 1]! - onward - lateHere, 0)
        const duration = onward + waitThen + node[next + TO_END]!
        let cost = delta
        if (duration > limit) cost += (duration - limit - over) * penalty.time
        if (cost < best && i !== skip) {
          best = cost
          entry[at] = i
        }
      }
    }
    i = j
    loc = locNext
  }
  return best
}

/** The cheapest unused vehicle of the day for one customer alone; slots of a fleet are alike, so one stands for all. */
function bestEmptyRoute(
  state: SearchState,
  c: number,
  day: number,
  blinks: Blinks,
  found: Int32Array,
): number {
  const { instance, dayFleetFrom, visits, penalty } = state
  const { dist, time, routeDepot } = instance
  const width = instance.depots + instance.customers
  const place = instance.depots + c
  let best = Infinity
  const several = dayFleetFrom[day + 1]! - dayFleetFrom[day]! > 1
  for (let fleet = dayFleetFrom[day]!; fleet < dayFleetFrom[day + 1]!; fleet++) {
    const r = openSlot(state, fleet)
    if (r < 0) continue
    const depot = routeDepot[r]!
    const out = time[depot * width + place]!
    const back = time[place * width + depot]!
    const start = Math.max(instance.open[place]!, instance.open[depot]! + out)
    const done = start + instance.service[place]!
    if (start > instance.close[place]! || done + back > instance.close[depot]!) continue
    const duration = out + instance.service[place]! + back
    const over = Math.max(0, duration - instance.maxDuration[r]!)
    const overload = Math.max(0, instance.demand[c]! - instance.capacity[r]!)
    const cost =
      dist[depot * width + place]! +
      dist[place * width + depot]! +
      instance.routeCost +
      over * penalty.time +
      overload * penalty.load
    if (cost >= best) continue
    if (several && --blinks.left <= 0) {
      blinks.left = blinks.draw()
      continue
    }
    best = cost
    found[0] = visits + 2 * r
  }
  return best
}

/** An unused vehicle of a fleet that is ours to use, or -1. */
export function openSlot(state: SearchState, fleet: number): number {
  const { fleetFrom, free, freeCount, closed } = state
  const from = fleetFrom[fleet]!
  for (let k = from + freeCount[fleet]! - 1; k >= from; k--)
    if (closed[free[k]!] === 0) return free[k]!
  return -1
}
