import type { PlainDate } from '../../kernel/calendar.ts'
import type { Tour, Visit } from '../../plan/plan.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import { type TravelTable, travelOn } from '../../travel/travel-table.ts'
import { profileOf } from '../fleet-class.ts'
import type { PlanGround } from '../plan-ground.ts'
import { type RoadReader, roadReader } from '../road-reader.ts'

/** The roads of a vehicle on a day, by the season of that day. */
export type RoadsOn = (vehicle: Vehicle, date: PlainDate) => RoadReader

export function roadsOn({ travel }: Pick<PlanGround, 'travel'>): RoadsOn {
  const known = new Map<TravelTable | undefined, RoadReader>()
  return (vehicle, date) => {
    const table = travelOn(travel, date).vehicle[profileOf(vehicle)]
    const reader = known.get(table) ?? roadReader(table)
    known.set(table, reader)
    return reader
  }
}

/** A visit before it has its times. */
export interface Stay {
  settlement: string
  visit: Visit
}

/** A leg without a road. */
export interface NoWay {
  from: string
  to: string
}

/** The tour driven anew from its depot and back without waiting, or the leg that has no road on that day. */
export function timeTour(
  tour: Pick<Tour, 'id' | 'date' | 'depart'>,
  vehicle: Vehicle,
  stays: readonly Stay[],
  roads: RoadsOn,
): { tour: Tour } | { noWay: NoWay } {
  const road = roads(vehicle, tour.date)
  let [at, clock, driveSeconds, metres] = [vehicle.depot, tour.depart, 0, 0]
  const visits: Visit[] = []
  const drive = (to: string): boolean => {
    const seconds = road.seconds(at, to)
    if (seconds < 0) return false
    metres += road.metres(at, to)
    driveSeconds += seconds
    clock += seconds
    return true
  }
  for (const { settlement, visit } of stays) {
    if (!drive(settlement)) return { noWay: { from: at, to: settlement } }
    const arrive = clock
    clock += visit.leave - visit.arrive
    at = settlement
    visits.push({ ...visit, arrive, leave: clock })
  }
  if (!drive(vehicle.depot)) return { noWay: { from: at, to: vehicle.depot } }
  return {
    tour: {
      id: tour.id,
      vehicle: vehicle.id,
      date: tour.date,
      depart: tour.depart,
      finish: clock,
      metres,
      driveSeconds,
      visits,
    },
  }
}

/** Where a further stay costs least driving; null where no place of the tour has a road to it and on. */
export function cheapestPlace(
  tour: Pick<Tour, 'date'>,
  vehicle: Vehicle,
  stays: readonly Stay[],
  settlement: string,
  roads: RoadsOn,
): { at: number; seconds: number } | null {
  const road = roads(vehicle, tour.date)
  const places = [vehicle.depot, ...stays.map((s) => s.settlement), vehicle.depot]
  let best: { at: number; seconds: number } | null = null
  for (let at = 0; at + 1 < places.length; at++) {
    const [before, after] = [places[at]!, places[at + 1]!]
    const [out, on] = [road.seconds(before, settlement), road.seconds(settlement, after)]
    if (out < 0 || on < 0) continue
    const direct = before === after ? 0 : Math.max(0, road.seconds(before, after))
    const seconds = out + on - direct
    if (best === null || seconds < best.seconds) best = { at, seconds }
  }
  return best
}
