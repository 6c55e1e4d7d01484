import Flatbush from 'flatbush'
import { METRES_PER_DEGREE, metresPerLng } from '../territory/earth.ts'
import type { RoadGraph } from './road-graph.ts'

/** Finds the edges near a point by the index that the graph's buffer carries. */
export interface RoadIndex {
  graph: RoadGraph
  tree: Flatbush | null
}

/** The point of a stretch of road that is nearest to a place. */
export interface NearPoint {
  edge: number
  /** Segment from `point` to `point + 1` of the edge, and how far along it, 0 to 1. */
  point: number
  fraction: number
  metres: number
}

export function roadIndex(graph: RoadGraph): RoadIndex {
  if (graph.chunks === 0) return { graph, tree: null }
  return { graph, tree: Flatbush.from(graph.index.slice().buffer) }
}

/**
 * The nearest point of every stretch of road within `reach` metres of a place, nearest first, ties by edge.
 * `wanted` tells which edges count.
 */
export function edgesWithin(
  { graph, tree }: RoadIndex,
  lng: number,
  lat: number,
  reach: number,
  wanted: (edge: number) => boolean,
): NearPoint[] {
  if (tree === null) return []
  const dLat = reach / METRES_PER_DEGREE
  const dLng = reach / Math.max(1, metresPerLng(Math.min(89, Math.abs(lat) + dLat)))
  const best = new Map<number, NearPoint>()
  for (const chunk of tree.search(lng - dLng, lat - dLat, lng + dLng, lat + dLat)) {
    const edge = graph.chunkEdge[chunk]!
    if (!wanted(edge)) continue
    const near = nearestInChunk(graph, chunk, lng, lat)
    if (near.metres > reach) continue
    const stretch = graph.chunkStretch[chunk]!
    const old = best.get(stretch)
    if (old === undefined || isNearer(near, old)) best.set(stretch, near)
  }
  return [...best.values()].sort(
    (a, b) => a.metres - b.metres || a.edge - b.edge || a.point - b.point,
  )
}

const isNearer = (a: NearPoint, b: NearPoint): boolean =>
  a.metres < b.metres || (a.metres === b.metres && a.point < b.point)

/** No place is looked for beyond this: half a province. */
const FARTHEST_M = 200_000

/** The nearest wanted edge at any distance up to 200 km; null when there is none. */
export function nearestEdge(
  index: RoadIndex,
  lng: number,
  lat: number,
  from: number,
  wanted: (edge: number) => boolean,
): NearPoint | null {
  for (let reach = from; reach < 2 * FARTHEST_M; reach *= 2) {
    const [first] = edgesWithin(index, lng, lat, Math.min(reach, FARTHEST_M), wanted)
    if (first !== undefined) return first
  }
  return null
}

/** Distances on the plane that touches the earth at the place: exact enough for a walk. */
function nearestInChunk(graph: RoadGraph, chunk: number, lng: number, lat: number): NearPoint {
  const perLng = metresPerLng(lat)
  const { pointLng, pointLat } = graph
  let metres2 = Number.POSITIVE_INFINITY
  let point = 0
  let fraction = 0
  const end = graph.chunkEnd[chunk]!
  for (let p = graph.chunkPoint[chunk]!; p < end; p++) {
    const ax = (pointLng[p]! - lng) * perLng
    const ay = (pointLat[p]! - lat) * METRES_PER_DEGREE
    const dx = (pointLng[p + 1]! - pointLng[p]!) * perLng
    const dy = (pointLat[p + 1]! - pointLat[p]!) * METRES_PER_DEGREE
    const span = dx * dx + dy * dy
    const f = span > 0 ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / span)) : 0
    const x = ax + f * dx
    const y = ay + f * dy
    const d = x * x + y * y
    if (d < metres2) {
      metres2 = d
      point = p
      fraction = f
    }
  }
  return { edge: graph.chunkEdge[chunk]!, point, fraction, metres: Math.sqrt(metres2) }
}
