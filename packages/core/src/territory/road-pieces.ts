import { type Finding, finding } from '../kernel/finding.ts'
import { metresBetween } from './earth.ts'
import type { RoadNetwork, RoadWay } from './roads.ts'

/** Metres along a way. */
function wayMetres(roads: RoadNetwork, way: RoadWay): number {
  let metres = 0
  for (let k = 1; k < way.points.length; k++) {
    const [a, b] = [way.points[k - 1]!, way.points[k]!]
    metres += metresBetween([roads.lng[a]!, roads.lat[a]!], [roads.lng[b]!, roads.lat[b]!])
  }
  return metres
}

/** Kilometres of each separate piece of the drivable network, longest first. Footpaths join nothing for a vehicle. */
export function roadPieces(roads: RoadNetwork): number[] {
  const parent = Int32Array.from(roads.lng, (_, k) => k)
  const find = (k: number): number => {
    let top = k
    while (parent[top] !== top) {
      parent[top] = parent[parent[top]!]!
      top = parent[top]!
    }
    return top
  }
  const drivable = roads.ways.filter((way) => !way.footOnly && way.points.length > 1)
  for (const way of drivable) {
    for (const point of way.points) parent[find(point)] = find(way.points[0]!)
  }
  const kilometres = new Map<number, number>()
  for (const way of drivable) {
    const piece = find(way.points[0]!)
    kilometres.set(piece, (kilometres.get(piece) ?? 0) + wayMetres(roads, way) / 1000)
  }
  return [...kilometres.values()].toSorted((a, b) => b - a)
}

/** How many sizes a finding lists. */
const LISTED = 6

/** A finding with the sizes when the drivable network is not in one piece. */
export function piecesFinding(roads: RoadNetwork, file: string): Finding[] {
  const pieces = roadPieces(roads)
  if (pieces.length < 2) return []
  const total = pieces.reduce((sum, km) => sum + km, 0)
  const listed = pieces.slice(0, LISTED).map((km) => km.toFixed(1))
  const sizes = [...listed, ...(pieces.length > LISTED ? ['…'] : [])].join(', ')
  const share = total > 0 ? ((100 * pieces[0]!) / total).toFixed(1) : '0'
  return [finding('roads-in-pieces', { file }, { pieces: pieces.length, share, sizes })]
}
