import { removeVisits } from '../remove.ts'
import type { Move } from './move.ts'
import { seedUnit } from './strings.ts'

/** Near units lose their visits in a stretch of days alone; the dates around it stay. So partners can differ over the year. */
export const weeks: Move = {
  name: 'weeks',
  weight: 12,
  applies: ({ problem }) => problem.units.some((u) => u.visits > 2),
  ruin(turn) {
    const { state, random } = turn
    const { problem } = state
    const seed = seedUnit(turn)
    const from = random.below(problem.days)
    const to = from + 3 + random.below(Math.max(4, Math.ceil(problem.days / 6)))
    let left = 2 + random.below(7)
    for (const unit of [seed, ...problem.near[seed]!]) {
      if (left === 0) return
      const within = state.visits[unit]!.filter((s) => {
        const { day } = problem.slots[s]!
        return day >= from && day < to
      })
      if (within.length === 0) continue
      removeVisits(turn, unit, within)
      left -= 1
    }
  },
}
