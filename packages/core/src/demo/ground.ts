import type { LngLat } from '../territory/settlement.ts'
import type { ElevationTile } from '../territory/terrain.ts'

/** A raster of heights with how water runs over it. Cell (column, row) is `row * columns + column`; row 0 lies north. */
export interface Ground {
  columns: number
  rows: number
  cellM: number
  /** Degrees of the north-west cell centre. */
  west: number
  north: number
  /** Metres above the sea. */
  z: Float32Array
  /** Steepest lower neighbour; a cell that is its own receiver is an outlet. */
  receiver: Int32Array
  /** Catchment, km². */
  areaKm2: Float32Array
}

/** Metres in a degree of latitude on the mean sphere. */
export const DEGREE_M = 111_195

const degreesPerCell = (ground: Pick<Ground, 'cellM' | 'north' | 'rows'>) => {
  const middle = ground.north - ((ground.rows / 2) * ground.cellM) / DEGREE_M
  const dLat = ground.cellM / DEGREE_M
  return { dLat, dLng: dLat / Math.cos((middle * Math.PI) / 180) }
}

/** Degrees of a point given in cells, rounded to 1e-6 (11 cm) so that files stay short. */
export function lngLatOf(ground: Ground, column: number, row: number): LngLat {
  const { dLat, dLng } = degreesPerCell(ground)
  const round = (value: number) => Math.round(value * 1e6) / 1e6
  return [round(ground.west + column * dLng), round(ground.north - row * dLat)]
}

export const cellLngLat = (ground: Ground, cell: number): LngLat =>
  lngLatOf(ground, cell % ground.columns, Math.floor(cell / ground.columns))

/** Metres between cell centres, straight. */
export function straightM(ground: Ground, a: number, b: number): number {
  const dx = (a % ground.columns) - (b % ground.columns)
  const dy = Math.floor(a / ground.columns) - Math.floor(b / ground.columns)
  return Math.sqrt(dx * dx + dy * dy) * ground.cellM
}

/** The raster as tiles of at most `side` posts, sharing their edge posts. Whole decimetres. */
export function elevationTiles(ground: Ground, side: number): ElevationTile[] {
  const tiles: ElevationTile[] = []
  for (let top = 0; top < ground.rows - 1; top += side - 1) {
    for (let left = 0; left < ground.columns - 1; left += side - 1) {
      tiles.push(tile(ground, left, top, side))
    }
  }
  return tiles
}

function tile(ground: Ground, left: number, top: number, side: number): ElevationTile {
  const columns = Math.min(side, ground.columns - left)
  const rows = Math.min(side, ground.rows - top)
  const metres = new Float32Array(columns * rows)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      metres[r * columns + c] =
        Math.round(ground.z[(top + r) * ground.columns + left + c]! * 10) / 10
    }
  }
  const [west, north] = lngLatOf(ground, left, top)
  const [east, south] = lngLatOf(ground, left + columns - 1, top + rows - 1)
  return { west, south, east, north, columns, rows, metres }
}

/** The cell at fractions of the map's width and height. */
export const gateCell = (ground: Ground, gate: { x: number; y: number }): number =>
  Math.round(gate.y * (ground.rows - 1)) * ground.columns +
  Math.round(gate.x * (ground.columns - 1))
