import { type Area, areaOfPolygons } from './import/check-places.ts'
import type { LngLat } from './settlement.ts'

/** The area of a division: polygons of rings, the first the outline and the others holes. WGS-84. */
export interface Boundary {
  /** 12 digits; shorter codes are padded with zeros. */
  code: string
  name: string
  polygons: LngLat[][][]
}

/** The area in which the places of a county must lie; null where there are no boundaries to check by. */
export const areaOfBoundaries = (boundaries: readonly Boundary[]): Area | null =>
  boundaries.length === 0 ? null : areaOfPolygons(boundaries.flatMap((b) => b.polygons))
