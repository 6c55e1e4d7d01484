import type { Random } from '../../../kernel/random.ts'
import { evaluate, routeCost } from './evaluate.ts'
import type { RuledProblem } from './problem.ts'
import { isOut, loadSequence, makeRoute, type Route, type RuledState, serviceOn } from './state.ts'

/** Best places of units in routes, kept while the route's version stands. */
export interface PlaceCache {
  /** First entry of each unit; entries by rank among its vehicles, then day. */
  from: Int32Array
  version: Int32Array
  cost: Float64Array
  /** Where a unit of one customer stands, or `NIGHT_BLOCK`. */
  first: Int32Array
  random: Random
}

/** Share of positions passed over at random, so that greedy insertion doesn't always end alike. */
const blink = 0.02

export function newPlaceCache(problem: RuledProblem, random: Random): PlaceCache {
  const from = new Int32Array(problem.units.length + 1)
  problem.units.forEach((unit, u) => {
    from[u + 1] = from[u]! + unit.vehicles.length * problem.days
  })
  const entries = from[problem.units.length]!
  return {
    from,
    version: new Int32Array(entries),
    cost: new Float64Array(entries),
    first: new Int32Array(entries),
    random,
  }
}

/** A lodging block: the unit is served on one of two days with a night between. */
export const NIGHT_BLOCK = -2

/** Cost of the best place of a unit in the route of a slot, Infinity where every place is refused; looked up or searched. */
export function placeCost(
  state: RuledState,
  cache: PlaceCache,
  unit: number,
  rank: number,
  slot: number,
): number {
  const at = cache.from[unit]! + rank * state.problem.days + state.problem.slots[slot]!.day
  if (cache.version[at] === state.version[slot]) return cache.cost[at]!
  cache.version[at] = state.version[slot]!
  const { members } = state.problem.units[unit]!
  if (members.length === 1) searchPlaces(state, cache, at, slot, members[0]!)
  else cache.cost[at] = bestTogether(state, slot, members)?.cost ?? Infinity
  if (cache.cost[at] === Infinity) searchBlock(state, cache, at, unit, slot)
  return cache.cost[at]!
}

function searchPlaces(
  state: RuledState,
  cache: PlaceCache,
  at: number,
  slot: number,
  customer: number,
): void {
  const { problem, room } = state
  const route = state.routes[slot]!
  const { stops } = route
  cache.cost[at] = Infinity
  for (let k = 0; k <= stops.length; k++) {
    if (leastCost(state, slot, route, customer, k) >= cache.cost[at]!) continue
    if (stops.length > 0 && cache.random.next() < blink) continue
    for (let j = stops.length; j > k; j--) put(state, slot, j, stops[j - 1]!)
    put(state, slot, k, customer)
    for (let j = 0; j < k; j++) put(state, slot, j, stops[j]!)
    const refused = evaluate(problem, room, slot, route.start, route.end, stops.length + 1)
    if (refused !== 0 || room.cost - route.cost >= cache.cost[at]!) continue
    cache.cost[at] = room.cost - route.cost
    cache.first[at] = k
  }
}

function put(state: RuledState, slot: number, k: number, customer: number): void {
  state.room.seq[k] = customer
  state.room.service[k] = serviceOn(state, customer, slot)
}

/**
 * No less can a customer cost at position `k`, by the lengths and times of its legs alone; Infinity where there is no road or
 * too little time. It spares most places the full evaluation.
 */
function leastCost(
  { problem }: RuledState,
  slot: number,
  route: Route,
  customer: number,
  k: number,
): number {
  const { table, fleet: f } = problem.slots[slot]!
  const { lengths, times } = problem.tables[table]!
  const { places, customers } = problem
  const { at, place, setup } = customers[customer]!
  const before = k === 0 ? route.start : customers[route.stops[k - 1]!]!.at
  const behind = k === route.stops.length ? route.end : customers[route.stops[k]!]!.at
  const there = before * places + at
  const back = at * places + behind
  const direct = before * places + behind
  if (lengths[there]! < 0 || (behind >= 0 && lengths[back]! < 0)) return Infinity
  const fleet = problem.fleets[f]!
  if (fleet.reload !== null) return -Infinity
  // An unused day has no way yet, also where it leads from its depot to its depot.
  const used = behind >= 0 && (route.stops.length > 0 || route.length > 0)
  const more = (arcs: Float64Array) =>
    arcs[there]! + (behind < 0 ? 0 : arcs[back]!) - (used ? arcs[direct]! : 0)
  const driving = route.driving + more(times)
  const own = place >= 0 ? 0 : setup + problem.customers[customer]!.service
  const least = driving + route.working + own
  if (driving > fleet.maxDriving || least > fleet.maxDuration) return Infinity
  return routeCost(problem, f, route.length + more(lengths), least, route.end) - route.cost
}

/** The cheapest way of putting senders and receivers into a route, each sender before its receiver; null where none fits. */
function bestTogether(
  state: RuledState,
  slot: number,
  members: readonly number[],
): { cost: number; stops: readonly number[] } | null {
  const { problem, room } = state
  const route = state.routes[slot]!
  let best: { cost: number; stops: readonly number[] } | null = null
  const put = (stops: readonly number[], waiting: readonly number[], from: number): void => {
    if (waiting.length === 0) {
      loadSequence(state, slot, stops)
      if (evaluate(problem, room, slot, route.start, route.end, stops.length) !== 0) return
      const cost = room.cost - route.cost
      if (best === null || cost < best.cost) best = { cost, stops }
      return
    }
    for (const c of waiting) {
      // A receiver waits for all its senders.
      if (waiting.some((other) => problem.customers[other]!.deliversTo === c)) continue
      const rest = waiting.filter((other) => other !== c)
      for (let k = from; k <= stops.length; k++) put(stops.toSpliced(k, 0, c), rest, k + 1)
    }
  }
  put(route.stops, members, 0)
  return best
}

/** What two days with a night between would be, with the unit on the first or on the second of them. */
interface Block {
  cost: number
  slots: readonly [number, number]
  routes: readonly [Route, Route]
}

/** The cheapest block of two unused days that serves a unit on `slot`; null where the rules allow none. */
export function nightBlock(state: RuledState, unit: number, slot: number): Block | null {
  const { problem } = state
  const { next, previous } = problem.slots[slot]!
  let best: Block | null = null
  for (const [first, second] of [
    [slot, next],
    [previous, slot],
  ] as const) {
    if (first < 0 || second < 0) continue
    const { fleet, day } = problem.slots[first]!
    const { nights, evenings, depot, endDepot } = problem.fleets[fleet]!
    if (nights === null || !evenings.has(day)) continue
    const unused = [first, second].every((s) => !isOut(problem, s, state.routes[s]!))
    const { vehicle } = problem.slots[first]!
    const left = problem.vehicles[vehicle]!.maxDaysOut - state.daysOut[vehicle]!
    if (!unused || left < 2 || nights.mostInRow < 1) continue
    const { members } = problem.units[unit]!
    for (const lodging of nights.at) {
      if (lodging === endDepot) continue
      const out = makeRoute(state, first, first === slot ? members : [], depot, lodging)
      if (typeof out === 'number') continue
      const home = makeRoute(state, second, second === slot ? members : [], lodging, endDepot)
      if (typeof home === 'number') continue
      const cost = out.cost + home.cost
      if (best === null || cost < best.cost)
        best = { cost, slots: [first, second], routes: [out, home] }
    }
  }
  return best
}

function searchBlock(
  state: RuledState,
  cache: PlaceCache,
  at: number,
  unit: number,
  slot: number,
): void {
  if (isOut(state.problem, slot, state.routes[slot]!)) return
  const block = nightBlock(state, unit, slot)
  if (block === null) return
  cache.cost[at] = block.cost
  cache.first[at] = NIGHT_BLOCK
}

/** The slots and routes that result from putting a unit where `placeCost` found its place; null where that no longer holds. */
export function placed(
  state: RuledState,
  cache: PlaceCache,
  unit: number,
  rank: number,
  slot: number,
): { slots: readonly number[]; routes: readonly Route[] } | null {
  if (placeCost(state, cache, unit, rank, slot) === Infinity) return null
  const at = cache.from[unit]! + rank * state.problem.days + state.problem.slots[slot]!.day
  const first = cache.first[at]!
  if (first === NIGHT_BLOCK) return nightBlock(state, unit, slot)
  const { stops, start, end } = state.routes[slot]!
  const { members } = state.problem.units[unit]!
  const next =
    members.length === 1
      ? stops.toSpliced(first, 0, members[0]!)
      : (bestTogether(state, slot, members)?.stops ?? stops)
  const route = makeRoute(state, slot, next, start, end)
  return typeof route === 'number' ? null : { slots: [slot], routes: [route] }
}
