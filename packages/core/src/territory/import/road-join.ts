import { metresBetween, metresPerDegree } from '../earth.ts'
import type { RoadNetwork, RoadWay } from '../roads.ts'
import type { LngLat } from '../settlement.ts'
import type { RoadAttributes } from './osm-road.ts'
import { nodeDeadEnds } from './road-noding.ts'

export interface NamedLine {
  id: string
  road: RoadAttributes
  points: readonly LngLat[]
}

/** Metres within which a road end and a point of another road are one junction. */
const JOIN_METRES = 1

/**
 * Lines to a network: equal points are one; a line's end within 1 m of another point is moved onto it, and one that
 * touches another line between its points becomes a point of it. `ends` counts the ends joined. Deterministic for lines in a fixed order.
 */
export function joinLines(
  lines: readonly NamedLine[],
  join: boolean,
): { roads: RoadNetwork; ends: number } {
  const points: LngLat[] = []
  const index = new Map<string, number>()
  const paths = lines.map((line) =>
    line.points.map((p) => {
      const key = `${p[0]},${p[1]}`
      const known = index.get(key)
      if (known !== undefined) return known
      index.set(key, points.length)
      points.push(p)
      return points.length - 1
    }),
  )
  if (!join) return { roads: compact(lines, paths, points), ends: 0 }
  const { root, ends } = joinEnds(points, paths)
  const joined = paths.map((path) => withoutRepeats(path.map((p) => root[p]!)))
  const noded = nodeDeadEnds(joined, points)
  return { roads: compact(lines, noded.paths, points), ends: ends + noded.ends }
}

/** Union of ends with their nearest other point; `root` leads from each point to the one that stands for it. */
function joinEnds(
  points: readonly LngLat[],
  paths: readonly (readonly number[])[],
): { root: Int32Array; ends: number } {
  const root = Int32Array.from(points, (_, k) => k)
  const find = (k: number): number => {
    let top = k
    while (root[top] !== top) top = root[top]!
    return top
  }
  const near = grid(points)
  const isEnd = new Set(paths.flatMap((path) => [path[0]!, path.at(-1)!]))
  let ends = 0
  for (const end of [...isEnd].toSorted((a, b) => a - b)) {
    const target = near(end)
    if (target < 0) continue
    const [a, b] = [find(end), find(target)]
    if (a === b) continue
    // A point inside a line stays where it is and the end moves; of two ends the first stays.
    if (isEnd.has(a) && (!isEnd.has(b) || b < a)) root[a] = b
    else root[b] = a
    ends++
  }
  return { root: root.map((_, k) => find(k)), ends }
}

/** A look-up of the nearest other point within reach, or -1. */
function grid(points: readonly LngLat[]): (point: number) => number {
  // One scale for the whole layer, at its widest: cells never come out narrower than the reach.
  const farthest = points.reduce((most, p) => Math.max(most, Math.abs(p[1])), 0)
  const scale = metresPerDegree(Math.min(farthest, 89))
  const cell = (p: LngLat): [number, number] => [
    Math.floor((p[0] * scale.lng) / JOIN_METRES),
    Math.floor((p[1] * scale.lat) / JOIN_METRES),
  ]
  const cells = new Map<string, number[]>()
  points.forEach((p, k) => {
    const key = cell(p).join(',')
    const inside = cells.get(key)
    if (inside) inside.push(k)
    else cells.set(key, [k])
  })
  return (point) => {
    const [x, y] = cell(points[point]!)
    let best = -1
    let least = JOIN_METRES
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const other of cells.get(`${x + dx},${y + dy}`) ?? []) {
          if (other === point) continue
          const metres = metresBetween(points[point]!, points[other]!)
          if (metres < least || (metres === least && best >= 0 && other < best)) {
            best = other
            least = metres
          }
        }
      }
    }
    return best
  }
}

const withoutRepeats = (path: readonly number[]): number[] =>
  path.filter((p, k) => k === 0 || p !== path[k - 1])

function compact(
  lines: readonly NamedLine[],
  paths: readonly (readonly number[])[],
  points: readonly LngLat[],
): RoadNetwork {
  const used = new Map<number, number>()
  const ways: RoadWay[] = []
  lines.forEach((line, k) => {
    const path = paths[k]!
    if (path.length < 2) return
    for (const p of path) if (!used.has(p)) used.set(p, used.size)
    ways.push({ id: line.id, ...line.road, points: Uint32Array.from(path, (p) => used.get(p)!) })
  })
  const order = [...used.keys()]
  return {
    lng: Float64Array.from(order, (p) => points[p]![0]),
    lat: Float64Array.from(order, (p) => points[p]![1]),
    ways,
  }
}
