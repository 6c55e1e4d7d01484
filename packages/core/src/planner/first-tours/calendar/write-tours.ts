import type { Tour } from '../../../plan/plan.ts'
import { evaluateTour } from '../evaluate-tour.ts'
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
    const run = evaluateTour(problem, vehicle, day, served)
    if (!run.ok) throw new Error(`tour of ${vehicle.id} on day ${day} breaks ${run.broken}`)
    const id = `${vehicle.id}-${problem.days[day]!}`
    tours.push({
      id,
      vehicle: vehicle.id,
      date: problem.days[day]!,
      depart: run.depart,
      finish: run.finish,
      metres: run.metres,
      driveSeconds: run.driveSeconds,
      visits: served.map((stop, k) => ({
        id: `${id}/${k + 1}`,
        stop: stop.id,
        arrive: run.visits[k]!.arrive,
        leave: run.visits[k]!.leave,
        services: [...stop.services],
        personTimes: stop.personTimes,
      })),
    })
  }
  return tours
}
