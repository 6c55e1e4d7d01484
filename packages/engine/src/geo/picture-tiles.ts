import { existsSync } from 'node:fs'
import { openMbTiles } from './mbtiles.ts'
import { openPmTiles } from './pmtiles.ts'

/** Picture tiles in one file. */
export interface PictureTiles {
  /** Media type of the pictures. */
  type: string
  minZoom: number
  maxZoom: number
  /** The picture at a place counted from the north-west corner; null where there is none. */
  tile(z: number, x: number, y: number): Promise<Uint8Array | null>
  close(): Promise<void>
}

/** Why a file cannot be used: it is not there, is no file of tiles, or its tiles are no pictures. */
export type TilesUnfit = 'absent' | 'unreadable' | 'no-pictures'

/** Opens a file of tiles for reading: PMTiles by its ending, MBTiles otherwise. */
export async function openPictureTiles(path: string): Promise<PictureTiles | TilesUnfit> {
  if (!existsSync(path)) return 'absent'
  return path.endsWith('.pmtiles') ? openPmTiles(path) : openMbTiles(path)
}
