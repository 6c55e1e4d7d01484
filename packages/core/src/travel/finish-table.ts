import { seconds, UNREACHABLE } from '../kernel/units.ts'
import type { NearPairs } from './near-pairs.ts'
import { p90Factor, type TravelProfile } from './profile-table.ts'
import { cellAt, placesIn } from './read-table.ts'
import type { TravelTable } from './travel-table.ts'

/** Where walking straight there is sooner than going round by road, people walk. */
export function walkWhereSooner(
  table: TravelTable,
  pairs: NearPairs,
  profile: TravelProfile,
): void {
  const spread = p90Factor(profile.walking.spread.value)
  for (let row = 0; row < table.from.length; row++)
    for (let k = pairs.first[row]!; k < pairs.first[row + 1]!; k++) {
      const cell = cellAt(table, row, pairs.target[k]!)
      if (cell < 0) continue
      const walk = seconds(pairs.out[k]!)
      if (table.p50[cell] !== UNREACHABLE && table.p50[cell]! <= walk) continue
      table.p50[cell] = walk
      table.p90[cell] = seconds(pairs.out[k]! * spread)
      table.roadMetres[cell] = 0
      table.walkMetres[cell] = Math.round(pairs.metres[k]!)
    }
}

/** A place is no way from itself. */
export function zeroToItself(table: TravelTable): void {
  const columnOf = placesIn(table.to)
  table.from.forEach((id, row) => {
    const column = columnOf.get(id)
    const cell = column === undefined ? -1 : cellAt(table, row, column)
    if (cell < 0) return
    table.p50[cell] = 0
    table.p90[cell] = 0
    table.roadMetres[cell] = 0
    table.walkMetres[cell] = 0
  })
}
