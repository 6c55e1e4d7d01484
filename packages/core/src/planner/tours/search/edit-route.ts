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
  state.routeOf[v] = r
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
  state.routeOf[v] = -1
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
  const start = state.visits + 2 * r
  refreshAround(state, r, start, start + 1)
}

/** The same where all has been right up to node `before`, and from node `behind` on. */
export function refreshAround(state: SearchState, r: number, before: number, behind: number): void {
  const { node, instance, visits } = state
  const { service, open, close, time } = instance
  const width = instance.depots + instance.customers
  const start = (visits + 2 * r) << SHIFT
  const end = start + (1 << SHIFT)
  let p = before << SHIFT
  let row = node[p + LOC]! * width
  let delta = node[p + FROM_START]!
  let early = node[p + FROM_START + 1]!
  let late = node[p + FROM_START + 2]!
  while (p !== end) {
    p = node[p + NEXT]! << SHIFT
    const loc = node[p + LOC]!
    delta += time[row + loc]!
    const wait = Math.max(open[loc]! - delta - late, 0)
    early = Math.max(open[loc]! - delta, early) - wait
    late = Math.min(close[loc]! - delta, late)
    delta += wait + service[loc]!
    node[p + FROM_START] = delta
    node[p + FROM_START + 1] = early
    node[p + FROM_START + 2] = late
    row = loc * width
  }
  setDuration(state, r, state.size[r] === 0 ? 0 : delta)
  p = behind << SHIFT
  let to = node[p + LOC]!
  delta = node[p + TO_END]!
  early = node[p + TO_END + 1]!
  late = node[p + TO_END + 2]!
  while (p !== start) {
    p = node[p + PREV]! << SHIFT
    const loc = node[p + LOC]!
    const onward = service[loc]! + time[loc * width + to]!
    const wait = Math.max(early - onward - close[loc]!, 0)
    early = Math.max(early - onward, open[loc]!) - wait
    late = Math.min(late - onward, close[loc]!)
    delta += onward + wait
    node[p + TO_END] = delta
    node[p + TO_END + 1] = early
    node[p + TO_END + 2] = late
    to = loc
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
