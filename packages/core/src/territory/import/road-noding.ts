import Flatbush from 'flatbush'
import { metresPerDegree } from '../earth.ts'
import type { LngLat } from '../settlement.ts'

/** Metres from a segment within which a dead end is taken to meet the road there. */
const TOUCH_METRES = 1

interface Segment {
  path: number
  /** The segment runs from this place of the path to the next. */
  at: number
}

/**
 * Paths with a point put into each road that another's dead end touches between its points, and how many were put.
 * Layers drawn by hand often have such T-junctions; crossings without an end are left alone, since one may be a bridge.
 * The end itself becomes the shared point: it moves nothing, and the road bends by at most a metre.
 */
export function nodeDeadEnds(
  paths: readonly (readonly number[])[],
  points: readonly LngLat[],
): { paths: number[][]; ends: number } {
  const ends = deadEnds(paths)
  const segments = paths.flatMap((path, k) =>
    path.slice(1).map((_, at): Segment => ({ path: k, at })),
  )
  if (ends.length === 0 || segments.length === 0)
    return { paths: paths.map((p) => [...p]), ends: 0 }
  const index = segmentIndex(segments, paths, points)
  const inserts = new Map<number, { at: number; along: number; point: number }[]>()
  let touched = 0
  for (const end of ends) {
    const hit = touchedSegment(end, index, segments, paths, points)
    if (!hit) continue
    touched++
    const { path, at } = segments[hit.segment]!
    inserts.set(path, [...(inserts.get(path) ?? []), { at, along: hit.along, point: end.point }])
  }
  return { paths: paths.map((path, k) => withInserts(path, inserts.get(k) ?? [])), ends: touched }
}

/** Ends of lines on a point that no line uses a second time. */
function deadEnds(paths: readonly (readonly number[])[]): { path: number; point: number }[] {
  const uses = new Map<number, number>()
  for (const path of paths) for (const p of path) uses.set(p, (uses.get(p) ?? 0) + 1)
  return paths.flatMap((path, k) =>
    [path[0]!, path.at(-1)!]
      .filter((point) => path.length > 1 && uses.get(point) === 1)
      .map((point) => ({ path: k, point })),
  )
}

function segmentIndex(
  segments: readonly Segment[],
  paths: readonly (readonly number[])[],
  points: readonly LngLat[],
): Flatbush {
  const index = new Flatbush(segments.length)
  for (const { path, at } of segments) {
    const [a, b] = [points[paths[path]![at]!]!, points[paths[path]![at + 1]!]!]
    index.add(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
    )
  }
  index.finish()
  return index
}

/** The nearest segment of another line within reach; the first on a tie. */
function touchedSegment(
  end: { path: number; point: number },
  index: Flatbush,
  segments: readonly Segment[],
  paths: readonly (readonly number[])[],
  points: readonly LngLat[],
): { segment: number; along: number } | null {
  const p = points[end.point]!
  const scale = metresPerDegree(p[1])
  const [dx, dy] = [TOUCH_METRES / scale.lng, TOUCH_METRES / scale.lat]
  let best: { segment: number; along: number } | null = null
  let least = TOUCH_METRES
  for (const k of index
    .search(p[0] - dx, p[1] - dy, p[0] + dx, p[1] + dy)
    .toSorted((a, b) => a - b)) {
    const { path, at } = segments[k]!
    if (path === end.path) continue
    const { metres, along } = distanceTo(
      p,
      points[paths[path]![at]!]!,
      points[paths[path]![at + 1]!]!,
      scale,
    )
    if (metres > least || (metres === least && best)) continue
    best = { segment: k, along }
    least = metres
  }
  return best
}

/** Metres from a point to a segment, flat, and how far along the nearest spot is (0 to 1). */
function distanceTo(
  p: LngLat,
  a: LngLat,
  b: LngLat,
  scale: { lng: number; lat: number },
): { metres: number; along: number } {
  const [bx, by] = [(b[0] - a[0]) * scale.lng, (b[1] - a[1]) * scale.lat]
  const [px, py] = [(p[0] - a[0]) * scale.lng, (p[1] - a[1]) * scale.lat]
  const along = Math.min(1, Math.max(0, (px * bx + py * by) / (bx * bx + by * by || 1)))
  return { metres: Math.hypot(px - along * bx, py - along * by), along }
}

function withInserts(
  path: readonly number[],
  inserts: readonly { at: number; along: number; point: number }[],
): number[] {
  const sorted = inserts.toSorted((a, b) => a.at - b.at || a.along - b.along || a.point - b.point)
  return path.flatMap((point, k) => [
    point,
    ...sorted.filter((i) => i.at === k).map((i) => i.point),
  ])
}
