import type { Vehicle } from '../../resources/vehicle.ts'
import { MAX_DRIVE_WITHOUT_REST_SECONDS, REST_SECONDS } from '../first-tours/rules/driving-rest.ts'
import type { EditState, OpenTour } from './edit-state.ts'
import { staysOf } from './edit-state.ts'
import { type RoadsOn, type Stay, timeTour } from './tour-clock.ts'

/** Whether a tour keeps shift, driving limit and rest as it stands. */
export function tourHolds(state: EditState, tour: OpenTour): boolean {
  if (tour.visits.length === 0) return true
  return staysHold(tour, tour.vehicle, staysOf(state, tour), state.roads)
}

export function staysHold(
  tour: Pick<OpenTour, 'id' | 'date' | 'depart'>,
  vehicle: Vehicle,
  stays: readonly Stay[],
  roads: RoadsOn,
): boolean {
  const timed = timeTour(tour, vehicle, stays, roads)
  if (!('tour' in timed)) return false
  const { depart, finish, driveSeconds } = timed.tour
  if (finish - depart > vehicle.shiftSeconds || driveSeconds > vehicle.driveLimitSeconds)
    return false
  const road = roads(vehicle, tour.date)
  let [at, run] = [vehicle.depot, 0]
  for (const { settlement, visit } of stays) {
    run += road.seconds(at, settlement)
    if (run > MAX_DRIVE_WITHOUT_REST_SECONDS) return false
    if (visit.leave - visit.arrive >= REST_SECONDS) run = 0
    at = settlement
  }
  return run + road.seconds(at, vehicle.depot) <= MAX_DRIVE_WITHOUT_REST_SECONDS
}
