import { METRES_PER_DEGREE, metresPerLng } from '../territory/earth.ts'
import type { RoadNetwork, RoadWay } from '../territory/roads.ts'
import { emptyTable, fillRows, type TableCells, type TableTask } from './matrix.ts'
import { travelProfile } from './profile-table.ts'
import type { RoadGraph } from './road-graph.ts'
import { roadIndex } from './road-index.ts'
import { snapContext, snapPlaces, type TravelPlace } from './snap.ts'
import { travelView, type ViewSpec } from './travel-view.ts'

/** Where test networks lie. */
const LNG = 119
const LAT = 28

/** Degrees of a point given in metres east and north of the origin. */
export const degrees = (x: number, y: number): [number, number] => [
  LNG + x / metresPerLng(LAT),
  LAT + y / METRES_PER_DEGREE,
]

/** Metres east and north of the origin. */
export const metresOf = (lng: number, lat: number): [number, number] => [
  (lng - LNG) * metresPerLng(LAT),
  (lat - LAT) * METRES_PER_DEGREE,
]

export type TestWay = Partial<Omit<RoadWay, 'points'>> & { points: readonly number[] }

/** A network from points in metres and ways over them; ways are paved secondary roads unless said. */
export function testNetwork(
  points: readonly (readonly [number, number])[],
  ways: readonly TestWay[],
): RoadNetwork {
  const at = points.map(([x, y]) => degrees(x, y))
  return {
    lng: Float64Array.from(at, (p) => p[0]),
    lat: Float64Array.from(at, (p) => p[1]),
    ways: ways.map((way, k) => ({
      id: `w${k}`,
      class: 'secondary',
      surface: 'paved',
      oneway: 0,
      bridge: false,
      tunnel: false,
      footOnly: false,
      ...way,
      points: Uint32Array.from(way.points),
    })),
  }
}

export const place = (id: string, x: number, y: number): TravelPlace => ({ id, at: degrees(x, y) })

export const level = (): number => 0

/** A dense table over one graph, level ground unless said. */
export function tableOver(
  graph: RoadGraph,
  spec: ViewSpec,
  from: readonly TravelPlace[],
  to: readonly TravelPlace[],
  options: {
    elevation?: (lng: number, lat: number) => number
    limit?: number
    fillWith?: (task: TableTask, cells: TableCells, start: number, end: number) => void
    by?: number
  } = {},
) {
  const view = travelView(graph, spec, travelProfile)
  const context = snapContext(roadIndex(graph), view, options.elevation ?? level, travelProfile, {
    single: spec.kind === 'vehicle',
    elder: spec.kind === 'walk' && spec.elder,
  })
  const fromAccess = snapPlaces(context, from)
  const toAccess = snapPlaces(context, to)
  const table = emptyTable(
    from.map((p) => p.id),
    to.map((p) => p.id),
  )
  const task: TableTask = {
    graph,
    view,
    from: fromAccess,
    to: toAccess,
    boarding: 0,
    limit: options.limit ?? Number.POSITIVE_INFINITY,
  }
  ;(options.fillWith ?? fillRows)(task, table, 0, options.by ?? from.length)
  return { ...table, fromSnap: fromAccess.snap, toSnap: toAccess.snap, fromAccess, toAccess }
}
