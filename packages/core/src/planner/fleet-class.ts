import { servicesAboard } from '../access/vehicle-offers.ts'
import type { VehicleKind } from '../catalogue/service.ts'
import { byText } from '../kernel/order.ts'
import { pricePerKm } from '../plan/price-per-km.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { townshipOf } from '../territory/division.ts'
import { vehicleProfile } from '../travel/travel-table.ts'
import type { PlanGround } from './plan-ground.ts'

/** Vehicles that are as good as each other at a stop: one kind, one set of services, one time to set up. */
export interface FleetClass {
  key: string
  kind: VehicleKind
  vehicles: readonly Vehicle[]
  services: ReadonlySet<string>
  setupSeconds: number
  stations: number
  /** Means over the vehicles, for estimates. */
  shiftSeconds: number
  crew: number
  perKmFen: number
  perDayFen: number
  /** Where township borders are closed: the one it works in. */
  township: string | null
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length)

/** The fleet by class, in order of key. Vehicles whose depot does not exist or has no place are left out. */
export function fleetClasses(ground: PlanGround): FleetClass[] {
  const { county, catalogue, withinBorders, facilities } = ground
  const groups = new Map<string, Vehicle[]>()
  for (const vehicle of county.vehicles) {
    const depot = facilities.get(vehicle.depot)
    if (depot === undefined) continue
    const township = withinBorders === 'township' ? townshipOf(depot.division) : ''
    const services = servicesAboard(vehicle, catalogue).sort().join(' ')
    const key = `${vehicle.kind}|${township}|${vehicle.setupSeconds}|${vehicle.stations}|${services}`
    groups.set(key, [...(groups.get(key) ?? []), vehicle])
  }
  const sorted = [...groups].sort(byText(([key]) => key))
  return sorted.map(([, vehicles], k) => {
    const first = vehicles[0]!
    return {
      key: `${first.kind}-${k + 1}`,
      kind: first.kind,
      vehicles,
      services: new Set(servicesAboard(first, catalogue)),
      setupSeconds: first.setupSeconds,
      stations: first.stations,
      shiftSeconds: mean(vehicles.map((v) => v.shiftSeconds)),
      crew: mean(vehicles.map((v) => v.crew)),
      perKmFen: mean(vehicles.map((v) => pricePerKm(v, county))),
      perDayFen: mean(vehicles.map((v) => v.costPerDayFen)),
      township:
        withinBorders === 'township'
          ? townshipOf(facilities.get(first.depot)?.division ?? '')
          : null,
    }
  })
}

export const profileOf = (vehicle: Vehicle): string => vehicleProfile(vehicle)
