import {
  ARC,
  FROM_START,
  LOC,
  NEXT,
  PREV,
  ROUTE,
  type SearchState,
  SHIFT,
  TO_END,
} from './search-state.ts'

/** Links visit `v` in behind node `after` and keeps route and totals right; segments wait for `refreshSegments`. */
export function linkVisit(state: SearchState, v: number, after: number): void {
  const { node, instance, totals } = state
  const { dist } = instance
  const width = instance.depots + instance.customers
  const a = after << SHIFT
  const at = v << SHIFT
  const next = node[a + NEXT]!
  const b = next << SHIFT
  const r = node[a + ROUTE]!
  const loc = node[at + LOC]!
  const before = dist[node[a + LOC]! * width + loc]!
  const behind = dist[loc * width + node[b + LOC]!]!
  const delta = before + behind - node[a + ARC]!
  if (state.size[r] === 0) openRoute(state, r)
  node[at + ROUTE] = r
  node[at + NEXT] = next
  node[at + PREV] = after
  node[a + NEXT] = v
  node[b + PREV] = v
  node[a + ARC] = before
  node[at + ARC] = behind
  state.size[r] = state.size[r]! + 1
  change(state, r, delta, instance.demand[v % instance.customers]!, instance.service[loc]!)
  totals.length += delta
}

/** Takes visit `v` out of its route. */
export function unlinkVisit(state: SearchState, v: number): void {
  const { node, instance, totals } = state
  const width = instance.depots + instance.customers
  const at = v << SHIFT
  const r = node[at + ROUTE]!
  const prev = node[at + PREV]!
  const next = node[at + NEXT]!
  const a = prev << SHIFT
  const b = next << SHIFT
  const loc = node[at + LOC]!
  const size = state.size[r]! - 1
  const arc = size === 0 ? 0 : instance.dist[node[a + LOC]! * width + node[b + LOC]!]!
  const delta = arc - node[a + ARC]! - node[at + ARC]!
  node[a + NEXT] = next
  node[b + PREV] = prev
  node[a + ARC] = arc
  node[at + ROUTE] = -1
  state.size[r] = size
  change(state, r, delta, -instance.demand[v % instance.customers]!, -instance.service[loc]!)
  totals.length += delta
  if (size === 0) closeRoute(state, r)
}

/** Adds to a route's length, load and time, and to what all routes break. Times under windows come from the segments. */
function change(
  state: SearchState,
  r: number,
  length: number,
  load: number,
  service: number,
): void {
  const { instance, totals } = state
  const capacity = instance.capacity[r]!
  const was = state.load[r]!
  const is = was + load
  state.load[r] = is
  state.clock = (state.clock + 1) | 0
  state.version[r] = state.clock
  totals.overload += (is > capacity ? is - capacity : 0) - (was > capacity ? was - capacity : 0)
  state.length[r] = state.length[r]! + length
  if (instance.windows === 0) setDuration(state, r, state.duration[r]! + length + service)
}

function setDuration(state: SearchState, r: number, duration: number): void {
  const limit = state.instance.maxDuration[r]!
  const was = state.duration[r]!
  state.totals.overtime +=
    (duration > limit ? duration - limit : 0) - (was > limit ? was - limit : 0)
  state.duration[r] = duration
}

/** Puts a route that gets its first visit among those in use. */
export function openRoute(state: SearchState, r: number): void {
  const day = state.instance.routeDay[r]!
  const at = state.dayFrom[day]! + state.usedCount[day]!
  state.used[at] = r
  state.usedAt[r] = at
  state.usedCount[day] = state.usedCount[day]! + 1
  state.totals.routes += 1
  const { free, freeAt, fleetFrom, freeCount } = state
  const fleet = state.slotFleet[r]!
  const last = free[fleetFrom[fleet]! + freeCount[fleet]! - 1]!
  free[freeAt[r]!] = last
  freeAt[last] = freeAt[r]!
  freeCount[fleet] = freeCount[fleet]! - 1
}

/** Takes a route without visits from those in use. */
export function closeRoute(state: SearchState, r: number): void {
  const day = state.instance.routeDay[r]!
  const last = state.dayFrom[day]! + state.usedCount[day]! - 1
  const moved = state.used[last]!
  const at = state.usedAt[r]!
  state.used[at] = moved
  state.usedAt[moved] = at
  state.usedAt[r] = -1
  state.usedCount[day] = state.usedCount[day]! - 1
  state.totals.routes -= 1
  const fleet = state.slotFleet[r]!
  const place = state.fleetFrom[fleet]! + state.freeCount[fleet]!
  state.free[place] = r
  state.freeAt[r] = place
  state.freeCount[fleet] = state.freeCount[fleet]! + 1
}

/** Lays the time segments of a route anew, from its start and from its end; only needed under windows. */
export function refreshSegments(state: SearchState, r: number): void {
  const { node, instance, visits } = state
  const { service, open, close, time } = instance
  const width = instance.depots + instance.customers
  const start = visits + 2 * r
  const end = start + 1
  let p = start << SHIFT
  while (p >> SHIFT !== end) {
    const q = node[p + NEXT]! << SHIFT
    const loc = node[q + LOC]!
    const travel = time[node[p + LOC]! * width + loc]!
    const early = node[p + FROM_START + 1]!
    const late = node[p + FROM_START + 2]!
    const delta = node[p + FROM_START]! + travel
    const wait = Math.max(open[loc]! - delta - late, 0)
    node[q + FROM_START] = delta + wait + service[loc]!
    node[q + FROM_START + 1] = Math.max(open[loc]! - delta, early) - wait
    node[q + FROM_START + 2] = Math.min(close[loc]! - delta, late)
    p = q
  }
  setDuration(state, r, state.size[r] === 0 ? 0 : node[p + FROM_START]!)
  let b = end << SHIFT
  while (b >> SHIFT !== start) {
    const a = node[b + PREV]! << SHIFT
    const loc = node[a + LOC]!
    const travel = time[loc * width + node[b + LOC]!]!
    const delta = service[loc]! + travel
    const wait = Math.max(node[b + TO_END + 1]! - delta - close[loc]!, 0)
    node[a + TO_END] = delta + wait + node[b + TO_END]!
    node[a + TO_END + 1] = Math.max(node[b + TO_END + 1]! - delta, open[loc]!) - wait
    node[a + TO_END + 2] = Math.min(node[b + TO_END + 2]! - delta, close[loc]!)
    b = a
  }
}

/** Marks a customer as served by a pattern. */
export function markServed(state: SearchState, c: number, pattern: number): void {
  const { totals, absent, absentAt } = state
  state.chosen[c] = pattern
  const last = totals.absent - 1
  const moved = absent[last]!
  const at = absentAt[c]!
  absent[at] = moved
  absentAt[moved] = at
  absentAt[c] = -1
  totals.absent = last
  totals.absence -= state.instance.absence[c]!
}

/** Marks a customer as left out. */
export function markAbsent(state: SearchState, c: number): void {
  const { totals, absent, absentAt } = state
  state.chosen[c] = -1
  absent[totals.absent] = c
  absentAt[c] = totals.absent
  totals.absent += 1
  totals.absence += state.instance.absence[c]!
}
