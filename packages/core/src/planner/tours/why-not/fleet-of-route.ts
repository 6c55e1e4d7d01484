import type { RoutingFleet, RoutingInstance } from '../../../plan/routing.ts'
import type { VehicleDay } from './answer.ts'

/** The fleet of a vehicle on a day; undefined where it doesn't go out. */
export const fleetOfRoute = (
  { fleets }: RoutingInstance,
  { day, depot, vehicle }: VehicleDay,
): RoutingFleet | undefined =>
  fleets.find(
    (fleet) =>
      fleet.depot === depot - 1 && fleet.days.includes(day) && fleet.vehicles.includes(vehicle),
  )

/** Its roads on a day, as an index into `travel`. */
export const tableOnDay = (fleet: RoutingFleet, day: number): number => {
  const travel = fleet.rules?.travel ?? 0
  return typeof travel === 'number' ? travel : travel[fleet.days.indexOf(day)]!
}

/** A fleet's name for readers; its number, counted from 1, where it has none. */
export const nameOfFleet = ({ fleets }: RoutingInstance, index: number): string =>
  fleets[index]!.rules?.name ?? String(index + 1)
