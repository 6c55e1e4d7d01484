import { type Need, needOf, needRates, type PlaceProfile } from '../catalogue/need.ts'
import type { Service } from '../catalogue/service.ts'
import type { County } from '../plan/county.ts'
import type { Settlement } from '../territory/settlement.ts'
import type { CountyTravel } from '../travel/travel-table.ts'
import { placeAttributesIn } from './place-attributes.ts'

/** People entitled to a service at a settlement: the same for measuring and for planning. */
export type EntitledAt = (settlement: Settlement, service: Service) => Need

/** Prepares `needOf` for one county: rates once, what a place answers once per settlement. */
export function entitledIn(
  county: County,
  travel: CountyTravel,
  remote: ReadonlySet<string>,
): EntitledAt {
  const rates = needRates(county.settings.assumptions)
  const attributesAt = placeAttributesIn(county, travel.resident, remote)
  let last: { settlement: Settlement; profile: PlaceProfile } | null = null
  return (settlement, service) => {
    // Callers go settlement by settlement, so the last one is all that need be kept.
    if (last?.settlement !== settlement) {
      const { permanent, needs } = settlement
      last = {
        settlement,
        profile: { population: permanent, needs, place: attributesAt(settlement) },
      }
    }
    return needOf(service, last.profile, rates)
  }
}
