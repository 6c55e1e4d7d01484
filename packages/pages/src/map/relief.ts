import type { ElevationTile, Terrain } from '@kuashan/core/territory/terrain.ts'
import { contours } from 'd3-contour'
import { html, type Markup } from '../html.ts'
import type { Bounds, Projection } from './projection.ts'

/** From valley green over slope to summit, quiet enough to print under text. */
const tints = [
  '#eef3ea',
  '#e6ecdd',
  '#dfe3cf',
  '#d9d8c2',
  '#d0cbb4',
  '#c8bfa8',
  '#c0b5a0',
  '#b8ac9a',
]

/** Posts a side at which relief is drawn: enough for a page, small enough for a file. */
const grain = 110

function sampleTile(tiles: readonly ElevationTile[], lng: number, lat: number): number {
  for (const t of tiles) {
    if (lng < t.west || lng > t.east || lat < t.south || lat > t.north) continue
    const column = Math.round(((lng - t.west) / (t.east - t.west)) * (t.columns - 1))
    const row = Math.round(((t.north - lat) / (t.north - t.south)) * (t.rows - 1))
    return t.metres[row * t.columns + column] ?? Number.NaN
  }
  return Number.NaN
}

/** Height bands as filled paths; empty markup where there is no elevation. */
export function relief(terrain: Terrain, bounds: Bounds, to: Projection): Markup {
  const rows = Math.max(2, Math.round((grain * to.height) / to.width))
  const values: number[] = []
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < grain; c++) {
      const lng = bounds.west + ((bounds.east - bounds.west) * (c + 0.5)) / grain
      const lat = bounds.north - ((bounds.north - bounds.south) * (r + 0.5)) / rows
      values.push(sampleTile(terrain.tiles, lng, lat))
    }
  const known = values.filter((v) => !Number.isNaN(v)).sort((a, b) => a - b)
  if (known.length === 0) return html``
  const low = known[0] as number
  const high = known[Math.floor(known.length * 0.98)] as number
  const filled = values.map((v) => (Number.isNaN(v) ? low - 1 : v))
  const thresholds = tints.map((_, k) => low + ((high - low) * k) / tints.length)
  const [kx, ky] = [to.width / grain, to.height / rows]
  const bands = contours().size([grain, rows]).thresholds(thresholds)(filled)
  return html`<g class="relief">${bands.map((band, k) => {
    const path = band.coordinates
      .flatMap((polygon) =>
        polygon.map(
          (ring) =>
            `M${ring.map(([x, y]) => `${((x as number) * kx).toFixed(0)},${((y as number) * ky).toFixed(0)}`).join('L')}Z`,
        ),
      )
      .join('')
    return path ? html`<path d="${path}" fill="${tints[k] as string}"/>` : null
  })}</g>`
}
