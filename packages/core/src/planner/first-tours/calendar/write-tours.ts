import type { Tour } from '../../../plan/plan.ts'
import { writeTour } from '../write-tour.ts'
import { type Board, dayOf, vehicleOf } from './board.ts'

/** The tours of a calendar with their times, unordered. */
export function writeTours(board: Board): Tour[] {
  const { problem, stops } = board.ground
  const tours: Tour[] = []
  for (let job = 0; job < board.jobs.length; job++) {
    const slot = board.slotOf[job]!
    if (slot < 0) continue
    const vehicle = board.vehicles[vehicleOf(board, slot)]!
    const day = dayOf(board, slot)
    const served = board.variants[board.jobs[job]!.variant]!.stops.map((stop) => stops[stop]!)
    tours.push(writeTour(problem, vehicle, day, served))
  }
  return tours
}
