import type { County } from '../../plan/county.ts'
import { placesIn } from '../../travel/read-table.ts'
import type { CountyTravel, TravelTable, YearTravel } from '../../travel/travel-table.ts'

/** A year's travel with the residents of one territory alone: whoever goes through all rows then has only those to go through. */
export function travelOfPart(travel: YearTravel, { settlements }: County): YearTravel {
  const ids = new Set(settlements.map((s) => s.id))
  const known = new Map<TravelTable, TravelTable>()
  const part = (state: CountyTravel): CountyTravel => {
    const resident = known.get(state.resident) ?? withRows(state.resident, ids)
    known.set(state.resident, resident)
    return { ...state, resident }
  }
  return {
    base: part(travel.base),
    seasons: travel.seasons.map((s) => ({ range: s.range, travel: part(s.travel) })),
  }
}

/** Some rows of a table of kept cells, all columns; a dense table is small and stays whole. */
export function withRows(table: TravelTable, ids: ReadonlySet<string>): TravelTable {
  const { kept } = table
  if (kept === undefined) return table
  const from = table.from.filter((id) => ids.has(id))
  const at = placesIn(table.from)
  const rows = from.map((id) => at.get(id)!)
  const first = new Uint32Array(rows.length + 1)
  rows.forEach((row, k) => {
    first[k + 1] = first[k]! + kept.first[row + 1]! - kept.first[row]!
  })
  const cells = first[rows.length]!
  const column =
    kept.column.BYTES_PER_ELEMENT === 2 ? new Uint16Array(cells) : new Uint32Array(cells)
  const [p50, roadMetres] = [new Int32Array(cells), new Int32Array(cells)]
  rows.forEach((row, k) => {
    const [start, end] = [kept.first[row]!, kept.first[row + 1]!]
    column.set(kept.column.subarray(start, end), first[k]!)
    p50.set(table.p50.subarray(start, end), first[k]!)
    roadMetres.set(table.roadMetres.subarray(start, end), first[k]!)
  })
  const fromSnap = Int32Array.from(rows, (row) => table.fromSnap[row]!)
  return { ...table, from, kept: { ...kept, first, column }, p50, roadMetres, fromSnap }
}
