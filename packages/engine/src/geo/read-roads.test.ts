import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { toWgs84 } from '@kuashan/core/territory/coordinates.ts'
import type { RoadNetwork } from '@kuashan/core/territory/roads.ts'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemOfEpsg } from './projections.ts'
import { readRoads } from './read-roads.ts'
import { writeRoadsGeoJson } from './road-geojson.ts'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kuashan-roads-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

type XY = readonly [number, number]

const roads: RoadNetwork = {
  lng: Float64Array.from([119.1, 119.2, 119.30000000000001, 119.2]),
  lat: Float64Array.from([28, 28.1, 28.1, 28.2]),
  ways: [
    {
      id: 'a',
      name: '岭脚线',
      class: 'tertiary',
      surface: 'gravel',
      widthM: 4.5,
      maxSpeed: 30,
      oneway: 0,
      bridge: false,
      tunnel: true,
      footOnly: false,
      maxWeightT: 10,
      points: Uint32Array.from([0, 1, 2]),
    },
    {
      id: 'b',
      class: 'path',
      surface: 'unknown',
      oneway: 0,
      bridge: false,
      tunnel: false,
      footOnly: true,
      points: Uint32Array.from([1, 3]),
    },
  ],
}

/** A polyline Shapefile: header and records (ESRI Shapefile Technical Description, pp. 4–9). */
function shp(lines: readonly (readonly XY[])[]): Buffer {
  const records = lines.map((line, k) => {
    const content = Buffer.alloc(48 + 16 * line.length)
    content.writeInt32LE(3, 0)
    content.writeInt32LE(1, 36)
    content.writeInt32LE(line.length, 40)
    line.forEach(([x, y], n) => {
      content.writeDoubleLE(x, 48 + 16 * n)
      content.writeDoubleLE(y, 56 + 16 * n)
    })
    const head = Buffer.alloc(8)
    head.writeInt32BE(k + 1, 0)
    head.writeInt32BE(content.length / 2, 4)
    return Buffer.concat([head, content])
  })
  const header = Buffer.alloc(100)
  header.writeInt32BE(9994, 0)
  header.writeInt32BE((100 + records.reduce((sum, r) => sum + r.length, 0)) / 2, 24)
  header.writeInt32LE(1000, 28)
  header.writeInt32LE(3, 32)
  return Buffer.concat([header, ...records])
}

/** A dBASE III table of text columns in an encoding. */
function dbf(names: string[], rows: string[][], encoding: string): Buffer {
  const width = 24
  const fields = names.map((name) => {
    const field = Buffer.alloc(32)
    iconv.encode(name, encoding).copy(field, 0, 0, 10)
    field.write('C', 11)
    field.writeUInt8(width, 16)
    return field
  })
  const header = Buffer.alloc(32)
  header.writeUInt8(3, 0)
  header.writeUInt32LE(rows.length, 4)
  header.writeUInt16LE(33 + 32 * names.length, 8)
  header.writeUInt16LE(1 + width * names.length, 10)
  const body = rows.map((row) => {
    const record = Buffer.alloc(1 + width * names.length, 0x20)
    for (const [k, value] of row.entries()) {
      iconv.encode(value, encoding).copy(record, 1 + width * k)
    }
    return record
  })
  return Buffer.concat([header, ...fields, Buffer.from([0x0d]), ...body, Buffer.from([0x1a])])
}

async function shapefile(
  name: string,
  lines: XY[][],
  rows: string[][],
  more: Record<string, string>,
) {
  const path = join(dir, `${name}.shp`)
  await writeFile(path, shp(lines))
  await writeFile(join(dir, `${name}.dbf`), dbf(['道路名称', '技术等级', '路面宽度'], rows, 'gbk'))
  for (const [ending, text] of Object.entries(more))
    await writeFile(join(dir, `${name}.${ending}`), text)
  return path
}

const wgs84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
const zone40 =
  'PROJCS["CGCS2000_3_Degree_GK_Zone_40",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",40500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'

describe('GeoJSON', () => {
  test('what is written is read back, to the bit', async () => {
    const path = join(dir, 'roads.geojson')
    await writeRoadsGeoJson(path, roads)
    const read = await readRoads(path)
    expect(read).toEqual({ roads, findings: [] })
  })
  test('a file written here is not joined again; one that an editor saved is', async () => {
    const close = { ...roads, lat: Float64Array.from([28, 28.1, 28.1, 28.100_004]) }
    const path = join(dir, 'close.geojson')
    await writeRoadsGeoJson(path, close)
    expect((await readRoads(path)).roads).toEqual(close)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('"kuashan:noded":true,', ''))
    const edited = await readRoads(path)
    expect(edited.roads!.ways.map((w) => w.id)).toEqual(['a'])
  })
  const plain = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { 等级: '县道' },
        geometry: {
          type: 'MultiLineString',
          coordinates: [
            [
              [119.1, 28, 300],
              [119.2, 28, 310],
            ],
            [
              [119.2, 28],
              [119.3, 28],
            ],
          ],
        },
      },
      { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [119, 28] } },
    ],
  } // prettier-ignore
  const plainFile = async () => {
    const path = join(dir, 'plain.geojson')
    await writeFile(path, `\uFEFF${JSON.stringify(plain)}`)
    return path
  }
  test('a file that does not say its coordinate system is refused', async () => {
    const { roads, findings } = await readRoads(await plainFile())
    expect(roads).toBeNull()
    expect(findings.map((f) => f.code)).toEqual(['coordinates-unstated'])
  })
  test('or follows the county, GCJ-02 converted and said', async () => {
    const as = await readRoads(await plainFile(), { coordinates: 'CGCS2000' })
    expect(Array.from(as.roads!.lng).toSorted()).toEqual([119.1, 119.2, 119.3])
    const shifted = await readRoads(await plainFile(), { coordinates: 'GCJ-02' })
    const [lng, lat] = toWgs84([119.1, 28], 'GCJ-02')
    expect(lng).not.toBe(119.1)
    expect(shifted.roads!.lng).toContain(lng)
    expect(shifted.roads!.lat).toContain(lat)
    expect(shifted.findings.map((f) => f.code)).toContain('coordinates-converted')
  })
  test('a projected crs is converted, an unknown one refused', async () => {
    const path = join(dir, 'projected.geojson')
    const write = (name: string) =>
      writeFile(
        path,
        JSON.stringify({
          ...plain,
          crs: { type: 'name', properties: { name } },
          features: [
            {
              type: 'Feature',
              properties: { class: 'track' },
              geometry: {
                type: 'LineString',
                coordinates: [
                  [500_000, 3_320_113.398],
                  [500_000, 4_984_944.378],
                ],
              },
            },
          ],
        }),
      ) // prettier-ignore
    await write('urn:ogc:def:crs:EPSG::4549')
    const { roads } = await readRoads(path)
    expect(roads!.lng[0]).toBeCloseTo(120, 8)
    expect(Array.from(roads!.lat, (v) => v.toFixed(6))).toEqual(['30.000000', '45.000000'])
    await write('EPSG:2154')
    expect((await readRoads(path)).findings.map((f) => f.code)).toEqual(['coordinates-unknown'])
  })
  test.each(['', '{"type":', '[]', '{"type":"Polygon"}'])(
    'damaged text %j is a finding',
    async (text) => {
      const path = join(dir, 'bad.geojson')
      await writeFile(path, text)
      expect((await readRoads(path)).findings.map((f) => f.code)).toEqual(['roads-unreadable'])
    },
  )
})

describe('Shapefile', () => {
  const lines: XY[][] = [
    [
      [119.1, 28],
      [119.2, 28.1],
    ],
    [
      [119.2, 28.1],
      [119.3, 28.1],
    ],
  ] // prettier-ignore
  const rows = [
    ['龙浦线', '四级', '4.5'],
    ['', '等外', ''],
  ] // prettier-ignore
  test.each([
    ['with a .cpg', { cpg: 'GBK', prj: wgs84 }],
    ['without one', { prj: wgs84 }],
  ])('GBK names and values, %s', async (name, more) => {
    const path = await shapefile(`gbk-${name.replaceAll(/\W/g, '')}`, lines, rows, more)
    const { roads, findings } = await readRoads(path)
    expect(findings).toEqual([])
    const named = roads!.ways.find((w) => w.name !== undefined)!
    expect(named).toMatchObject({ name: '龙浦线', class: 'tertiary', widthM: 4.5 })
    expect(roads!.ways.map((w) => w.class).toSorted()).toEqual(['tertiary', 'unclassified'])
    expect(roads!.lng).toHaveLength(3)
  })
  test('UTF-8 is recognised without a .cpg', async () => {
    const path = await shapefile('utf', lines, rows, { prj: wgs84 })
    await writeFile(
      join(dir, 'utf.dbf'),
      dbf(
        ['name', 'class'],
        [
          ['龙浦线', '县道'],
          ['b', '县道'],
        ],
        'utf-8',
      ),
    ) // prettier-ignore
    expect((await readRoads(path)).roads!.ways.some((w) => w.name === '龙浦线')).toBe(true)
  })
  test('projected CGCS2000 by its .prj', async () => {
    const arcs: XY[][] = [
      [
        [40_500_000, 3_320_113.398],
        [40_500_000, 4_984_944.378],
      ],
    ] // prettier-ignore
    const path = await shapefile('gk', arcs, [['a', '二级', '7']], { prj: zone40 })
    const { roads, findings } = await readRoads(path)
    expect(findings.map((f) => f.code)).toEqual(['coordinates-converted'])
    expect(roads!.lng[1]).toBeCloseTo(120, 8)
    expect(roads!.lat[1]).toBeCloseTo(45, 7)
  })
  test('the statement of a file is believed, a county that disagrees is warned', async () => {
    const path = await shapefile('stated', lines, rows, { prj: wgs84 })
    const { roads, findings } = await readRoads(path, { coordinates: 'GCJ-02' })
    expect(roads!.lng).toContain(119.1)
    expect(findings.map((f) => f.code)).toEqual(['coordinates-disagree'])
  })
  test('without .prj it is refused; cut short it is refused', async () => {
    const path = await shapefile('bare', lines, rows, {})
    expect((await readRoads(path)).findings.map((f) => f.code)).toEqual(['coordinates-unstated'])
    await writeFile(path, shp(lines).subarray(0, 200))
    const cut = await readRoads(path, { coordinates: 'WGS-84' })
    expect(cut.roads).toBeNull()
    expect(cut.findings[0]).toMatchObject({ code: 'roads-cut-short', facts: { actual: 200 } })
  })
})

/** A GeoPackage geometry of one line string, without envelope. */
function gpkgLine(line: readonly XY[], multi: boolean): Uint8Array {
  const wkb = Buffer.alloc(9 + 16 * line.length)
  wkb.writeUInt8(1, 0)
  wkb.writeUInt32LE(2, 1)
  wkb.writeUInt32LE(line.length, 5)
  line.forEach(([x, y], n) => {
    wkb.writeDoubleLE(x, 9 + 16 * n)
    wkb.writeDoubleLE(y, 17 + 16 * n)
  })
  const outer = Buffer.from([1, 5, 0, 0, 0, 1, 0, 0, 0])
  const header = Buffer.from([0x47, 0x50, 0, 1, 0, 0, 0, 0])
  return Buffer.concat([header, ...(multi ? [outer] : []), wkb])
}

function geoPackage(name: string, srs: number, line: readonly XY[]): string {
  const path = join(dir, name)
  const db = new DatabaseSync(path)
  db.exec(`
    create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text, organization_coordsys_id integer, definition text);
    create table gpkg_contents (table_name text, data_type text, srs_id integer);
    create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer, z tinyint, m tinyint);
    insert into gpkg_spatial_ref_sys values ('any', ${srs}, 'EPSG', ${srs}, 'undefined'), ('none', 0, 'NONE', 0, 'undefined');
    insert into gpkg_contents values ('道路', 'features', ${srs});
    insert into gpkg_geometry_columns values ('道路', 'geom', 'MULTILINESTRING', ${srs}, 0, 0);
    create table "道路" (fid integer primary key, geom blob, 编号 text, 行政等级 text);`)
  const insert = db.prepare('insert into "道路" values (?, ?, ?, ?)')
  insert.run(1, gpkgLine(line, false), 'X1', '县道')
  insert.run(
    2,
    gpkgLine(
      line.toReversed().map(([x, y]) => [x + 1, y] as const),
      true,
    ),
    'Y2',
    '乡道',
  )
  insert.run(3, null, 'Z3', '村道')
  db.close()
  return path
}

describe('GeoPackage', () => {
  test('lines and multi-lines in projected CGCS2000', async () => {
    const line: XY[] = [
      [500_000, 3_320_113.398],
      [500_100, 3_320_213.398],
    ] // prettier-ignore
    const { roads, findings } = await readRoads(geoPackage('gk.gpkg', 4549, line))
    expect(roads!.ways.map((w) => [w.id, w.class])).toEqual([
      ['X1', 'secondary'],
      ['Y2', 'tertiary'],
    ])
    expect(roads!.lng[0]).toBeCloseTo(120, 8)
    expect(roads!.lat[0]).toBeCloseTo(30, 7)
    const far = systemOfEpsg(4549)!.toWgs84(line[1]!)
    expect([roads!.lng[1], roads!.lat[1]]).toEqual(far)
    expect(findings.map((f) => f.code)).toContain('coordinates-converted')
  })
  test('an undefined system is refused, another file is no GeoPackage', async () => {
    const path = geoPackage('none.gpkg', 4490, [
      [119, 28],
      [119.1, 28],
    ]) // prettier-ignore
    const db = new DatabaseSync(path)
    db.exec('update gpkg_geometry_columns set srs_id = 0')
    db.close()
    expect((await readRoads(path)).findings.map((f) => f.code)).toEqual(['coordinates-unstated'])
    await writeFile(join(dir, 'fake.gpkg'), 'not a database at all, just text')
    const fake = await readRoads(join(dir, 'fake.gpkg'))
    expect(fake.findings.map((f) => f.code)).toEqual(['roads-unreadable'])
  })
})

describe('PBF', () => {
  test.each([
    ['empty', '', 'osm-unreadable'],
    ['text', 'this is no map but it is long enough', 'osm-unreadable'],
    ['cut in its first header', '\u0000\u0000\u0000\u000d\u000a', 'osm-truncated'],
  ])('%s is a finding, not a crash', async (_, text, code) => {
    const path = join(dir, 'bad.osm.pbf')
    await writeFile(path, text, 'latin1')
    const { roads, findings } = await readRoads(path)
    expect(roads).toBeNull()
    expect(findings.map((f) => f.code)).toEqual([code])
  })
})

describe('a folder', () => {
  test('takes files named roads and says which it left', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kuashan-folder-'))
    await writeRoadsGeoJson(join(folder, 'roads.geojson'), roads)
    await writeFile(join(folder, 'boundaries.geojson'), '{}')
    await writeFile(join(folder, 'roads.pbf'), '')
    const { findings } = await readRoads(folder)
    expect(findings.map((f) => [f.code, f.at.file])).toEqual([
      ['roads-several-files', 'roads.geojson'],
      ['osm-unreadable', 'roads.pbf'],
    ])
    await rm(join(folder, 'roads.pbf'))
    expect(await readRoads(folder)).toEqual({ roads, findings: [] })
    await rm(folder, { recursive: true })
  })
  test('without roads gives none and no finding', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kuashan-empty-'))
    expect(await readRoads(folder)).toEqual({ roads: null, findings: [] })
    await rm(folder, { recursive: true })
  })
})
