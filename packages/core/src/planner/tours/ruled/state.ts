import { longestService, serviceAfter } from '../rules/service-by-gap.ts'
import { type Evaluation, evaluate, newEvaluation } from './evaluate.ts'
import type { RuledProblem } from './problem.ts'

/** One vehicle's day as it stands; never changed in place. `start` and `end` are places, `end` -1 at the last stop. */
export interface Route {
  /** Customers in order. */
  stops: readonly number[]
  start: number
  end: number
  length: number
  driving: number
  /** Service and setup as far as they can't overlap: with the driving a lower bound of the time out. */
  working: number
  duration: number
  cost: number
}

/** A working solution. Routes and days are replaced, not changed, so that what was can be put back. */
export interface RuledState {
  problem: RuledProblem
  routes: Route[]
  /** Another number whenever the route of the slot is another; put back with it. */
  version: Int32Array
  clock: number
  /** Slots of each unit's visits, by day. */
  visits: (readonly number[])[]
  /** Days on which each vehicle is out. */
  daysOut: Int32Array
  room: Evaluation
}

export function emptyRoute(problem: RuledProblem, slot: number): Route {
  const fleet = problem.fleets[problem.slots[slot]!.fleet]!
  const { depot, endDepot } = fleet
  const nothing = { length: 0, driving: 0, working: 0, duration: 0, cost: 0 }
  return { stops: [], start: depot, end: endDepot, ...nothing }
}

export const emptyState = (problem: RuledProblem): RuledState => ({
  problem,
  routes: problem.slots.map((_, s) => emptyRoute(problem, s)),
  version: new Int32Array(problem.slots.length).fill(1),
  clock: 1,
  visits: problem.units.map(() => []),
  daysOut: new Int32Array(problem.vehicles.length),
  room: newEvaluation(problem),
})

/** Whether a vehicle is out on a slot: it has stops, or comes from or goes to a night away. */
export const isOut = (problem: RuledProblem, slot: number, route: Route): boolean => {
  const fleet = problem.fleets[problem.slots[slot]!.fleet]!
  return route.stops.length > 0 || route.start !== fleet.depot || route.end !== fleet.endDepot
}

export function setRoute(state: RuledState, slot: number, route: Route): void {
  const { problem, daysOut } = state
  const was = isOut(problem, slot, state.routes[slot]!)
  const is = isOut(problem, slot, route)
  if (was !== is) {
    const { vehicle } = problem.slots[slot]!
    daysOut[vehicle] = daysOut[vehicle]! + (is ? 1 : -1)
  }
  state.routes[slot] = route
  state.clock = (state.clock + 1) | 0
  state.version[slot] = state.clock
}

/** Calendar days from the visit before to the one on `slot`; the longest possible where there is none before. */
export function gapBefore(state: RuledState, unit: number, slot: number): number {
  const { problem, visits } = state
  const { spacing } = problem.units[unit]!
  const list = visits[unit]!
  const k = list.indexOf(slot)
  const day = problem.dayNumber[problem.slots[slot]!.day]!
  if (k > 0) return day - problem.dayNumber[problem.slots[list[k - 1]!]!.day]!
  if (spacing && spacing.first >= 0) return day + spacing.first
  if (spacing?.wraps && list.length > 0) {
    const last = problem.dayNumber[problem.slots[list.at(-1)!]!.day]!
    return day + problem.periodDays - last
  }
  return spacing?.maxGap ?? Infinity
}

/** Service of a customer on a slot as its unit's dates stand. */
export function serviceOn(state: RuledState, customer: number, slot: number): number {
  const { problem } = state
  const c = problem.customers[customer]!
  if (c.serviceByGap.length === 0) return c.service
  const unit = problem.unitOf[customer]!
  if (!state.visits[unit]!.includes(slot)) return longestService(c)
  return serviceAfter(c, gapBefore(state, unit, slot))
}

/** Puts the stops with their services into the room of evaluation. */
export function loadSequence(state: RuledState, slot: number, stops: readonly number[]): void {
  const { seq, service } = state.room
  for (let k = 0; k < stops.length; k++) {
    seq[k] = stops[k]!
    service[k] = serviceOn(state, stops[k]!, slot)
  }
}

/** The route over these stops on a slot, or the number of the rule that refuses it. */
export function makeRoute(
  state: RuledState,
  slot: number,
  stops: readonly number[],
  start: number,
  end: number,
): Route | number {
  const { problem, room } = state
  const fleet = problem.fleets[problem.slots[slot]!.fleet]!
  if (stops.length === 0 && start === fleet.depot && end === fleet.endDepot)
    return emptyRoute(problem, slot)
  loadSequence(state, slot, stops)
  const refused = evaluate(problem, room, slot, start, end, stops.length)
  if (refused !== 0) return refused
  const { length, driving, working, duration, cost } = room
  return { stops, start, end, length, driving, working, duration, cost }
}

/** Whether the service of some visit of a unit depends on the gap before it. */
export const hasGapService = (problem: RuledProblem, unit: number): boolean =>
  problem.units[unit]!.members.some((c) => problem.customers[c]!.serviceByGap.length > 0)

/** Whether a vehicle may go out on a slot once more: it is out already, or has days left. */
export function hasDayLeft(state: RuledState, slot: number): boolean {
  const { problem, daysOut } = state
  const { vehicle } = problem.slots[slot]!
  if (daysOut[vehicle]! < problem.vehicles[vehicle]!.maxDaysOut) return true
  return isOut(problem, slot, state.routes[slot]!)
}
