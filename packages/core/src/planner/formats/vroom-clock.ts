import { noWay } from './vroom-places.ts'
import type { VroomProblem } from './vroom-schema.ts'

type Window = readonly [open: number, close: number]

const secondsOfDay = 86_400
/** Times from here on are taken for seconds since 1970 (this one was in 1973), not since the start of the day. */
const firstTimestamp = 1e8

/** What to take off all times: 0, or for timestamps the start of the first day (UTC) that the file names. */
export function epochOf(problem: VroomProblem): number {
  const tasks = [...problem.jobs, ...problem.shipments.flatMap((s) => [s.pickup, s.delivery])]
  const windows = [
    ...tasks.flatMap((t) => t.time_windows ?? []),
    ...problem.vehicles.flatMap((v) => [
      ...(v.time_window ? [v.time_window] : []),
      ...(v.breaks ?? []).flatMap((b) => b.time_windows ?? []),
    ]),
  ]
  const first = windows.reduce((least, [open]) => Math.min(least, open), Infinity)
  return first >= firstTimestamp && first < Infinity
    ? Math.floor(first / secondsOfDay) * secondsOfDay
    : 0
}

/** A window in the instance's clock. */
export const windowOf = ([open, close]: Window, epoch: number) => ({
  open: open - epoch,
  close: close >= noWay ? Infinity : close - epoch,
})
