import type { LngLat } from '@kuashan/core/territory/settlement.ts'

export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

/** Bounds of points, widened by a share of their extent; null for no points. */
export function boundsOf(points: readonly LngLat[], margin = 0.04): Bounds | null {
  if (points.length === 0) return null
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lng, lat] of points) {
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const pad = Math.max(east - west, north - south, 0.01) * margin
  return { west: west - pad, south: south - pad, east: east + pad, north: north + pad }
}

/** Longitude and latitude to drawing units: equirectangular at the middle latitude, true enough for a county. */
export interface Projection {
  width: number
  height: number
  /** Drawing units per metre. */
  scale: number
  x(lng: number): number
  y(lat: number): number
}

const metresPerDegree = 111_320

export function projection(bounds: Bounds, width: number): Projection {
  const shrink = Math.cos((((bounds.south + bounds.north) / 2) * Math.PI) / 180)
  const perDegree = width / ((bounds.east - bounds.west) * shrink)
  return {
    width,
    height: Math.round((bounds.north - bounds.south) * perDegree),
    scale: perDegree / metresPerDegree,
    x: (lng) => (lng - bounds.west) * shrink * perDegree,
    y: (lat) => (bounds.north - lat) * perDegree,
  }
}
