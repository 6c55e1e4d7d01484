import type { Vehicle } from '../resources/vehicle.ts'
import type { County } from './county.ts'

/** Price of a kilometre: the vehicle's own, else the county's fuel price. */
export const pricePerKm = (vehicle: Vehicle, county: Pick<County, 'settings'>): number =>
  vehicle.costPerKmFen || county.settings.prices.fuelPerKmFen

/** Cash of one day out of a vehicle in whole fen: its kilometres and its day. */
export const dayFenOf = (
  vehicle: Vehicle,
  metres: number,
  county: Pick<County, 'settings'>,
): number => Math.round((metres * pricePerKm(vehicle, county)) / 1000) + vehicle.costPerDayFen
