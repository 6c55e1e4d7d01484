import { ARC, FROM_START, LOC, NEXT, type SearchState, SHIFT, TO_END } from './search-state.ts'

/** Skips one place in `1 / share` at random, so that greedy insertion doesn't always end alike (Christiaens & Vanden Berghe 2020). */
export interface Blinks {
  /** Places until the next one is skipped. */
  left: number
  draw(): number
}

/**
 * The cheapest place for customer `c` on `day`: the node to stand behind goes to `found[0]`, the cost is returned,
 * Infinity where nothing fits. Windows hold always; load and time limits at the state's penalties.
 */
export function bestPlace(
  state: SearchState,
  c: number,
  day: number,
  blinks: Blinks,
  found: Int32Array,
): number {
  let best = bestEmptyRoute(state, c, day, found)
  const { dayFrom, usedCount, used, load, instance, penalty } = state
  const from = dayFrom[day]!
  const to = from + usedCount[day]!
  const demand = instance.demand[c]!
  for (let k = from; k < to; k++) {
    const r = used[k]!
    const capacity = instance.capacity[r]!
    const was = load[r]!
    const is = was + demand
    let base = 0
    if (is > capacity) base = (was > capacity ? demand : is - capacity) * penalty.load
    if (base >= best) continue
    best =
      instance.windows === 1
        ? placeInWindows(state, c, r, base, best, blinks, found)
        : placeInRoute(state, c, r, base, best, blinks, found)
  }
  return best
}

function placeInRoute(
  state: SearchState,
  c: number,
  r: number,
  base: number,
  best: number,
  blinks: Blinks,
  found: Int32Array,
): number {
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
  let left = blinks.left
  while (i !== end) {
    const at = i << SHIFT
    const j = node[at + NEXT]!
    const locNext = node[(j << SHIFT) + LOC]!
    const delta = distTo[row + loc]! + dist[row + locNext]! - node[at + ARC]!
    let cost = base + delta
    if (cost < best) {
      if (delta > room) cost += (delta - room - over) * price
      if (cost < best) {
        if (--left <= 0) left = blinks.draw()
        else {
          best = cost
          found[0] = i
        }
      }
    }
    i = j
    loc = locNext
  }
  blinks.left = left
  return best
}

function placeInWindows(
  state: SearchState,
  c: number,
  r: number,
  base: number,
  best: number,
  blinks: Blinks,
  found: Int32Array,
): number {
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
  const end = visits + 2 * r + 1
  let i = visits + 2 * r
  let loc = node[(i << SHIFT) + LOC]!
  while (i !== end) {
    const at = i << SHIFT
    const j = node[at + NEXT]!
    const next = j << SHIFT
    const locNext = node[next + LOC]!
    const delta = distTo[row + loc]! + dist[row + locNext]! - node[at + ARC]!
    if (base + delta < best) {
      const early = node[at + FROM_START + 1]!
      const there = node[at + FROM_START]! + timeTo[row + loc]!
      if (early + there > close) break
      const late = node[at + FROM_START + 2]!
      const wait = Math.max(open - there - late, 0)
      const onward = there + wait + service + time[row + locNext]!
      const earlyHere = Math.max(open - there, early) - wait
      if (earlyHere + onward <= node[next + TO_END + 2]!) {
        const lateHere = Math.min(close - there, late)
        const waitThen = Math.max(node[next + TO_END + 1]! - onward - lateHere, 0)
        const duration = onward + waitThen + node[next + TO_END]!
        let cost = base + delta
        if (duration > limit) cost += (duration - limit - over) * penalty.time
        if (cost < best) {
          if (--blinks.left <= 0) blinks.left = blinks.draw()
          else {
            best = cost
            found[0] = i
          }
        }
      }
    }
    i = j
    loc = locNext
  }
  return best
}

/** The cheapest unused vehicle of the day for one customer alone; slots of a fleet are alike, so its first free one stands for all. */
function bestEmptyRoute(state: SearchState, c: number, day: number, found: Int32Array): number {
  const { instance, dayFrom, size, visits, penalty } = state
  const { dist, time, routeFleet, routeDepot } = instance
  const width = instance.depots + instance.customers
  const place = instance.depots + c
  let best = Infinity
  let fleet = -1
  for (let r = dayFrom[day]!; r < dayFrom[day + 1]!; r++) {
    if (size[r] !== 0 || routeFleet[r] === fleet) continue
    fleet = routeFleet[r]!
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
    if (cost < best) {
      best = cost
      found[0] = visits + 2 * r
    }
  }
  return best
}
