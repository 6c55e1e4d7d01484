import { byText } from '../kernel/order.ts'
import type { Settlement } from '../territory/settlement.ts'
import type { Coverage } from './coverage.ts'
import type { Supply } from './supply.ts'

/**
 * For each service, people who live in a township where it is given today, of all who live here: an open building or a
 * dated visit counts, whatever the way to it. Cells are settlements. Settlements without a division are nobody’s
 * township and count as not offered. Ordered by service id.
 */
export function offeredServices(
  services: readonly string[],
  settlements: readonly Settlement[],
  supply: Supply,
  townshipOf: (place: string) => string,
): Coverage[] {
  const given = new Set(
    supply.offers.map(({ service, place }) => `${service} ${townshipOf(place)}`),
  )
  const lived = settlements.filter(({ permanent }) => permanent.total > 0)
  const entitled = lived.reduce((sum, { permanent }) => sum + permanent.total, 0)
  return [...services].sort(byText((id) => id)).map((key) => {
    const here = lived.filter(({ id }) => {
      const township = townshipOf(id)
      return township !== '' && given.has(`${key} ${township}`)
    })
    const met = here.reduce((sum, { permanent }) => sum + permanent.total, 0)
    const share = entitled > 0 ? met / entitled : 1
    return { key, entitled, met, share, cells: lived.length, cellsMet: here.length }
  })
}
