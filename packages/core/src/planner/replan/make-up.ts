import { type Place, placesFor, vehiclesFor } from './best-place.ts'
import { byUrgency, type Job } from './job.ts'
import { compareLevels, type Levels } from './order-of-levels.ts'
import { type Schedule, setRun, undoTo } from './schedule.ts'

/**
 * The provisional fix: everything that fell out is put back, the most urgent first, where it keeps floors best, on the
 * same day if it can be, else the nearest, at the least money. Nothing else is moved, so nobody is worse off than if the
 * impossible visits were only cancelled.
 */
export function makeUp(schedule: Schedule, out: Iterable<Job>): void {
  for (const job of [...out].sort(byUrgency)) {
    if (schedule.slotOf[job.key]! >= 0 || job.locked) continue
    const place = nearestPlace(schedule, job)
    if (place !== null) setRun(schedule, place.slot, place.run)
  }
  schedule.log.length = 0
}

function nearestPlace(schedule: Schedule, job: Job): Place | null {
  const { dayNumbers } = schedule.ground
  const middle = dayNumbers[job.around]!
  let best: Place | null = null
  let bestLevels: Levels | null = null
  for (const place of placesFor(schedule, job, vehiclesFor(schedule, job), true)) {
    const mark = schedule.log.length
    const before = schedule.value
    setRun(schedule, place.slot, place.run)
    const far = Math.abs(dayNumbers[place.run.day]! - middle)
    const { basic, other, depth } = schedule.floors
    const levels = [basic, other, depth, far, schedule.value - before]
    undoTo(schedule, mark)
    if (bestLevels !== null && compareLevels(levels, bestLevels) >= 0) continue
    best = place
    bestLevels = levels
  }
  return best
}
