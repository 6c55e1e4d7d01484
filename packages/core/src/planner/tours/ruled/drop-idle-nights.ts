import type { Turn } from './moves/move.ts'
import { endsAway, removeVisits, setNight } from './remove.ts'

/**
 * Ends nights beside a day without stops: no route visits nobody. What can then not be reached in a day waits to be put in
 * anew.
 */
export function dropIdleNights(turn: Turn): void {
  let left = turn.state.problem.slots.length
  while (left-- > 0 && dropSome(turn));
}

function dropSome(turn: Turn): boolean {
  const { state, journal } = turn
  const { problem } = state
  let dropped = false
  for (const slot of [...journal.slots]) {
    for (const first of [slot, problem.slots[slot]!.previous]) {
      if (first < 0 || !endsAway(state, first, state.routes[first]!.end)) continue
      const second = problem.slots[first]!.next
      const idle = [first, second].some((s) => state.routes[s]!.stops.length === 0)
      if (!idle) continue
      setNight(turn, first, second, -1)
      dropped = true
    }
  }
  for (const unit of new Set(turn.pool)) removeVisits(turn, unit, state.visits[unit]!)
  turn.pool.length = 0
  return dropped
}
