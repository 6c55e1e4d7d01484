import type { Job } from './job.ts'
import type { AlternativeKind } from './replan-problem.ts'
import type { Schedule } from './schedule.ts'

/** What decides between two schedules, from the left; the smaller the better. */
export type Levels = readonly number[]

/** The levels of a schedule under an alternative. `forced` are jobs that cannot be made as published. */
export function levelsOf(
  { changes, floors, value }: Schedule,
  kind: AlternativeKind,
  cancelledByChoice: number,
): Levels {
  const { moved, otherVehicle, retimed, cancelled, unanswered } = changes
  const changed = moved + otherVehicle + cancelled
  const missed = [floors.basic, floors.other, floors.depth]
  switch (kind) {
    case 'fewest':
      return [unanswered, changed, ...missed, cancelled, retimed, value]
    case 'cheapest':
      return [unanswered, cancelledByChoice, ...missed, value, changed, retimed]
    default:
      return [unanswered, ...missed, changed, cancelled, retimed, value]
  }
}

/** Cancelled visits that could have been made as published. */
export function cancelledByChoice(schedule: Schedule, forced: Iterable<Job>): number {
  let out = 0
  for (const job of forced) if (job.home !== null && schedule.slotOf[job.key]! < 0) out++
  return schedule.changes.cancelled - out
}

/** People are sums of fractions: a millionth of one decides nothing. */
const tolerance = 1e-6

export function compareLevels(a: Levels, b: Levels): number {
  for (let k = 0; k < a.length; k++) {
    const less = a[k]! - b[k]!
    if (Math.abs(less) > tolerance) return less
  }
  return 0
}
