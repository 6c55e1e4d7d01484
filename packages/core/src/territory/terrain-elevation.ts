import { type Finding, finding } from '../kernel/finding.ts'
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

/** A finding that counts the places without elevation and names the first three; none when there is no terrain at all. */
export function withoutElevation(
  terrain: Terrain,
  places: readonly { name: string; at: LngLat | null }[],
): Finding[] {
  const missing = places.filter((p) => p.at !== null && elevationAt(terrain, p.at) === null)
  if (terrain.tiles.length === 0 || missing.length === 0) return []
  const examples = missing.slice(0, 3).map((p) => p.name)
  return [
    finding('elevation-area-missing', {}, { count: missing.length, examples: examples.join(', ') }),
  ]
}
