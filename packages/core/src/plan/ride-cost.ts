import type { Vehicle } from '../resources/vehicle.ts'
import type { County } from './county.ts'
import type { Ride } from './plan.ts'
import { dayFenOf } from './price-per-km.ts'
import { rideAssumption } from './ride-assumptions.ts'

/** A ride as it is paid for: the run of one date, and its dates. */
export interface PaidRide
  extends Pick<Ride, 'by' | 'dates' | 'metres' | 'depart' | 'arrive' | 'leave' | 'finish'> {
  vehicle: Vehicle | null
}

/** Cash of one date in fen (docs/methods/rides.md): a bus line runs anyway. */
export function rideFenOf(
  { by, vehicle, metres }: Pick<PaidRide, 'by' | 'vehicle' | 'metres'>,
  county: County,
): number {
  if (by === 'bus') return 0
  if (vehicle === null) return Math.round((metres * county.settings.prices.busPerKmFen) / 1000)
  return dayFenOf(vehicle, metres, county)
}

/** Seconds that the crew is on duty on one date: a long stay at the site is off duty. */
export function dutySecondsOf(
  { depart, arrive, leave, finish }: Pick<Ride, 'depart' | 'arrive' | 'leave' | 'finish'>,
  county: County,
): number {
  const stay = leave - arrive
  return finish - depart - (stay >= 60 * rideAssumption(county.settings, 'longStayMin') ? stay : 0)
}
