import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Channel, FacilityKind, Service } from '../catalogue/service.ts'
import type { CountySettings } from '../plan/county.ts'
import type { Facility } from '../resources/facility.ts'
import type { Offer } from './supply.ts'

/** A building as it is used: by kind, with the services it lists (none listed means all of its kind). */
export interface SiteUse {
  facility: Facility
  kind: FacilityKind
  services: readonly string[]
}

/** Days a year on which the building is open: by its hours, else by the county's weekdays. */
const openDaysYear = (facility: Facility, settings: CountySettings): number =>
  52 *
  (facility.opening.length > 0
    ? new Set(facility.opening.map((o) => o.weekday)).size
    : settings.workdays.length)

const capacityOf = (
  use: SiteUse,
  service: Service,
  channel: Channel | undefined,
  settings: CountySettings,
): number | null => {
  const stated = use.facility.capacityYear[service.id]
  if (stated !== undefined) return stated
  if (channel?.capacityPerSession === undefined) return null
  return channel.capacityPerSession * openDaysYear(use.facility, settings)
}

const isStation = (service: Service, kind: SiteUse['kind']): boolean =>
  service.channels.some((c) => (c.mode === 'remote' || c.mode === 'agent') && c.kind === kind)

/**
 * What an open building offers on site, by remote and through agents. A listed service is offered on the
 * spot if the catalogue has any fixed channel for it, though of another kind: the county knows its
 * houses; not where its kind is a station of the service over the line or through an agent. Doorstep service is never assumed: it exists where a plan sends staff.
 */
export function siteOffers(use: SiteUse, catalogue: Catalogue, settings: CountySettings): Offer[] {
  const offers: Offer[] = []
  for (const service of catalogue.services) {
    const listed = use.services.includes(service.id)
    if (use.services.length > 0 && !listed) continue
    for (const mode of ['fixed', 'remote', 'agent'] as const) {
      const ofMode = service.channels.filter((c) => c.mode === mode)
      const own = ofMode.find((c) => c.kind === use.kind)
      const byList =
        mode === 'fixed' && listed && ofMode.length > 0 && !isStation(service, use.kind)
      if (own === undefined && !byList) continue
      offers.push({
        service: service.id,
        mode,
        place: use.facility.id,
        kind: use.kind,
        dates: null,
        capacityYear: mode === 'fixed' ? capacityOf(use, service, own, settings) : null,
      })
    }
  }
  return offers
}
