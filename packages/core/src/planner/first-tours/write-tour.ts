import type { Tour } from '../../plan/plan.ts'
import { evaluateTour } from './evaluate-tour.ts'
import type { TourProblem, TourStop, TourVehicle } from './problem.ts'

/** One vehicle's day over `stops` in the given order on `days[day]`, with its times; null where it breaks a rule. */
export function writeTour(
  problem: TourProblem,
  vehicle: TourVehicle,
  day: number,
  stops: readonly TourStop[],
): Tour | null {
  const run = evaluateTour(problem, vehicle, day, stops)
  if (!run.ok) return null
  const date = problem.days[day]!
  const id = `${vehicle.id}-${date}`
  return {
    id,
    vehicle: vehicle.id,
    date,
    depart: run.depart,
    finish: run.finish,
    metres: run.metres,
    driveSeconds: run.driveSeconds,
    visits: stops.map((stop, k) => ({
      id: `${id}/${k + 1}`,
      stop: stop.id,
      arrive: run.visits[k]!.arrive,
      leave: run.visits[k]!.leave,
      services: [...stop.services],
      personTimes: stop.personTimes,
    })),
  }
}
