import type { ElevationTile } from '@kuashan/core/territory/terrain.ts'

/** Posts a side of the two shapes of SRTM tiles: 3″ and 1″. */
const hgtSides = [1201, 3601]

const VOID = -32768

/** South-west corner by a tile's name, `N28E119` or `s03w060`; null when the name does not tell. */
export function hgtCorner(name: string): { south: number; west: number } | null {
  const match = /([NS])(\d{1,2})([EW])(\d{1,3})/i.exec(name)
  if (!match) return null
  const south = Number(match[2]) * (match[1]!.toUpperCase() === 'S' ? -1 : 1)
  const west = Number(match[4]) * (match[3]!.toUpperCase() === 'W' ? -1 : 1)
  return south >= -90 && south < 90 && west >= -180 && west < 180 ? { south, west } : null
}

/**
 * A tile from its bytes, or null when they are not a square of 1201 or 3601 posts.
 * Big-endian 16-bit metres, rows from the north, columns from the west, posts on the edges, -32768 a void.
 * Source: SRTM Topography (NASA/USGS), §2.1.
 */
export function decodeHgt(
  bytes: Uint8Array,
  corner: { south: number; west: number },
): ElevationTile | null {
  const side = hgtSides.find((n) => n * n * 2 === bytes.length)
  if (side === undefined) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const metres = new Float32Array(side * side)
  for (let k = 0; k < metres.length; k++) {
    const value = view.getInt16(k * 2)
    metres[k] = value === VOID ? Number.NaN : value
  }
  return {
    west: corner.west,
    south: corner.south,
    east: corner.west + 1,
    north: corner.south + 1,
    columns: side,
    rows: side,
    metres,
  }
}

/** The name under which a tile can be written as `.hgt` without loss, or null. */
export function hgtName(tile: ElevationTile): string | null {
  const square = hgtSides.includes(tile.columns) && tile.rows === tile.columns
  const degree =
    Number.isInteger(tile.west) &&
    Number.isInteger(tile.south) &&
    tile.east === tile.west + 1 &&
    tile.north === tile.south + 1
  if (!square || !degree) return null
  const whole = tile.metres.every(
    (m) => Number.isNaN(m) || (Number.isInteger(m) && m > VOID && m <= 32767),
  )
  if (!whole) return null
  const ns = `${tile.south < 0 ? 'S' : 'N'}${String(Math.abs(tile.south)).padStart(2, '0')}`
  return `${ns}${tile.west < 0 ? 'W' : 'E'}${String(Math.abs(tile.west)).padStart(3, '0')}`
}

export function encodeHgt(tile: ElevationTile): Uint8Array {
  const bytes = new Uint8Array(tile.metres.length * 2)
  const view = new DataView(bytes.buffer)
  for (let k = 0; k < tile.metres.length; k++) {
    const metres = tile.metres[k]!
    view.setInt16(k * 2, Number.isNaN(metres) ? VOID : metres)
  }
  return bytes
}
