import type { Weekday } from '../kernel/calendar.ts'
import type { County } from '../plan/county.ts'
import { placesIn } from '../travel/read-table.ts'
import type { CountyTravel } from '../travel/travel-table.ts'
import { type ResidentTrip, residentTrips } from '../travel/trip.ts'
import { kept, nearestByService } from './nearest-sites.ts'
import type { Supply } from './supply.ts'

/** When and for how long the errand is; what is assumed when nothing is said. */
export interface Errand {
  weekday: Weekday
  serviceSeconds: number
  /** Hours of the service, seconds after midnight. */
  opens: number
  closes: number
  /** `public`: on foot or by bus where that brings one home the same day, else by own or hired vehicle. */
  means: 'public' | 'shortest'
}

/** Half an hour's service on a Tuesday between eight and five, without a vehicle of one's own. */
export const usualErrand: Errand = {
  weekday: 2,
  serviceSeconds: 1800,
  opens: 8 * 3600,
  closes: 17 * 3600,
  means: 'public',
}

export interface TripToSite extends ResidentTrip {
  facility: string
}

/**
 * The trip a resident makes for a service where nobody brings it: to the nearest site that offers it, at any distance
 * (A10). Null where there is no site or no way.
 */
export function ownTripsToSites(
  county: County,
  travel: CountyTravel,
  supply: Supply,
  errand: Errand = usualErrand,
): (settlement: string, service: string) => TripToSite | null {
  const nearest = nearestByService(travel.resident, supply.offers)
  const rows = placesIn(travel.resident.from)
  const { residentHourFen, fuelPerKmFen } = county.settings.prices
  const known = new Map<string, TripToSite | null>()
  return (settlement, service) => {
    const row = rows.get(settlement)
    const column = row === undefined ? undefined : nearest.get(service)?.columns[row * kept]
    if (column === undefined || column < 0) return null
    const facility = travel.resident.to[column]!
    const key = `${settlement} ${facility}`
    const before = known.get(key)
    if (before !== undefined) return before
    const trips = residentTrips(travel, {
      settlement,
      facility,
      buses: county.buses,
      ...errand,
      prices: { residentHourFen, perKmFen: fuelPerKmFen },
    })
    const shared =
      errand.means === 'public' ? trips.find((t) => t.means !== 'own' && !t.overnight) : undefined
    const trip = shared ?? trips[0]
    const found = trip === undefined ? null : { ...trip, facility }
    known.set(key, found)
    return found
  }
}
