import type { Tour } from '../../../plan/plan.ts'
import { writeTour } from '../write-tour.ts'
import { type Board, dayOf, lift, vehicleOf } from './board.ts'

/** The tours of a calendar with their times, unordered. What breaks a rule loses its slot, and so counts as short. */
export function writeTours(board: Board): Tour[] {
  const { problem, stops } = board.ground
  const tours: Tour[] = []
  for (let job = 0; job < board.jobs.length; job++) {
    const slot = board.slotOf[job]!
    if (slot < 0) continue
    const vehicle = board.vehicles[vehicleOf(board, slot)]!
    const day = dayOf(board, slot)
    const served = board.variants[board.jobs[job]!.variant]!.stops.map((stop) => stops[stop]!)
    const tour = writeTour(problem, vehicle, day, served)
    if (tour === null) lift(board, job)
    else tours.push(tour)
  }
  return tours
}
