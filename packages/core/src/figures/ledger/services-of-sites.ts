import type { CountyGround } from '../../access/county-ground.ts'
import { compareText } from '../../kernel/order.ts'
import type { Weight } from './split-fen.ts'

/**
 * Services of each building with the people whom it serves first: what its money is laid to. Services that reach nobody
 * first count only where none does, all alike.
 */
export function servicesOfSites({
  measurement,
  supply,
}: Pick<CountyGround, 'measurement' | 'supply'>): (facility: string) => Weight[] {
  const found = new Map<string, Map<string, number>>()
  const at = (facility: string) => {
    const services = found.get(facility) ?? new Map<string, number>()
    found.set(facility, services)
    return services
  }
  for (const { mode, place, service } of supply.offers)
    if (mode !== 'vehicle' && mode !== 'ride') at(place).set(service, 0)
  for (const { service, people, reach } of measurement.cells) {
    const first = reach[0]
    if (first === undefined || first.mode === 'vehicle' || first.mode === 'ride') continue
    const services = at(first.place)
    services.set(service, (services.get(service) ?? 0) + people)
  }
  return (facility) =>
    [...(found.get(facility) ?? [])]
      .map(([id, weight]) => ({ id, weight }))
      .sort((a, b) => compareText(a.id, b.id))
}
