import type { Job } from './job.ts'
import { drive, type Run, type Schedule } from './schedule.ts'

/** Up to here every order is tried. */
const mostTried = 6

/** The order of a day's visits with the shortest drive that keeps the rules; null where none does. */
export function bestOrder(
  schedule: Schedule,
  vehicle: number,
  day: number,
  jobs: readonly Job[],
  keepTimes = true,
): Run | null {
  if (jobs.length > mostTried) return null
  let best: Run | null = null
  const tryOut = (order: readonly Job[], left: readonly Job[]): void => {
    if (left.length > 0) {
      for (const job of left)
        tryOut(
          [...order, job],
          left.filter((other) => other !== job),
        )
      return
    }
    const driven = drive(schedule, vehicle, day, order, keepTimes)
    if (typeof driven === 'string') return
    if (best === null || driven.driveSeconds < best.driveSeconds)
      best = { vehicle, day, jobs: order, published: null, ...driven }
  }
  tryOut([], jobs)
  return best
}
