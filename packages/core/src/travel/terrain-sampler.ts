import type { Terrain } from '../territory/terrain.ts'
import { elevationAt } from '../territory/terrain-elevation.ts'
import { type ElevationSampler, METRES_PER_DEGREE, metresPerLng } from './earth.ts'

/** Half the width of the cross on which the median is taken. */
const CROSS_M = 25

/**
 * Heights for travel: the median of the point and four points around it, so that a single wrong post
 * or a cutting beside the road makes no grade. NaN in voids and off the tiles.
 */
export function terrainSampler(terrain: Terrain): ElevationSampler {
  if (terrain.tiles.length === 0) return () => Number.NaN
  const dLat = CROSS_M / METRES_PER_DEGREE
  return (lng, lat) => {
    const dLng = CROSS_M / metresPerLng(lat)
    const around = [
      elevationAt(terrain, [lng, lat]),
      elevationAt(terrain, [lng - dLng, lat]),
      elevationAt(terrain, [lng + dLng, lat]),
      elevationAt(terrain, [lng, lat - dLat]),
      elevationAt(terrain, [lng, lat + dLat]),
    ].filter((height) => height !== null)
    if (around.length === 0) return Number.NaN
    around.sort((a, b) => a - b)
    const middle = around.length >> 1
    return around.length % 2 === 1 ? around[middle]! : (around[middle - 1]! + around[middle]!) / 2
  }
}
