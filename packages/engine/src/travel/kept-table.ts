import { residentBounds, vehicleBounds } from '@kuashan/core/access/travel-bounds.ts'
import type { Catalogue } from '@kuashan/core/catalogue/catalogue.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import type { KeptColumns } from '@kuashan/core/travel/kept-rows.ts'
import { type CellsAsked, joinKept } from '@kuashan/core/travel/kept-rows.ts'
import { placesIn } from '@kuashan/core/travel/read-table.ts'
import type { TravelPlace } from '@kuashan/core/travel/snap.ts'
import { piecesOfPlaces } from '@kuashan/core/travel/strong-pieces.ts'
import type { KeptCells, TravelTable } from '@kuashan/core/travel/travel-table.ts'
import { travelView, type ViewSpec } from '@kuashan/core/travel/travel-view.ts'
import { sharedBytes, sharedRows } from './shared-arrays.ts'
import {
  accessOf,
  finishedTable,
  runSlices,
  straightWalks,
  type TravelEngine,
} from './travel-engine.ts'
import type { VehicleStands } from './vehicle-stands.ts'

/** What is wanted of a table between many places. Indices are those of `from` and `to`. */
interface Wanted {
  rowWithin: (row: number) => number
  columnWithin: (column: number) => number
  /** Sets that a column is in; of each set the nearest is kept at any distance. */
  setsOf: (column: number) => readonly string[]
  /** Columns kept at any distance. */
  always: (row: number) => readonly number[]
}

function cellsAsked(rows: number, columns: number, wanted: Wanted): CellsAsked {
  const names = new Map<string, number>()
  const sets = sharedRows(
    Array.from({ length: columns }, (_, column) =>
      wanted.setsOf(column).map((name) => {
        const known = names.get(name) ?? names.size
        names.set(name, known)
        return known
      }),
    ),
  )
  const always = sharedRows(Array.from({ length: rows }, (_, row) => wanted.always(row)))
  const seconds = (count: number, of: (k: number) => number) =>
    new Int32Array(sharedBytes(4 * count)).map((_, k) => of(k))
  return {
    rowWithin: seconds(rows, wanted.rowWithin),
    columnWithin: seconds(columns, wanted.columnWithin),
    firstSet: sets.first,
    set: sets.target,
    sets: names.size,
    first: always.first,
    column: always.target,
  }
}

const boardingOf = ({ profile }: TravelEngine, spec: ViewSpec): number =>
  spec.kind === 'resident' ? profile.resident.boarding.value : 0

/** Finds which cells are worth keeping, as the roads are in this state. */
async function keptCells(
  engine: TravelEngine,
  spec: ViewSpec,
  from: readonly TravelPlace[],
  to: readonly TravelPlace[],
  wanted: Wanted,
): Promise<KeptCells> {
  const base = {
    kind: 'columns-kept' as const,
    ...taskBase(engine, spec, from, to),
    asked: cellsAsked(from.length, to.length, wanted),
  }
  const parts = await runSlices(engine, from.length, (slice) => ({ ...base, ...slice }))
  return joinKept(parts as KeptColumns[], to.length, sharedBytes)
}

const taskBase = (
  engine: TravelEngine,
  spec: ViewSpec,
  from: readonly TravelPlace[],
  to: readonly TravelPlace[],
) => ({
  graph: engine.graph.buffer as SharedArrayBuffer,
  view: spec,
  from: accessOf(engine, spec, from),
  to: accessOf(engine, spec, to),
  profile: engine.profile,
  boarding: boardingOf(engine, spec),
  limit: Number.POSITIVE_INFINITY,
})

/** A table of the kept cells only, with the ways as the roads are in this state. */
async function tableOfKept(
  engine: TravelEngine,
  spec: ViewSpec,
  from: readonly TravelPlace[],
  to: readonly TravelPlace[],
  kept: KeptCells,
): Promise<TravelTable> {
  const cells = kept.first[from.length]!
  const figures = {
    p50: new Int32Array(sharedBytes(4 * cells)),
    roadMetres: new Int32Array(sharedBytes(4 * cells)),
  }
  const base = { kind: 'kept' as const, ...taskBase(engine, spec, from, to), kept, figures }
  const sent = { ...base, kept: { first: kept.first, column: kept.column } }
  await runSlices(engine, from.length, (slice) => ({ ...sent, ...slice }))
  const none = new Int32Array(0)
  return finishedTable(engine, spec, from, to, {
    from: from.map((p) => p.id),
    to: to.map((p) => p.id),
    kept,
    ...figures,
    p90: none,
    walkMetres: none,
    fromSnap: base.from.snap,
    toSnap: base.to.snap,
  })
}

/** Residents' ways to buildings as far as they may decide something (docs/methods/travel-table.md). */
export async function keptResidents(
  engine: TravelEngine,
  { county, catalogue }: { county: County; catalogue: Catalogue },
  settlements: readonly TravelPlace[],
  facilities: readonly TravelPlace[],
): Promise<TravelTable> {
  const spec = { kind: 'resident' } as const
  const bounds = residentBounds(county, catalogue)
  const buildings = new Map(county.facilities.map((f) => [f.id, f]))
  const divisions = new Map(county.settlements.map((s) => [s.id, s.division]))
  const columns = placesIn(facilities.map((f) => f.id))
  const walks = straightWalks(engine, settlements, facilities)
  const building = (column: number) => buildings.get(facilities[column]!.id)!
  const kept = await keptCells(engine, spec, settlements, facilities, {
    rowWithin: () => 0,
    columnWithin: (column) => bounds.within(building(column)),
    setsOf: (column) => [bounds.likeness(building(column))],
    always: (row) => [
      ...walks.target.subarray(walks.first[row]!, walks.first[row + 1]!),
      ...bounds.always(divisions.get(settlements[row]!.id)!).map((id) => columns.get(id)!),
    ],
  })
  return tableOfKept(engine, spec, settlements, facilities, kept)
}

/** Which legs of a profile's vehicles are kept: as the roads are in this state, for all states alike. */
export async function keptLegs(
  engine: TravelEngine,
  spec: ViewSpec & { kind: 'vehicle' },
  county: County,
  { places, always }: VehicleStands,
): Promise<KeptCells> {
  const bounds = vehicleBounds(county)
  const own = county.vehicles.filter((v) => v.widthM === spec.widthM && v.weightT === spec.weightT)
  const sets = new Map<string, Set<string>>()
  for (const v of own)
    sets.set(v.depot, (sets.get(v.depot) ?? new Set()).add([v.kind, ...v.services].join(' ')))
  const setsOf = (column: number) => [...(sets.get(places[column]!.id) ?? [])]
  const nearest = await keptCells(engine, spec, places, places, {
    rowWithin: () => 0,
    columnWithin: () => 0,
    setsOf,
    always: () => [],
  })
  const legs = places.map((_, row) => [row])
  const at = placesIn(places.map((p) => p.id))
  for (let row = 0; row < places.length; row++)
    for (let k = nearest.first[row]!; k < nearest.first[row + 1]!; k++) {
      legs[row]!.push(nearest.column[k]!)
      legs[nearest.column[k]!]!.push(row)
    }
  for (const [from, to] of always) {
    const [row, column] = [at.get(from), at.get(to)]
    if (row !== undefined && column !== undefined) legs[row]!.push(column)
  }
  const within = (k: number) => (sets.has(places[k]!.id) ? bounds.fromDepot : bounds.betweenStops)
  return keptCells(engine, spec, places, places, {
    rowWithin: within,
    columnWithin: within,
    setsOf: () => [],
    always: (row) => legs[row]!,
  })
}

/** The ways of a profile's vehicles in one state of the roads. */
export const keptVehicles = (
  engine: TravelEngine,
  spec: ViewSpec & { kind: 'vehicle' },
  { places, all }: VehicleStands,
  { first, column }: KeptCells,
): Promise<TravelTable> =>
  tableOfKept(engine, spec, places, places, { first, column, pieces: piecesOf(engine, spec, all) })

/** Pieces of all places where a vehicle may stand, so that what is unreachable is proved beyond the bound too. */
function piecesOf(
  engine: TravelEngine,
  spec: ViewSpec,
  places: readonly TravelPlace[],
): Map<string, number> {
  const view = travelView(engine.graph, spec, engine.profile)
  const ids = places.map((p) => p.id)
  return piecesOfPlaces(engine.graph, view, accessOf(engine, spec, places), ids)
}
