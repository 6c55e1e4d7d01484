import type { PlainDate } from '../../kernel/calendar.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import { type TravelTable, travelOn, type YearTravel } from '../../travel/travel-table.ts'
import type { TourTravel } from '../first-tours/problem.ts'
import { profileOf } from '../fleet-class.ts'
import { denseTravel } from '../tour-problem.ts'

/** Travel between the places of a re-plan for a vehicle on a day; a state of the roads is laid out when first asked for. */
export type RoadsOn = (vehicle: Vehicle, day: number) => TourTravel

export function roadsOn(
  travel: YearTravel,
  days: readonly PlainDate[],
  places: readonly string[],
): RoadsOn {
  const known = new Map<TravelTable | undefined, TourTravel>()
  const tables = days.map((date) => travelOn(travel, date).vehicle)
  return (vehicle, day) => {
    const table = tables[day]![profileOf(vehicle)]
    const dense = known.get(table) ?? denseTravel(table, places)
    known.set(table, dense)
    return dense
  }
}
