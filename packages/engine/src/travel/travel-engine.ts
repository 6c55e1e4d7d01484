import type { ElevationSampler } from '@kuashan/core/territory/terrain.ts'
import { walkWhereSooner, zeroToItself } from '@kuashan/core/travel/finish-table.ts'
import { emptyTable } from '@kuashan/core/travel/matrix.ts'
import { type NearPairs, nearPairs, placesNear } from '@kuashan/core/travel/near-pairs.ts'
import type { TravelProfile } from '@kuashan/core/travel/profile-table.ts'
import type { RoadGraph } from '@kuashan/core/travel/road-graph.ts'
import { type RoadIndex, roadIndex } from '@kuashan/core/travel/road-index.ts'
import {
  type Access,
  snapContext,
  snapPlaces,
  type TravelPlace,
} from '@kuashan/core/travel/snap.ts'
import type { TravelTable, WalkTable } from '@kuashan/core/travel/travel-table.ts'
import { travelView, type ViewSpec } from '@kuashan/core/travel/travel-view.ts'
import { type WalkRows, walkTable } from '@kuashan/core/travel/walk-table.ts'
import { sharedAccess, sharedBytes, sharedPairs, sharedRows } from './shared-arrays.ts'
import { slices, type TravelPool } from './travel-pool.ts'
import type { TravelPart, TravelTask } from './travel-task.ts'

/** One state of the roads, ready to be asked. The graph lies in shared memory. */
export interface TravelEngine {
  graph: RoadGraph
  index: RoadIndex
  elevation: ElevationSampler
  profile: TravelProfile
  pool: TravelPool
  onProgress: (done: number, total: number) => void
  /** How places have been joined to the roads so far, by list of places and view. */
  joined: WeakMap<readonly TravelPlace[], Map<string, Access>>
  memory: WalkMemory
}

/** Straight walks between lists of places; they are the same in every state of the roads. */
export type WalkMemory = WeakMap<readonly TravelPlace[], WeakMap<readonly TravelPlace[], NearPairs>>

export function travelEngine(
  parts: Pick<TravelEngine, 'graph' | 'elevation' | 'profile' | 'pool'> & {
    onProgress?: TravelEngine['onProgress']
    memory?: WalkMemory
  },
): TravelEngine {
  return {
    onProgress: () => undefined,
    memory: new WeakMap(),
    ...parts,
    index: roadIndex(parts.graph),
    joined: new WeakMap(),
  }
}

/** Joins places to the roads of a view, once. Vehicles stand at one point, people choose. */
export function accessOf(
  engine: TravelEngine,
  spec: ViewSpec,
  places: readonly TravelPlace[],
): Access {
  const known = engine.joined.get(places) ?? new Map<string, Access>()
  engine.joined.set(places, known)
  const key = JSON.stringify(spec)
  const access = known.get(key) ?? joinToRoads(engine, spec, places)
  known.set(key, access)
  return access
}

function joinToRoads(engine: TravelEngine, spec: ViewSpec, places: readonly TravelPlace[]): Access {
  const view = travelView(engine.graph, spec, engine.profile)
  const context = snapContext(engine.index, view, engine.elevation, engine.profile, {
    single: spec.kind === 'vehicle',
    elder: spec.kind === 'walk' && spec.elder,
  })
  return sharedAccess(snapPlaces(context, places))
}

/** Straight walks between two lists of places; the same in every state of the roads. */
export function straightWalks(
  { memory, elevation, profile }: TravelEngine,
  from: readonly TravelPlace[],
  to: readonly TravelPlace[],
): NearPairs {
  const known = memory.get(from) ?? new WeakMap<readonly TravelPlace[], NearPairs>()
  memory.set(from, known)
  const pairs = known.get(to) ?? sharedPairs(nearPairs(from, to, elevation, profile))
  known.set(to, pairs)
  return pairs
}

const ids = (places: readonly TravelPlace[]): string[] => places.map((place) => place.id)

/**
 * A dense table. For residents walking straight there counts where it is sooner.
 * `limit` in seconds bounds the searches: beyond it cells are -1.
 */
export async function denseTable(
  engine: TravelEngine,
  spec: ViewSpec,
  from: readonly TravelPlace[],
  to: readonly TravelPlace[],
  limit = Number.POSITIVE_INFINITY,
): Promise<TravelTable> {
  const { profile } = engine
  const fromAccess = accessOf(engine, spec, from)
  const toAccess = from === to ? fromAccess : accessOf(engine, spec, to)
  const table = emptyTable(ids(from), ids(to), sharedBytes)
  const byColumns = to.length < from.length
  const base = {
    kind: byColumns ? ('columns' as const) : ('rows' as const),
    graph: engine.graph.buffer as SharedArrayBuffer,
    view: spec,
    from: fromAccess,
    to: toAccess,
    profile,
    boarding: spec.kind === 'resident' ? profile.resident.boarding.value : 0,
    limit,
    cells: {
      p50: table.p50,
      p90: table.p90,
      roadMetres: table.roadMetres,
      walkMetres: table.walkMetres,
    },
  }
  await runSlices(engine, byColumns ? to.length : from.length, (slice) => ({ ...base, ...slice }))
  return finishedTable(engine, spec, from, to, {
    ...table,
    fromSnap: fromAccess.snap,
    toSnap: toAccess.snap,
  })
}

/** Residents walk straight there where that is sooner, and no place is a way from itself. */
export function finishedTable(
  engine: TravelEngine,
  spec: ViewSpec,
  from: readonly TravelPlace[],
  to: readonly TravelPlace[],
  table: TravelTable,
): TravelTable {
  if (spec.kind === 'resident')
    walkWhereSooner(table, straightWalks(engine, from, to), engine.profile)
  zeroToItself(table)
  return table
}

/** Everything within `limit` seconds on foot at an elder's pace, both ways. */
export async function elderWalks(
  engine: TravelEngine,
  from: readonly TravelPlace[],
  to: readonly TravelPlace[],
  limit: number,
): Promise<WalkTable> {
  const { profile } = engine
  const spec: ViewSpec = { kind: 'walk', elder: true }
  const fromAccess = accessOf(engine, spec, from)
  const toAccess = from === to ? fromAccess : accessOf(engine, spec, to)
  const fastest = (profile.walking.fastest.value / 3.6) * profile.walking.elder.value
  const near = placesNear(to)
  const base = {
    kind: 'walk' as const,
    graph: engine.graph.buffer as SharedArrayBuffer,
    view: spec,
    from: fromAccess,
    to: toAccess,
    profile,
    boarding: 0,
    limit,
    direct: straightWalks(engine, from, to),
    paceFactor: 1 / profile.walking.elder.value,
    candidates: sharedRows(
      from.map(({ at }) => (at === null ? [] : near(at[0], at[1], limit * fastest))),
    ),
  }
  const parts = await runSlices(engine, from.length, (slice) => ({ ...base, ...slice }))
  return walkTable(ids(from), ids(to), parts as WalkRows[])
}

/** Runs the slices of one table and tells how far it is. Results come in the order of the slices. */
export async function runSlices(
  engine: TravelEngine,
  count: number,
  task: (slice: { start: number; end: number }) => TravelTask,
): Promise<TravelPart[]> {
  const { pool, onProgress } = engine
  let done = 0
  return Promise.all(
    slices(count, pool.workers).map(async (slice) => {
      const part = await pool.run(task(slice))
      done += slice.end - slice.start
      onProgress(done, count)
      return part
    }),
  )
}
