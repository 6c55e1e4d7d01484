import { UNREACHABLE } from '../kernel/units.ts'
import type { TravelTable } from '../travel/travel-table.ts'
import type { Offer } from './supply.ts'

/** How many of the nearest sites are kept for a place. */
export const kept = 3

/** The nearest sites of each place: `kept` columns of the travel table per row, -1 where there are fewer. */
export interface NearestSites {
  columns: Int32Array
}

/**
 * The nearest of a set of sites for every row of a travel table, by seconds and then by column.
 * `columns` must be ascending by the site's id, so that ties fall the same way whatever the row order.
 */
function nearestSites(table: TravelTable, columns: readonly number[]): NearestSites {
  const width = table.to.length
  const found = new Int32Array(table.from.length * kept).fill(-1)
  const best = new Int32Array(kept)
  for (let row = 0; row < table.from.length; row++) {
    best.fill(2 ** 31 - 1)
    const at = row * kept
    for (const column of columns) {
      const seconds = table.p50[row * width + column]!
      if (seconds === UNREACHABLE || seconds >= best[kept - 1]!) continue
      let k = kept - 1
      while (k > 0 && seconds < best[k - 1]!) {
        best[k] = best[k - 1]!
        found[at + k] = found[at + k - 1]!
        k--
      }
      best[k] = seconds
      found[at + k] = column
    }
  }
  return { columns: found }
}

/**
 * For each service the nearest sites that offer it on the spot. Services offered at the same sites share
 * one search: there are few distinct sets of sites, and many services.
 */
export function nearestByService(
  table: TravelTable,
  offers: readonly Offer[],
): Map<string, NearestSites> {
  const columnOf = new Map(table.to.map((id, k) => [id, k]))
  const places = new Map<string, Set<string>>()
  for (const offer of offers) {
    if (offer.mode !== 'fixed' || !columnOf.has(offer.place)) continue
    places.set(offer.service, (places.get(offer.service) ?? new Set()).add(offer.place))
  }
  const searched = new Map<string, NearestSites>()
  const found = new Map<string, NearestSites>()
  for (const [service, ids] of places) {
    const columns = [...ids].sort().map((id) => columnOf.get(id)!)
    const key = columns.join(' ')
    const nearest = searched.get(key) ?? nearestSites(table, columns)
    searched.set(key, nearest)
    found.set(service, nearest)
  }
  return found
}
