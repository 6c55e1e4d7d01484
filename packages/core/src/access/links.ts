import { UNREACHABLE } from '../kernel/units.ts'
import type { TravelTable } from '../travel/travel-table.ts'

/** Pairs of a place of demand and a place of supply with the cost between them, by position. Missing pairs have no way. */
export interface Links {
  origins: number
  destinations: number
  from: Uint32Array
  to: Uint32Array
  cost: Float64Array
}

/** Links from a list of pairs; their order does not matter to any index. */
export const linksOf = (
  origins: number,
  destinations: number,
  pairs: readonly { from: number; to: number; cost: number }[],
): Links => ({
  origins,
  destinations,
  from: Uint32Array.from(pairs, (p) => p.from),
  to: Uint32Array.from(pairs, (p) => p.to),
  cost: Float64Array.from(pairs, (p) => p.cost),
})

/** Links in minutes between rows and columns of a travel table, up to a limit. */
export function linksOfTravel(
  table: TravelTable,
  rows: readonly number[],
  columns: readonly number[],
  maxMinutes: number,
): Links {
  const pairs: { from: number; to: number; cost: number }[] = []
  rows.forEach((row, from) => {
    columns.forEach((column, to) => {
      const seconds = table.p50[row * table.to.length + column]!
      if (seconds !== UNREACHABLE && seconds <= maxMinutes * 60)
        pairs.push({ from, to, cost: seconds / 60 })
    })
  })
  return linksOf(rows.length, columns.length, pairs)
}
