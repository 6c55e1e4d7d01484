import { type Finding, finding } from '../kernel/finding.ts'
import type { LngLat } from './settlement.ts'

/** The area of a division: polygons of rings, the first the outline and the others holes. WGS-84. */
export interface Boundary {
  /** 12 digits; shorter codes are padded with zeros. */
  code: string
  name: string
  polygons: LngLat[][][]
}

/** True inside or, up to rounding, on an edge that bounds it from the west or south (even-odd rule over all rings). */
export function isWithinBoundary(boundary: Boundary, at: LngLat): boolean {
  return boundary.polygons.some((rings) => {
    let inside = false
    for (const ring of rings) if (crossesOddly(ring, at)) inside = !inside
    return inside
  })
}

/** Whether a ray to the east crosses a ring an odd number of times. */
function crossesOddly(ring: readonly LngLat[], [x, y]: LngLat): boolean {
  let odd = false
  for (let k = 0, last = ring.length - 1; k < ring.length; last = k++) {
    const [ax, ay] = ring[k]!
    const [bx, by] = ring[last]!
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd
  }
  return odd
}

/** The boundary a point lies in, the most local one (longest code) first; null for none. */
export function boundaryAt(boundaries: readonly Boundary[], at: LngLat): Boundary | null {
  const significant = (b: Boundary): number => b.code.replace(/0+$/, '').length
  return (
    boundaries
      .filter((b) => isWithinBoundary(b, at))
      .toSorted((a, b) => significant(b) - significant(a) || (a.code < b.code ? -1 : 1))[0] ?? null
  )
}

/** A finding for each place that lies in none of the boundaries; none when there are no boundaries to check by. */
export function placesOutside(
  boundaries: readonly Boundary[],
  places: readonly { id: string; name: string; at: LngLat | null }[],
  file: string,
): Finding[] {
  if (boundaries.length === 0) return []
  return places
    .filter((p) => p.at !== null && !boundaries.some((b) => isWithinBoundary(b, p.at!)))
    .map((p) => finding('place-outside-boundary', { file, path: p.id }, { name: p.name }))
}
