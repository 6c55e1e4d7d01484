import { type Board, runs } from './calendar/board.ts'
import type { Ground } from './ground.ts'
import type { TourSolution } from './problem.ts'

type Unplaced = TourSolution['unplaced'][number]

/** What one kind's calendar leaves out, and the vehicle-days that were missing. */
export function shortageOf(board: Board): { unplaced: Unplaced[]; daysShort: number } {
  const { ground } = board
  const counts = new Map<string, Unplaced>()
  const add = (stop: number, reason: Unplaced['reason'], visits: number): void => {
    const { id } = ground.stops[stop]!
    const known = counts.get(`${reason} ${id}`)
    if (known) known.visits += visits
    else counts.set(`${reason} ${id}`, { stop: id, visits, reason })
  }
  let daysShort = 0
  ground.blocked.forEach((reason, stop) => {
    if (ground.groups.length === 0) {
      // Without a vehicle there is no tour to count, so every visit counts as a day of its own.
      daysShort += ground.visits[stop]!
      add(stop, 'fleet', ground.visits[stop]!)
    } else if (reason) add(stop, reason, ground.visits[stop]!)
  })
  board.jobs.forEach((job, j) => {
    if (board.slotOf[j]! >= 0) return
    const reason = hasDay(board, job.variant) ? 'fleet' : 'calendar'
    if (reason === 'fleet') daysShort++
    for (const stop of board.variants[job.variant]!.stops) add(stop, reason, 1)
  })
  return { unplaced: [...counts.values()], daysShort }
}

/** Whether one more vehicle would have a day for it: open, passable, and no visit of its stops. */
function hasDay(board: Board, variant: number): boolean {
  const { days, stops } = board.variants[variant]!
  const working = workingDays(board.ground)
  for (let day = 0; day < board.days; day++) {
    if (!days[day] || !working[day]) continue
    if (stops.some((stop) => board.visitDays[stop]!.includes(day))) continue
    for (let group = 0; group < board.ground.groups.length; group++)
      if (runs(board, variant, group, day)) return true
  }
  return false
}

/** Days on which any vehicle of the kind goes out; all days if none ever does. */
function workingDays(ground: Ground): Uint8Array {
  const working = new Uint8Array(ground.problem.days.length)
  for (const group of ground.groups)
    for (const vehicle of group.vehicles) for (const day of vehicle.days) working[day] = 1
  return working.includes(1) ? working : working.fill(1)
}
