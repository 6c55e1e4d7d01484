import type { LngLat } from '@kuashan/core/territory/settlement.ts'
import type { ElevationTile } from '@kuashan/core/territory/terrain.ts'
import { elevationAt } from '@kuashan/core/territory/terrain-elevation.ts'
import { fromArrayBuffer, type GeoTIFFImage, writeArrayBuffer } from 'geotiff'
import { systemOfEpsg } from './projections.ts'
import type { Statement } from './settle-coordinates.ts'

/** The first band of a GeoTIFF in the coordinates of the file, posts at the middles of its cells. Bounds may be metres. */
export interface RasterTile {
  grid: ElevationTile
  stated: Statement
}

/** Reads a GeoTIFF from its bytes. Throws what the reader throws on damaged bytes. */
export async function decodeGeoTiff(bytes: Uint8Array): Promise<RasterTile> {
  const copy = new Uint8Array(bytes)
  const image = await (await fromArrayBuffer(copy.buffer)).getImage()
  const [originX, originY] = image.getOrigin()
  const [stepX, stepY] = image.getResolution()
  const columns = image.getWidth()
  const rows = image.getHeight()
  const half = image.pixelIsArea() ? 0.5 : 0
  const west = originX! + half * stepX!
  const north = originY! + half * stepY!
  return {
    grid: {
      west,
      north,
      east: west + stepX! * (columns - 1),
      south: north + stepY! * (rows - 1),
      columns,
      rows,
      metres: await heights(image),
    },
    stated: statementOf(image),
  }
}

async function heights(image: GeoTIFFImage): Promise<Float32Array> {
  const band = await image.readRasters({ interleave: true, samples: [0] })
  const metres = Float32Array.from(band as unknown as ArrayLike<number>)
  const noData = image.getGDALNoData()
  for (let k = 0; k < metres.length; k++) {
    const value = metres[k]!
    // -32768 stands for a void in SRTM rasters whether or not the file says so; nothing on land is that low.
    if (value === noData || value <= -32768 || Math.fround(noData ?? Number.NaN) === value) {
      metres[k] = Number.NaN
    }
  }
  return metres
}

function statementOf(image: GeoTIFFImage): Statement {
  const keys = image.getGeoKeys()
  const code = Number(keys?.ProjectedCSTypeGeoKey ?? keys?.GeographicTypeGeoKey)
  if (!Number.isFinite(code)) return { kind: 'none' }
  return systemOfEpsg(code) ?? { kind: 'unknown', text: `EPSG:${code}` }
}

/**
 * A grid in other coordinates laid on longitudes and latitudes: as many posts, each read bilinearly from the source
 * at the point that `toWgs84` brings there.
 */
export function onDegrees(
  grid: ElevationTile,
  toWgs84: (xy: readonly [number, number]) => LngLat,
): ElevationTile {
  const edge = perimeter(grid).map(toWgs84)
  const west = Math.min(...edge.map((p) => p[0]))
  const east = Math.max(...edge.map((p) => p[0]))
  const south = Math.min(...edge.map((p) => p[1]))
  const north = Math.max(...edge.map((p) => p[1]))
  const { columns, rows } = grid
  const metres = new Float32Array(columns * rows)
  const source = { tiles: [grid] }
  for (let r = 0; r < rows; r++) {
    const lat = north - ((north - south) * r) / Math.max(1, rows - 1)
    for (let c = 0; c < columns; c++) {
      const lng = west + ((east - west) * c) / Math.max(1, columns - 1)
      const xy = inverse([lng, lat], grid, toWgs84, [west, south, east, north])
      metres[r * columns + c] = elevationAt(source, xy) ?? Number.NaN
    }
  }
  return { west, south, east, north, columns, rows, metres }
}

/** Points along the edge of a grid, in its coordinates: curved edges bulge, so corners alone would cut. */
function perimeter(grid: ElevationTile): [number, number][] {
  const steps = 16
  const points: [number, number][] = []
  for (let k = 0; k <= steps; k++) {
    const x = grid.west + ((grid.east - grid.west) * k) / steps
    const y = grid.south + ((grid.north - grid.south) * k) / steps
    points.push([x, grid.south], [x, grid.north], [grid.west, y], [grid.east, y])
  }
  return points
}

/** The grid coordinates of a point: a straight guess, then corrections by what `toWgs84` says of it; below 0.01 cell. */
function inverse(
  target: LngLat,
  grid: ElevationTile,
  toWgs84: (xy: readonly [number, number]) => LngLat,
  [west, south, east, north]: [number, number, number, number],
): LngLat {
  const perLng = (grid.east - grid.west) / (east - west)
  const perLat = (grid.north - grid.south) / (north - south)
  let x = grid.west + (target[0] - west) * perLng
  let y = grid.south + (target[1] - south) * perLat
  for (let k = 0; k < 4; k++) {
    const [lng, lat] = toWgs84([x, y])
    x += (target[0] - lng) * perLng
    y += (target[1] - lat) * perLat
  }
  return [x, y]
}

/** A tile as GeoTIFF: 32-bit metres on points, WGS-84, voids as `nan`. */
export function encodeGeoTiff(tile: ElevationTile): Uint8Array {
  const stepX = (tile.east - tile.west) / Math.max(1, tile.columns - 1)
  const stepY = (tile.north - tile.south) / Math.max(1, tile.rows - 1)
  const buffer = writeArrayBuffer(tile.metres, {
    width: tile.columns,
    height: tile.rows,
    ModelPixelScale: [stepX, stepY, 0],
    ModelTiepoint: [0, 0, 0, tile.west, tile.north, 0],
    GeographicTypeGeoKey: 4326,
    GTModelTypeGeoKey: 2,
    GTRasterTypeGeoKey: 2,
    GeogCitationGeoKey: 'WGS 84',
    GDAL_NODATA: 'nan',
  })
  return new Uint8Array(buffer)
}
