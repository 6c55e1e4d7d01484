import { changeRoute, changeVisits } from './journal.ts'
import type { Turn } from './moves/move.ts'
import { makeRoute, type RuledState } from './state.ts'

/** Takes the visits of a unit on the given slots out of their routes; it waits in the pool. */
export function removeVisits(turn: Turn, unit: number, slots: readonly number[]): void {
  const { state, journal, pool } = turn
  if (slots.length === 0) return
  const { members } = state.problem.units[unit]!
  const gone = new Set(slots)
  changeVisits(
    state,
    journal,
    unit,
    state.visits[unit]!.filter((s) => !gone.has(s)),
  )
  for (const slot of slots) {
    const route = state.routes[slot]!
    const rest = route.stops.filter((c) => !members.includes(c))
    replaceStops(turn, slot, rest)
  }
  if (!pool.includes(unit)) pool.push(unit)
}

/** Takes a unit out on all its days. */
export const removeUnit = (turn: Turn, unit: number): void =>
  removeVisits(turn, unit, turn.state.visits[unit]!)

/**
 * Gives a slot fewer stops. Where even they break a rule (a longer way without a stop, a rest that falls away), they go too.
 * An unused day at the side of a night away keeps its way.
 */
function replaceStops(turn: Turn, slot: number, stops: readonly number[]): void {
  const { state, journal } = turn
  const { start, end } = state.routes[slot]!
  const made = makeRoute(state, slot, stops, start, end)
  if (typeof made !== 'number') {
    changeRoute(state, journal, slot, made)
    return
  }
  if (stops.length === 0) {
    dropNights(turn, slot)
    return
  }
  for (const unit of new Set(stops.map((c) => state.problem.unitOf[c]!)))
    loseVisit(turn, unit, slot)
  replaceStops(turn, slot, [])
}

/** A unit has one visit less and waits in the pool; its route is the caller's matter. */
function loseVisit({ state, journal, pool }: Turn, unit: number, slot: number): void {
  const left = state.visits[unit]!.filter((s) => s !== slot)
  changeVisits(state, journal, unit, left)
  if (!pool.includes(unit)) pool.push(unit)
}

/** Makes a vehicle end and start at its own depot on the evenings around a slot. */
export function dropNights(turn: Turn, slot: number): void {
  const { state } = turn
  const { next, previous } = state.problem.slots[slot]!
  const { start, end } = state.routes[slot]!
  if (startsAway(state, slot, start)) setNight(turn, previous, slot, -1)
  if (endsAway(state, slot, end)) setNight(turn, slot, next, -1)
}

export const startsAway = ({ problem }: RuledState, slot: number, start: number): boolean =>
  start !== problem.fleets[problem.slots[slot]!.fleet]!.depot

export const endsAway = ({ problem }: RuledState, slot: number, end: number): boolean =>
  end !== problem.fleets[problem.slots[slot]!.fleet]!.endDepot

/** Ends `first` at a lodging and starts `second` there, or at their own depots with -1; stops that no longer fit wait in the pool. */
export function setNight(turn: Turn, first: number, second: number, lodging: number): void {
  const { state } = turn
  const { problem } = state
  const evening = problem.fleets[problem.slots[first]!.fleet]!
  const morning = problem.fleets[problem.slots[second]!.fleet]!
  const { start } = state.routes[first]!
  const { end } = state.routes[second]!
  layOrEmpty(turn, first, start, lodging < 0 ? evening.endDepot : lodging)
  layOrEmpty(turn, second, lodging < 0 ? morning.depot : lodging, end)
}

/** The slot's stops between other ends, its last (first) ones taken out until the rest fits. */
function layOrEmpty(turn: Turn, slot: number, start: number, end: number): void {
  const { state, journal } = turn
  let { stops } = state.routes[slot]!
  for (;;) {
    const made = makeRoute(state, slot, stops, start, end)
    if (typeof made !== 'number') {
      changeRoute(state, journal, slot, made)
      return
    }
    if (stops.length === 0) {
      // No way even without stops: an empty day that the search may not keep; the caller looks.
      const none = { length: 0, driving: 0, working: 0, duration: 0, cost: Infinity }
      changeRoute(state, journal, slot, { stops, start, end, ...none })
      return
    }
    const unit = state.problem.unitOf[stops.at(-1)!]!
    const { members } = state.problem.units[unit]!
    stops = stops.filter((c) => !members.includes(c))
    loseVisit(turn, unit, slot)
  }
}
