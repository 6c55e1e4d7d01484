import { metresPerDegree } from '../earth.ts'
import type { LngLat } from '../settlement.ts'

/**
 * The middle of an outline: centroid of the area when the ring is closed and has one, else the mean of its points.
 * Null for no points. Reckoned about the first point, since areas of buildings vanish in the rounding of degrees.
 */
export function outlineCentre(ring: readonly LngLat[]): LngLat | null {
  const first = ring[0]
  if (!first) return null
  const scale = metresPerDegree(first[1])
  const xy = ring.map(([lng, lat]) => [(lng - first[0]) * scale.lng, (lat - first[1]) * scale.lat])
  let area = 0
  let x = 0
  let y = 0
  for (let k = 0; k < xy.length; k++) {
    const [ax, ay] = xy[k] as [number, number]
    const [bx, by] = xy[(k + 1) % xy.length] as [number, number]
    const cross = ax * by - bx * ay
    area += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  const last = ring.at(-1)!
  const closed = ring.length > 3 && last[0] === first[0] && last[1] === first[1]
  if (closed && Math.abs(area) > 1e-6) {
    return [first[0] + x / (3 * area) / scale.lng, first[1] + y / (3 * area) / scale.lat]
  }
  return [
    ring.reduce((sum, p) => sum + p[0], 0) / ring.length,
    ring.reduce((sum, p) => sum + p[1], 0) / ring.length,
  ]
}
