import { removeUnit, removeVisits } from '../remove.ts'
import type { Move } from './move.ts'

/** One or two whole days out go, the visits of that day alone or their units on all days; a vehicle-day may be saved. */
export const wholeDays: Move = {
  name: 'whole-days',
  weight: 3,
  applies: () => true,
  ruin(turn) {
    const { state, random } = turn
    const { problem } = state
    const used = problem.slots.map((_, s) => s).filter((s) => state.routes[s]!.stops.length > 0)
    if (used.length === 0) return
    const days = 1 + random.below(2)
    for (let k = 0; k < days; k++) {
      let slot = random.pick(used)
      const other = random.pick(used)
      if (state.routes[other]!.stops.length < state.routes[slot]!.stops.length) slot = other
      const alone = random.next() < 0.5
      for (const unit of new Set(state.routes[slot]!.stops.map((c) => problem.unitOf[c]!)))
        if (alone) removeVisits(turn, unit, [slot])
        else removeUnit(turn, unit)
    }
  },
}
