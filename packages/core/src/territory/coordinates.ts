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

/** Mean radius of the Earth, metres (IUGG R1). */
const EARTH_RADIUS = 6_371_008.8
const RADIAN = Math.PI / 180

/** Great-circle metres between two points (haversine; within 0.5 % of the ellipsoid). */
export function metresBetween(a: LngLat, b: LngLat): number {
  const sinLat = Math.sin(((b[1] - a[1]) * RADIAN) / 2)
  const sinLng = Math.sin(((b[0] - a[0]) * RADIAN) / 2)
  const h = sinLat * sinLat + Math.cos(a[1] * RADIAN) * Math.cos(b[1] * RADIAN) * sinLng * sinLng
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Metres of one degree of longitude and latitude at a latitude, for flat reckoning over short distances. */
export const metresPerDegree = (lat: number): { lng: number; lat: number } => ({
  lng: EARTH_RADIUS * RADIAN * Math.cos(lat * RADIAN),
  lat: EARTH_RADIUS * RADIAN,
})

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
