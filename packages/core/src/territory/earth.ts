import type { LngLat } from './settlement.ts'

/** Mean radius of the Earth in metres (IUGG R1). */
const EARTH_RADIUS = 6_371_008.8

const RADIANS = Math.PI / 180

/** Metres of one degree of latitude on the sphere. */
export const METRES_PER_DEGREE: number = EARTH_RADIUS * RADIANS

/** Metres of one degree of longitude at a latitude. */
export const metresPerLng = (lat: number): number => METRES_PER_DEGREE * Math.cos(lat * RADIANS)

/** Metres of one degree of longitude and latitude at a latitude, for flat reckoning over short distances. */
export const metresPerDegree = (lat: number): { lng: number; lat: number } => ({
  lng: metresPerLng(lat),
  lat: METRES_PER_DEGREE,
})

/** Great-circle metres between two points in WGS-84 degrees (haversine; within 0.6 % of the ellipsoid). */
export const metresBetween = (a: LngLat, b: LngLat): number =>
  greatCircleMetres(a[0], a[1], b[0], b[1])

/** `metresBetween` of bare numbers, for hot loops over coordinate arrays. */
export function greatCircleMetres(lngA: number, latA: number, lngB: number, latB: number): number {
  const sinLat = Math.sin(((latB - latA) * RADIANS) / 2)
  const sinLng = Math.sin(((lngB - lngA) * RADIANS) / 2)
  const h = sinLat * sinLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLng * sinLng
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}
