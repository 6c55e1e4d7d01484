import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Service } from '../catalogue/service.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import { type County, horizonDaysOf } from '../plan/county.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import type { Offer } from './supply.ts'

/** One visit as it counts for access: who came where on which day with what, and for how long. */
export interface DatedVisit {
  settlement: string
  kind: string
  date: PlainDate
  services: readonly string[]
  /** Time for people at the stop, unfolding apart. */
  serviceSeconds: number
  stations: number
}

/** Services a vehicle brings when a timetable names none. */
export const servicesAboard = (
  vehicle: Vehicle,
  catalogue: Pick<Catalogue, 'services'>,
): string[] =>
  vehicle.services.length > 0
    ? [...vehicle.services]
    : catalogue.services
        .filter((s) => s.channels.some((c) => c.mode === 'vehicle' && c.kind === vehicle.kind))
        .map((s) => s.id)

/** Person-times one visit can give of a service: the channel's own number, else an even share of the visit's time. */
function capacityOfVisit(visit: DatedVisit, service: Service | undefined): number | null {
  const channel = service?.channels.find((c) => c.mode === 'vehicle' && c.kind === visit.kind)
  if (channel?.capacityPerSession !== undefined) return channel.capacityPerSession
  if (channel?.minutesPerPerson === undefined) return null
  const share = visit.serviceSeconds / Math.max(1, visit.services.length)
  return (share / 60 / channel.minutesPerPerson) * visit.stations
}

/** Visits gathered to offers: one per service, stop and kind of vehicle, with its distinct dates. */
export function vehicleOffers(
  visits: readonly DatedVisit[],
  county: County,
  catalogue: Catalogue,
): Offer[] {
  const perYear = 365 / horizonDaysOf(county)
  const services = new Map(catalogue.services.map((s) => [s.id, s]))
  const found = new Map<
    string,
    Omit<Offer, 'dates'> & { dates: Set<PlainDate>; capacityYear: number | null }
  >()
  for (const visit of visits) {
    for (const service of new Set(visit.services)) {
      const key = `${service} ${visit.kind} ${visit.settlement}`
      const capacity = capacityOfVisit(visit, services.get(service))
      const offer = found.get(key) ?? {
        service,
        mode: 'vehicle' as const,
        place: visit.settlement,
        kind: visit.kind,
        dates: new Set<PlainDate>(),
        capacityYear: 0,
      }
      offer.dates.add(visit.date)
      offer.capacityYear =
        capacity === null || offer.capacityYear === null
          ? null
          : offer.capacityYear + capacity * perYear
      found.set(key, offer)
    }
  }
  return [...found.values()].map((offer) => ({ ...offer, dates: [...offer.dates].sort() }))
}
