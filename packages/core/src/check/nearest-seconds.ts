import type { TravelTable } from '../travel/travel-table.ts'

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
