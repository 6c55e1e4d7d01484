import gcoord from 'gcoord'
import type { LngLat } from './settlement.ts'

/** What a file may say of its longitudes and latitudes. CGCS2000 is treated as equal to WGS-84 (they differ by centimetres). */
export type CoordinateSystem = 'WGS-84' | 'CGCS2000' | 'GCJ-02' | 'BD-09'

/** Degrees. Both edges belong to the area. */
export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

/**
 * WGS-84 degrees of a point. GCJ-02 and BD-09 are undone by iteration to below 0.1 m;
 * outside China both are the identity, as the published transforms are.
 */
export function toWgs84(at: LngLat, from: CoordinateSystem): LngLat {
  if (from === 'WGS-84' || from === 'CGCS2000') return at
  const system = from === 'GCJ-02' ? gcoord.GCJ02 : gcoord.BD09
  const [lng, lat] = gcoord.transform([at[0], at[1]], system, gcoord.WGS84)
  return [lng!, lat!]
}
