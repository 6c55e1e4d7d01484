import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { byText } from '@kuashan/core/kernel/order.ts'
import type { CoordinateSystem } from '@kuashan/core/territory/coordinates.ts'
import type { ElevationTile, Terrain } from '@kuashan/core/territory/terrain.ts'
import { fillVoids } from '@kuashan/core/territory/terrain-voids.ts'
import { unzipSync } from 'fflate'
import { atomicWrite } from '../files/atomic-write.ts'
import { decodeGeoTiff, encodeGeoTiff, onDegrees } from './geotiff-tile.ts'
import { decodeHgt, encodeHgt, hgtCorner, hgtName } from './hgt.ts'
import { settleCoordinates } from './settle-coordinates.ts'

export interface ReadTerrainOptions {
  /** For rasters that don't say their system; `.hgt` is WGS-84 by definition. */
  coordinates?: CoordinateSystem
}

interface TileRead {
  tile: ElevationTile | null
  findings: Finding[]
}

const isElevation = (name: string): boolean => /\.(hgt(\.zip)?|tiff?)$/i.test(name)

/**
 * Elevation of a folder or of files: `.hgt`, `.hgt.zip`, `.tif`, `.tiff`. Voids are filled from their neighbours and
 * counted in a finding a tile. Finer tiles come first, then from the west and south, whatever the order of files.
 */
export async function readTerrain(
  dirOrFiles: string | readonly string[],
  options: ReadTerrainOptions = {},
): Promise<{ terrain: Terrain; findings: Finding[] }> {
  const tiles: ElevationTile[] = []
  const findings: Finding[] = []
  for (const path of await elevationFiles(dirOrFiles)) {
    for (const read of await readTiles(path, options)) {
      findings.push(...read.findings)
      if (!read.tile) continue
      const { tile, voids } = fillVoids(read.tile)
      if (voids > 0) findings.push(voidsFinding(basename(path), voids, tile))
      tiles.push(tile)
    }
  }
  const step = (t: ElevationTile): number => (t.east - t.west) / Math.max(1, t.columns - 1)
  tiles.sort((a, b) => step(a) - step(b) || a.west - b.west || a.south - b.south)
  if (tiles.length === 0) findings.push(finding('elevation-none', {}))
  return { terrain: { tiles }, findings }
}

const voidsFinding = (file: string, count: number, tile: ElevationTile): Finding =>
  finding(
    'elevation-voids',
    { file },
    { count, share: ((100 * count) / tile.metres.length).toFixed(2) },
  )

async function elevationFiles(dirOrFiles: string | readonly string[]): Promise<string[]> {
  if (typeof dirOrFiles !== 'string') return dirOrFiles.toSorted()
  const found = await stat(dirOrFiles).catch(() => null)
  if (!found) return []
  if (!found.isDirectory()) return [dirOrFiles]
  const names = (await readdir(dirOrFiles)).filter(isElevation)
  return names.toSorted().map((name) => join(dirOrFiles, name))
}

const refused = (file: string, reason: string, reasonZh = reason): TileRead => ({
  tile: null,
  findings: [finding('elevation-unreadable', { file }, { reason, reasonZh })],
})

async function readTiles(path: string, options: ReadTerrainOptions): Promise<TileRead[]> {
  const file = basename(path)
  const bytes = await readFile(path)
  if (/\.tiff?$/i.test(file)) return [await tiffTile(bytes, file, options)]
  if (/\.hgt$/i.test(file)) return [hgtTile(bytes, file, file)]
  if (!/\.zip$/i.test(file)) return [refused(file, 'not a .hgt, .hgt.zip, .tif or .tiff file')]
  try {
    const entries = Object.entries(unzipSync(bytes, { filter: (f) => /\.hgt$/i.test(f.name) }))
    if (entries.length === 0) return [refused(file, 'no .hgt file inside')]
    return entries
      .toSorted(byText(([key]) => key))
      .map(([name, content]) => hgtTile(content, basename(name), file))
  } catch (error) {
    // The unpacker throws on a damaged archive: data, not a bug.
    return [refused(file, (error as Error).message)]
  }
}

function hgtTile(bytes: Uint8Array, name: string, file: string): TileRead {
  const corner = hgtCorner(name)
  if (!corner)
    return { tile: null, findings: [finding('elevation-name-unknown', { file }, { name })] }
  const tile = decodeHgt(bytes, corner)
  return tile ? { tile, findings: [] } : refused(file, `${bytes.length} bytes make no square tile`)
}

async function tiffTile(
  bytes: Uint8Array,
  file: string,
  options: ReadTerrainOptions,
): Promise<TileRead> {
  try {
    const { grid, stated } = await decodeGeoTiff(bytes)
    const { convert, findings } = settleCoordinates(stated, options.coordinates, { file })
    if (!convert) return { tile: null, findings }
    const asIs = 'toWgs84' in stated ? stated.geographic : findings.length === 0
    return { tile: asIs ? grid : onDegrees(grid, convert), findings }
  } catch (error) {
    // The reader throws on damaged or unknown rasters: data, not a bug. Past the end it throws RangeErrors.
    return error instanceof RangeError
      ? refused(file, 'it is empty or breaks off', '文件是空的，或者不完整')
      : refused(file, (error as Error).message)
  }
}

/**
 * Writes each tile so that `readTerrain` gives it back: `.hgt` when it is a whole degree of 1201 or 3601 posts in whole
 * metres, else GeoTIFF. Returns the names written.
 */
export async function writeTerrain(dir: string, terrain: Terrain): Promise<string[]> {
  await mkdir(dir, { recursive: true })
  const names: string[] = []
  for (const [k, tile] of terrain.tiles.entries()) {
    const hgt = hgtName(tile)
    const name = hgt ? `${hgt}.hgt` : `tile-${String(k + 1).padStart(2, '0')}.tif`
    await atomicWrite(join(dir, name), hgt ? encodeHgt(tile) : encodeGeoTiff(tile))
    names.push(name)
  }
  return names
}
