import { measureRoute } from './measure-route.ts'
import type { TourProblem, TourStop, TourTravel, TourVehicle } from './problem.ts'
import { brokenRule } from './rules/route-rules.ts'
import type { RouteRule } from './rules/rule.ts'

/** A tour as it runs on its day, or the first rule that it breaks. Seconds after midnight. */
export type TourEvaluation =
  | {
      ok: true
      depart: number
      finish: number
      driveSeconds: number
      metres: number
      /** By stop, in the order given. */
      visits: { arrive: number; leave: number }[]
    }
  | { ok: false; broken: RouteRule['id'] | 'open-days' | 'vehicle-day' }

const travelOn = (problem: TourProblem, vehicle: TourVehicle, day: number): TourTravel =>
  problem.states[problem.stateOfDay[day]!]!.byProfile[vehicle.profile]!

/**
 * One vehicle's tour over `stops` in the given order on `days[day]`, timed by the road state of
 * that day. Used by the search and by the calendar, and fit for checking a tour by hand.
 */
export function evaluateTour(
  problem: TourProblem,
  vehicle: TourVehicle,
  day: number,
  stops: readonly TourStop[],
): TourEvaluation {
  if (!vehicle.days.includes(day)) return { ok: false, broken: 'vehicle-day' }
  if (stops.some((stop) => stop.closedDays.has(day))) return { ok: false, broken: 'open-days' }
  const travel = travelOn(problem, vehicle, day)
  const ground = {
    places: problem.places.length,
    place: Int32Array.from(stops, (stop) => stop.place),
    service: Int32Array.from(stops, (stop) => stop.serviceSeconds),
  }
  const order = stops.map((_, k) => k)
  const totals = measureRoute(ground, travel, vehicle.depot, order)
  const broken = brokenRule(totals, vehicle)
  if (broken) return { ok: false, broken: broken.id }
  let clock: number = vehicle.earliest
  let at = vehicle.depot
  const visits = stops.map((stop) => {
    const arrive = clock + travel.seconds[at * ground.places + stop.place]!
    clock = arrive + stop.serviceSeconds
    at = stop.place
    return { arrive, leave: clock }
  })
  const depart = vehicle.earliest
  const finish = depart + totals.driveSeconds + totals.serviceSeconds
  return {
    ok: true,
    depart,
    finish,
    driveSeconds: totals.driveSeconds,
    metres: totals.metres,
    visits,
  }
}
