import type { Vehicle } from '../../resources/vehicle.ts'
import type { CountyTravel } from '../../travel/travel-table.ts'
import { vehicleProfile } from '../../travel/travel-table.ts'
import { type RoadReader, roadReader } from '../road-reader.ts'

/** The roads of one state for one kind of carrier: among settlements and depots, and from a settlement to a site. */
export interface RideRoads {
  between: RoadReader
  toSite: RoadReader
}

/** Roads for a vehicle, or for a hired bus (null), in one state of the roads. */
export type RideRoadsOf = (vehicle: Vehicle | null, travel: CountyTravel) => RideRoads

/** A hired bus goes by the table of the narrowest, then lightest vehicle of the county (docs/methods/rides.md). */
export function rideRoads(vehicles: readonly Vehicle[]): RideRoadsOf {
  const [least] = [...vehicles].sort((a, b) => a.widthM - b.widthM || a.weightT - b.weightT)
  const hired = least === undefined ? '' : vehicleProfile(least)
  const known = new Map<CountyTravel, { toSite: RoadReader; roads: Map<string, RideRoads> }>()
  return (vehicle, travel) => {
    const of = known.get(travel) ?? { toSite: roadReader(travel.resident), roads: new Map() }
    known.set(travel, of)
    const profile = vehicle === null ? hired : vehicleProfile(vehicle)
    const roads = of.roads.get(profile) ?? {
      between: roadReader(travel.vehicle[profile]),
      toSite: of.toSite,
    }
    of.roads.set(profile, roads)
    return roads
  }
}
