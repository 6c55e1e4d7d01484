import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElevationTile } from '@kuashan/core/territory/terrain.ts'
import { elevationAt } from '@kuashan/core/territory/terrain-elevation.ts'
import { zipSync } from 'fflate'
import { writeArrayBuffer } from 'geotiff'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { encodeHgt, hgtCorner } from './hgt.ts'
import { systemOfEpsg } from './projections.ts'
import { readTerrain, writeTerrain } from './read-terrain.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kuashan-terrain-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const srtm = (): ElevationTile => ({
  west: 119,
  south: 28,
  east: 120,
  north: 29,
  columns: 1201,
  rows: 1201,
  metres: Float32Array.from({ length: 1201 * 1201 }, (_, k) => (k % 1201) + Math.floor(k / 1201)),
})

const free = (): ElevationTile => ({
  west: 119.123456789,
  south: 27.9,
  east: 119.723456789,
  north: 28.35,
  columns: 61,
  rows: 46,
  metres: Float32Array.from({ length: 61 * 46 }, (_, k) => 300 + Math.sin(k) * 250.123),
})

test.each([
  ['N28E119.hgt', { south: 28, west: 119 }],
  ['s03w060.hgt', { south: -3, west: -60 }],
  ['elevation.hgt', null],
  ['N95E010.hgt', null],
])('%s lies at %j', (name, corner) => {
  expect(hgtCorner(name)).toEqual(corner)
})

describe('round trips', () => {
  test('a whole degree in whole metres is written as .hgt and read back to the bit', async () => {
    expect(await writeTerrain(dir, { tiles: [srtm()] })).toEqual(['N28E119.hgt'])
    const { terrain, findings } = await readTerrain(dir)
    expect(findings).toEqual([])
    expect(terrain.tiles).toEqual([srtm()])
  })
  test('any other tile is written as GeoTIFF and read back', async () => {
    const tile = free()
    expect(await writeTerrain(dir, { tiles: [tile] })).toEqual(['tile-01.tif'])
    const { terrain, findings } = await readTerrain(dir)
    expect(findings).toEqual([])
    const [back] = terrain.tiles
    expect(back!.metres).toEqual(tile.metres)
    for (const side of ['west', 'south', 'east', 'north'] as const) {
      expect(back![side]).toBeCloseTo(tile[side], 10)
    }
  })
})

describe('.hgt', () => {
  test('voids are filled and counted, also inside a zip', async () => {
    const tile = srtm()
    tile.metres[5000] = Number.NaN
    const zipped = zipSync({ 'tiles/N28E119.hgt': encodeHgt(tile) }, { level: 1 })
    await writeFile(join(dir, 'anything.hgt.zip'), zipped)
    const { terrain, findings } = await readTerrain(dir)
    expect(findings.map((f) => [f.code, f.facts.count])).toEqual([['elevation-voids', 1]])
    expect(terrain.tiles[0]!.metres[5000]).toBeCloseTo(srtm().metres[5000]!, 3)
  })
  test('cut, misnamed and damaged files are findings, and the rest is read', async () => {
    await writeFile(join(dir, 'N28E119.hgt'), encodeHgt(srtm()).subarray(0, 2_000_000))
    await writeFile(join(dir, 'north.hgt'), encodeHgt(srtm()))
    await writeFile(join(dir, 'N30E119.hgt.zip'), 'no zip')
    await writeFile(join(dir, 'x.tif'), 'no tiff')
    await writeFile(join(dir, 'N29E119.hgt'), encodeHgt(srtm()))
    const { terrain, findings } = await readTerrain(dir)
    expect(terrain.tiles.map((t) => t.south)).toEqual([29])
    expect(findings.map((f) => [f.code, f.at.file])).toEqual([
      ['elevation-unreadable', 'N28E119.hgt'],
      ['elevation-unreadable', 'N30E119.hgt.zip'],
      ['elevation-name-unknown', 'north.hgt'],
      ['elevation-unreadable', 'x.tif'],
    ])
  })
  test('no elevation at all is a finding', async () => {
    expect((await readTerrain(join(dir, 'missing'))).findings.map((f) => f.code)).toEqual([
      'elevation-none',
    ])
  })
})

describe('GeoTIFF', () => {
  const cells = Int16Array.from([10, 20, 30, 40, -32768, 60])
  const tiff = (more: Record<string, unknown>) =>
    writeFile(
      join(dir, 'dem.tiff'),
      Buffer.from(
        writeArrayBuffer(Float32Array.from(cells), {
          width: 3,
          height: 2,
          GTModelTypeGeoKey: 2,
          GeographicTypeGeoKey: 4490,
          ModelPixelScale: [0.1, 0.1, 0],
          ModelTiepoint: [0, 0, 0, 119, 28.2, 0],
          GTRasterTypeGeoKey: 1,
          GeogCitationGeoKey: 'CGCS2000',
          ...more,
        }),
      ),
    )
  test('cells that are areas have their posts in the middle', async () => {
    await tiff({})
    const { terrain, findings } = await readTerrain(dir)
    expect(elevationAt(terrain, [119.05, 28.15])).toBeCloseTo(10, 4)
    expect(elevationAt(terrain, [119.25, 28.05])).toBeCloseTo(60, 4)
    expect(elevationAt(terrain, [119.01, 28.15])).toBeNull()
    expect(findings.map((f) => [f.code, f.facts.count])).toEqual([['elevation-voids', 1]])
  })
  test('projected CGCS2000 is laid on degrees', async () => {
    const at = systemOfEpsg(4549)!.toWgs84
    const columns = 41
    const easting = (k: number) => 440_000 + (k % columns) * 500
    const northing = (k: number) => 3_120_000 - Math.floor(k / columns) * 500
    const plane = (x: number, y: number) => (x - 440_000) / 100 + (y - 3_100_000) / 200
    const metres = Float32Array.from({ length: columns * columns }, (_, k) =>
      plane(easting(k), northing(k)),
    )
    const buffer = writeArrayBuffer(metres, {
      width: columns,
      height: columns,
      GTModelTypeGeoKey: 1,
      GTRasterTypeGeoKey: 2,
      ProjectedCSTypeGeoKey: 4549,
      GeogCitationGeoKey: 'CGCS2000',
      ModelPixelScale: [500, 500, 0],
      ModelTiepoint: [0, 0, 0, 440_000, 3_120_000, 0],
    })
    await writeFile(join(dir, 'gk.tif'), Buffer.from(buffer))
    const { terrain, findings } = await readTerrain(dir)
    expect(findings.map((f) => f.code)).toContain('coordinates-converted')
    for (const [x, y] of [
      [450_000, 3_110_000],
      [444_321, 3_104_567],
      [458_000, 3_118_000],
    ] as const) {
      // prettier-ignore
      expect(elevationAt(terrain, at([x, y]))).toBeCloseTo(plane(x, y), 0)
    }
  })
})
