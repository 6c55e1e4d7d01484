import { UNREACHABLE } from '../kernel/units.ts'
import { placesIn } from './read-table.ts'
import type { CountyTravel, KeptCells, TravelTable, WalkTable, YearTravel } from './travel-table.ts'

/**
 * Travel with a site put up in a settlement, without finding ways again: it is there at once for those who live there, and
 * for nobody else. So nobody's way is told shorter than it would be: what is met by this travel is met by the true one.
 */
export function withSiteAt(travel: YearTravel, site: string, settlement: string): YearTravel {
  const known = new Map<CountyTravel, CountyTravel>()
  const put = (state: CountyTravel): CountyTravel => {
    const found = known.get(state) ?? {
      ...state,
      resident: withColumn(state.resident, site, settlement),
      walkToFacilities: withTarget(state.walkToFacilities, site, settlement),
    }
    known.set(state, found)
    return found
  }
  return {
    base: put(travel.base),
    seasons: travel.seasons.map((s) => ({ ...s, travel: put(s.travel) })),
  }
}

/** Where things stand once a cell has been put in at `at`: earlier cells stay, later ones move by one. */
function inserted<T extends Int32Array | Uint32Array | Uint16Array>(
  make: new (length: number) => T,
  from: T,
  at: number,
  value: number,
): T {
  const to = new make(from.length + 1)
  to.set(from.subarray(0, at) as never)
  to[at] = value
  to.set(from.subarray(at) as never, at + 1)
  return to
}

function withColumn(table: TravelTable, site: string, settlement: string): TravelTable {
  const row = placesIn(table.from).get(settlement)
  const to = [...table.to, site]
  const toSnap = inserted(Int32Array, table.toSnap, table.toSnap.length, 0)
  if (table.kept !== undefined) return { ...keptColumn(table, table.kept, row), to, toSnap }
  const wide = (cells: Int32Array, own: number) => widened(cells, table.to.length, row, own)
  return {
    ...table,
    to,
    toSnap,
    p50: wide(table.p50, 0),
    p90: wide(table.p90, 0),
    roadMetres: wide(table.roadMetres, 0),
    walkMetres: wide(table.walkMetres, 0),
  }
}

/** Every row one cell longer: no way, but for the row of the settlement. Arrays that a table has not stay empty. */
function widened(
  cells: Int32Array,
  width: number,
  own: number | undefined,
  value: number,
): Int32Array {
  if (cells.length === 0 || width === 0) return cells
  const rows = cells.length / width
  const wide = new Int32Array(rows * (width + 1))
  for (let row = 0; row < rows; row++) {
    wide.set(cells.subarray(row * width, (row + 1) * width), row * (width + 1))
    wide[row * (width + 1) + width] = row === own ? value : UNREACHABLE
  }
  return wide
}

function keptColumn(table: TravelTable, kept: KeptCells, row: number | undefined): TravelTable {
  if (row === undefined) return table
  const at = kept.first[row + 1]!
  const columns = Uint32Array.from(kept.column)
  return {
    ...table,
    p50: inserted(Int32Array, table.p50, at, 0),
    roadMetres: inserted(Int32Array, table.roadMetres, at, 0),
    kept: {
      ...kept,
      first: kept.first.map((start, k) => (k > row ? start + 1 : start)),
      column: inserted(Uint32Array, columns, at, table.to.length),
    },
  }
}

function withTarget(walks: WalkTable, site: string, settlement: string): WalkTable {
  const row = placesIn(walks.from).get(settlement)
  const to = [...walks.to, site]
  if (row === undefined) return { ...walks, to }
  const at = walks.offsets[row]!
  return {
    ...walks,
    to,
    offsets: walks.offsets.map((start, k) => (k > row ? start + 1 : start)),
    target: inserted(Uint32Array, walks.target, at, walks.to.length),
    seconds: inserted(Int32Array, walks.seconds, at, 0),
    metres: inserted(Int32Array, walks.metres, at, 0),
  }
}
