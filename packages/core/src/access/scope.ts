import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Service } from '../catalogue/service.ts'
import type { Floor } from '../catalogue/standard.ts'
import type { County } from '../plan/county.ts'
import { hasPlaceChannel, isOfPlace } from './floor-test.ts'

/**
 * Services in scope with the floors that are tested by place: those with such a floor in force and a
 * fixed, vehicle or doorstep channel; of these the ones the county names, where it names any.
 * Ordered by service id.
 */
export function floorsInScope(
  county: County,
  catalogue: Catalogue,
  floors: readonly Floor[],
): Map<Service, readonly Floor[]> {
  const named = county.settings.services
  const scope = new Map<Service, readonly Floor[]>()
  const services = [...catalogue.services].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const service of services) {
    if (named.length > 0 && !named.includes(service.id)) continue
    const own = floors.filter((f) => f.service === service.id && isOfPlace(f.metric))
    if (own.length > 0 && hasPlaceChannel(service)) scope.set(service, own)
  }
  return scope
}
