import { endsAway, removeUnit, removeVisits, setNight } from '../remove.ts'
import { isOut, type RuledState } from '../state.ts'
import type { Move, Turn } from './move.ts'

/**
 * Block move: two days of a vehicle are joined by a night at a lodging place, or such a night is given up; the stops of both
 * days, and some near the lodging, are put in anew.
 */
export const nights: Move = {
  name: 'nights',
  weight: 4,
  applies: ({ problem }) => problem.fleets.some((f) => f.nights !== null),
  ruin(turn) {
    const { state, random } = turn
    const { problem } = state
    const able = problem.slots
      .map((_, s) => s)
      .filter((s) => {
        const { fleet, day, next } = problem.slots[s]!
        const { nights: rule, evenings } = problem.fleets[fleet]!
        return rule !== null && next >= 0 && evenings.has(day)
      })
    if (able.length === 0) return
    const away = able.filter((s) => endsAway(state, s, state.routes[s]!.end))
    const give = away.length > 0 && random.next() < 0.4
    const slot = random.pick(give ? away : able)
    const { next, fleet } = problem.slots[slot]!
    const lodging = give ? -1 : random.pick(problem.fleets[fleet]!.nights!.at)
    if (!give && (lodging === problem.fleets[fleet]!.endDepot || !mayStay(state, slot))) return
    setNight(turn, slot, next, lodging)
    loosen(turn, slot)
    loosen(turn, next)
  },
}

/** Whether the vehicle has the days, and the nights in a row, for a night on the evening of `slot`. */
function mayStay(state: RuledState, slot: number): boolean {
  const { problem } = state
  const { vehicle, next, fleet } = problem.slots[slot]!
  const more = [slot, next].filter((s) => !isOut(problem, s, state.routes[s]!)).length
  if (state.daysOut[vehicle]! + more > problem.vehicles[vehicle]!.maxDaysOut) return false
  return nightsInRow(state, slot) <= problem.fleets[fleet]!.nights!.mostInRow
}

/** Nights in a row if there were one on the evening of `slot`. */
export function nightsInRow(state: RuledState, slot: number): number {
  const { slots } = state.problem
  let count = 1
  for (let s = slots[slot]!.previous; s >= 0 && endsAway(state, s, state.routes[s]!.end); ) {
    count += 1
    s = slots[s]!.previous
  }
  for (let s = slots[slot]!.next; s >= 0 && endsAway(state, s, state.routes[s]!.end); ) {
    count += 1
    s = slots[s]!.next
  }
  return count
}

/** About half of the stops of a slot wait to be put in anew, on that day or on all their days. */
function loosen(turn: Turn, slot: number): void {
  const { state, random } = turn
  for (const unit of new Set(state.routes[slot]!.stops.map((c) => state.problem.unitOf[c]!))) {
    const draw = random.next()
    if (draw < 0.25) removeUnit(turn, unit)
    else if (draw < 0.5) removeVisits(turn, unit, [slot])
  }
}
