import { placesIn } from '../travel/read-table.ts'
import type { TravelTable, WalkTable } from '../travel/travel-table.ts'

/** Seconds from each row of a table to the nearest of some places; -1 where there is no way to any. */
export function nearestSeconds(table: TravelTable, wanted: ReadonlySet<string>): Int32Array {
  const { from, to, kept, p50 } = table
  const nearest = new Int32Array(from.length).fill(-1)
  const columns = Uint8Array.from(to, (id) => (wanted.has(id) ? 1 : 0))
  for (let row = 0; row < nearest.length; row++) {
    const start = kept === undefined ? row * to.length : kept.first[row]!
    const end = kept === undefined ? start + to.length : kept.first[row + 1]!
    for (let cell = start; cell < end; cell++) {
      const column = kept === undefined ? cell - start : kept.column[cell]!
      const seconds = p50[cell]!
      if (columns[column] === 0 || seconds < 0) continue
      if (nearest[row]! < 0 || seconds < nearest[row]!) nearest[row] = seconds
    }
  }
  return nearest
}

/** Seconds on foot from each settlement to the nearest of some places; -1 where none is within a walk. */
export function nearestWalks(
  table: WalkTable,
  settlements: readonly string[],
  wanted: ReadonlySet<string>,
): Int32Array {
  const { to, target, offsets, seconds } = table
  const rows = placesIn(table.from)
  const columns = Uint8Array.from(to, (id) => (wanted.has(id) ? 1 : 0))
  return Int32Array.from(settlements, (id) => {
    // People of a place reach it at once.
    if (wanted.has(id)) return 0
    const row = rows.get(id)
    let least = -1
    if (row === undefined) return least
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++)
      if (columns[target[k]!] === 1 && (least < 0 || seconds[k]! < least)) least = seconds[k]!
    return least
  })
}
