import { METRES_PER_DEGREE, metresPerLng } from '../territory/earth.ts'
import type { ElevationSampler, Terrain } from '../territory/terrain.ts'
import { elevationAt } from '../territory/terrain-elevation.ts'

/** Heights as the tiles have them, NaN in voids and off the tiles: for straight walks over the land. */
export const terrainSampler =
  (terrain: Terrain): ElevationSampler =>
  (lng, lat) =>
    elevationAt(terrain, [lng, lat]) ?? Number.NaN

/** Half the width of the cross on which the median is taken. */
const CROSS_M = 25

/**
 * Heights for roads: the median of the point and four points around it, so that a single wrong post
 * or a cutting beside the road makes no grade.
 */
export function roadSampler(terrain: Terrain): ElevationSampler {
  const at = terrainSampler(terrain)
  if (terrain.tiles.length === 0) return at
  const dLat = CROSS_M / METRES_PER_DEGREE
  const around = new Float64Array(5)
  return (lng, lat) => {
    const dLng = CROSS_M / metresPerLng(lat)
    around[0] = at(lng, lat)
    around[1] = at(lng - dLng, lat)
    around[2] = at(lng + dLng, lat)
    around[3] = at(lng, lat - dLat)
    around[4] = at(lng, lat + dLat)
    // Sorted, voids come last.
    around.sort()
    let known = 5
    while (known > 0 && Number.isNaN(around[known - 1]!)) known--
    if (known === 0) return Number.NaN
    const middle = known >> 1
    return known % 2 === 1 ? around[middle]! : (around[middle - 1]! + around[middle]!) / 2
  }
}
