import type { Vehicle } from '../resources/vehicle.ts'
import type { County } from './county.ts'

/** Price of a kilometre: the vehicle's own, else the county's fuel price. */
export const pricePerKm = (vehicle: Vehicle, county: Pick<County, 'settings'>): number =>
  vehicle.costPerKmFen || county.settings.prices.fuelPerKmFen
