import type { LngLat } from './settlement.ts'
import type { ElevationTile, Terrain } from './terrain.ts'

/**
 * Metres above sea level at a point: bilinear between the four posts around it; null outside all tiles and in voids.
 * A void among the four is left out and the rest weigh up. Tiles are asked in their order, so the finest comes first.
 */
export function elevationAt(terrain: Terrain, at: LngLat): number | null {
  for (const tile of terrain.tiles) {
    const metres = inTile(tile, at)
    if (metres !== null) return metres
  }
  return null
}

function inTile(tile: ElevationTile, [lng, lat]: LngLat): number | null {
  if (lng < tile.west || lng > tile.east || lat < tile.south || lat > tile.north) return null
  const x = ((lng - tile.west) / (tile.east - tile.west)) * (tile.columns - 1)
  const y = ((tile.north - lat) / (tile.north - tile.south)) * (tile.rows - 1)
  const column = Math.min(Math.max(0, tile.columns - 2), Math.floor(x))
  const row = Math.min(Math.max(0, tile.rows - 2), Math.floor(y))
  let sum = 0
  let weights = 0
  for (let k = 0; k < 4; k++) {
    const c = column + (k & 1)
    const r = row + (k >> 1)
    if (c >= tile.columns || r >= tile.rows) continue
    const weight = (1 - Math.abs(x - c)) * (1 - Math.abs(y - r))
    const metres = tile.metres[r * tile.columns + c]!
    if (weight <= 0 || Number.isNaN(metres)) continue
    sum += weight * metres
    weights += weight
  }
  return weights > 0 ? sum / weights : null
}

/** True when a point lies on some tile, void or not. */
export const isOnTerrain = (terrain: Terrain, at: LngLat): boolean =>
  terrain.tiles.some(
    (t) => at[0] >= t.west && at[0] <= t.east && at[1] >= t.south && at[1] <= t.north,
  )
