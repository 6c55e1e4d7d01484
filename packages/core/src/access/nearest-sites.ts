import { oncePer } from '../kernel/once-per.ts'
import { cellsTowards, placesIn } from '../travel/read-table.ts'
import type { TravelTable } from '../travel/travel-table.ts'
import type { Offer } from './supply.ts'

/** How many of the nearest sites are kept for a place. */
export const kept = 3

/** The nearest sites of each place: `kept` columns of the travel table per row, -1 where there are fewer. */
export interface NearestSites {
  columns: Int32Array
}

/**
 * The nearest of a set of sites for every row of a travel table, by seconds and then by their order in `columns`, which must
 * be ascending by the site's id, so that ties fall the same way whatever the row order. Of a table that keeps only some cells
 * the first is right at any distance, the others within the bound.
 */
function nearestSites(table: TravelTable, columns: readonly number[]): NearestSites {
  const order = new Int32Array(table.to.length)
  columns.forEach((column, k) => {
    order[column] = k
  })
  const towards = cellsTowards(table, columns)
  const found = new Int32Array(table.from.length * kept).fill(-1)
  const best = new Int32Array(kept)
  for (let row = 0; row < table.from.length; row++) {
    best.fill(2 ** 31 - 1)
    const at = row * kept
    towards(row, (column, cell) => {
      const seconds = table.p50[cell]!
      if (seconds > best[kept - 1]!) return
      const sooner = (k: number): boolean =>
        seconds < best[k]! || (seconds === best[k]! && order[column]! < order[found[at + k]!]!)
      if (!sooner(kept - 1)) return
      let k = kept - 1
      while (k > 0 && sooner(k - 1)) {
        best[k] = best[k - 1]!
        found[at + k] = found[at + k - 1]!
        k--
      }
      best[k] = seconds
      found[at + k] = column
    })
  }
  return { columns: found }
}

/** Services offered at the same sites share one search: there are few distinct sets of sites; so many are kept. */
const mostSearches = 200
const searched = oncePer((_: TravelTable) => new Map<string, NearestSites>())

/** The nearest places with offers of some modes; undefined where there are none in the table. */
export function nearestOf(
  table: TravelTable,
  offers: readonly Offer[],
  modes: readonly Offer['mode'][],
): NearestSites | undefined {
  const columnOf = placesIn(table.to)
  const places = offers.flatMap((o) =>
    modes.includes(o.mode) && columnOf.has(o.place) ? [o.place] : [],
  )
  const columns = [...new Set(places)].sort().map((id) => columnOf.get(id)!)
  if (columns.length === 0) return undefined
  const known = searched(table)
  const key = columns.join(' ')
  const nearest = known.get(key) ?? nearestSites(table, columns)
  if (known.size >= mostSearches) known.clear()
  known.set(key, nearest)
  return nearest
}

/** For each service the nearest places that offer it on the spot, or in other modes. */
export function nearestByService(
  table: TravelTable,
  offers: readonly Offer[],
  modes: readonly Offer['mode'][] = ['fixed'],
): Map<string, NearestSites> {
  const byService = new Map<string, Offer[]>()
  for (const offer of offers) {
    const own = byService.get(offer.service) ?? []
    own.push(offer)
    byService.set(offer.service, own)
  }
  return new Map(
    [...byService].flatMap(([service, own]) => {
      const nearest = nearestOf(table, own, modes)
      return nearest === undefined ? [] : [[service, nearest] as const]
    }),
  )
}
