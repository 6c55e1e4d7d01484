import {
  FROM_START,
  LOC,
  NEXT,
  PREV,
  ROUTE,
  type SearchState,
  SHIFT,
  TO_END,
} from '../search/search-state.ts'
import { broken, type MoveRoom } from './move-room.ts'

/** A few visits in a row, from the first one on, or back from it where `reversed`. */
export interface Part {
  first: number
  count: number
  reversed: boolean
}

export const nothing: Part = { first: -1, count: 0, reversed: false }

/**
 * What route `r` would cost as the part of a route up to `before`, then `middle`, then the part of a route from `behind` on:
 * constant in the length of the routes, by the merging of time segments under windows (Vidal et al. 2013). The sums of both
 * routes must be true, and their ends at one depot. Infinity where a window would break.
 */
export function joinedCost(
  room: MoveRoom,
  r: number,
  before: number,
  middle: Part,
  behind: number,
): number {
  const { state, position, loadTo, lengthTo } = room
  const { node, instance } = state
  const { dist, demand, customers } = instance
  const width = instance.depots + customers
  const rest = node[(behind << SHIFT) + ROUTE]!
  const end = state.visits + 2 * rest + 1
  if (position[before]! + middle.count + (position[end]! - position[behind]!) === 0) return 0
  const step = middle.reversed ? PREV : NEXT
  let load = loadTo[before]! + loadTo[end]! - loadTo[behind]!
  if (behind !== end) load += demand[behind % customers]!
  let length = lengthTo[before]! + lengthTo[end]! - lengthTo[behind]!
  let at = node[(before << SHIFT) + LOC]!
  for (let k = 0, v = middle.first; k < middle.count; k++, v = node[(v << SHIFT) + step]!) {
    const loc = node[(v << SHIFT) + LOC]!
    load += demand[v % customers]!
    length += dist[at * width + loc]!
    at = loc
  }
  length += dist[at * width + node[(behind << SHIFT) + LOC]!]!
  const duration =
    instance.windows === 1
      ? joinedInWindows(state, before, middle, behind)
      : length + joinedService(room, before, middle, behind, end)
  if (duration === Infinity) return Infinity
  return length + instance.routeCost + broken(state, r, load, duration)
}

function joinedService(
  room: MoveRoom,
  before: number,
  middle: Part,
  behind: number,
  end: number,
): number {
  const { state, serviceTo } = room
  const { node, instance } = state
  let work = serviceTo[before]! + serviceTo[end]! - serviceTo[behind]!
  if (behind !== end) work += instance.service[node[(behind << SHIFT) + LOC]!]!
  const step = middle.reversed ? PREV : NEXT
  for (let k = 0, v = middle.first; k < middle.count; k++, v = node[(v << SHIFT) + step]!)
    work += instance.service[node[(v << SHIFT) + LOC]!]!
  return work
}

function joinedInWindows(state: SearchState, before: number, middle: Part, behind: number): number {
  const { node, instance } = state
  const { open, close, service, time } = instance
  const width = instance.depots + instance.customers
  const step = middle.reversed ? PREV : NEXT
  let duration = node[(before << SHIFT) + FROM_START]!
  let early = node[(before << SHIFT) + FROM_START + 1]!
  let late = node[(before << SHIFT) + FROM_START + 2]!
  let at = node[(before << SHIFT) + LOC]!
  for (let k = 0, v = middle.first; k < middle.count; k++, v = node[(v << SHIFT) + step]!) {
    const loc = node[(v << SHIFT) + LOC]!
    const there = duration + time[at * width + loc]!
    if (early + there > close[loc]!) return Infinity
    const wait = Math.max(open[loc]! - there - late, 0)
    early = Math.max(open[loc]! - there, early) - wait
    late = Math.min(close[loc]! - there, late)
    duration = there + wait + service[loc]!
    at = loc
  }
  const next = behind << SHIFT
  const onward = duration + time[at * width + node[next + LOC]!]!
  if (early + onward > node[next + TO_END + 2]!) return Infinity
  const wait = Math.max(node[next + TO_END + 1]! - onward - late, 0)
  return onward + wait + node[next + TO_END]!
}

/**
 * What the visits would cost as route `r` in this order, counted from the first to the last; Infinity where a window would
 * break. For changes inside one route, after their lengths alone have promised a gain.
 */
export function orderedCost(state: SearchState, r: number, order: readonly number[]): number {
  const { node, instance, visits } = state
  const { dist, time, open, close, service, demand, customers, depots } = instance
  const width = depots + customers
  const depot = instance.routeDepot[r]!
  let [length, load, duration, early, late] = [0, 0, 0, open[depot]!, close[depot]!]
  let at = depot
  for (let k = 0; k <= order.length; k++) {
    const v = k < order.length ? order[k]! : visits + 2 * r + 1
    const loc = node[(v << SHIFT) + LOC]!
    length += dist[at * width + loc]!
    const there = duration + time[at * width + loc]!
    if (instance.windows === 1 && early + there > close[loc]!) return Infinity
    const wait = Math.max(open[loc]! - there - late, 0)
    early = Math.max(open[loc]! - there, early) - wait
    late = Math.min(close[loc]! - there, late)
    duration = there + wait
    if (k < order.length) {
      duration += service[loc]!
      load += demand[v % customers]!
    }
    at = loc
  }
  return length + instance.routeCost + broken(state, r, load, duration)
}
