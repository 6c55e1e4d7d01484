import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { hasErrors } from '@kuashan/core/kernel/finding.ts'
import type { OsmElement } from '@kuashan/core/territory/import/osm-element.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tinyPbf } from '../geo/tiny-pbf.ts'
import { newCounty } from './new-county.ts'
import { readCountyFolder } from './read-county-folder.ts'

const shared = fileURLToPath(new URL('../../../../../shared/data/andorra-osm/', import.meta.url))
const asOf = '2026-01-01' as PlainDate

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kuashan-new-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const node = (id: number, lon: number, tags: Record<string, string>): OsmElement => ({
  type: 'node',
  id,
  lon,
  lat: 28,
  tags,
})

const valley: OsmElement[] = [
  node(1, 119.0, { place: 'town', name: '岭头镇', population: '4100' }),
  node(2, 119.05, { place: 'village', name: '外坑' }),
  node(3, 119.06, { place: 'hamlet', name: '里坑' }),
  { type: 'way', id: 4, refs: [1, 2, 3], tags: { highway: 'tertiary' } },
]

async function sources(elements: readonly OsmElement[] = valley): Promise<string> {
  const path = join(dir, 'map.osm.pbf')
  await writeFile(path, tinyPbf(elements))
  return path
}

describe('newCounty', () => {
  test('what the map lacks is assumed, said, and survives the folder', async () => {
    const folder = join(dir, 'county')
    const { input, findings } = await newCounty(folder, {
      osm: await sources(),
      name: '岭头县',
      asOf,
    })
    expect(findings.map((f) => f.code)).toEqual([
      'elevation-none',
      'divisions-made-up',
      'population-assumed',
      'facilities-none',
      'resources-assumed',
      'standards-invented',
    ])
    const read = await readCountyFolder(folder)
    expect(hasErrors(read.findings)).toBe(false)
    const { county, roads } = read.input!
    expect(county.settlements.map((s) => [s.name, s.permanent.total, s.provenance.method])).toEqual(
      [
        ['岭头镇', 4100, 'imported'],
        ['外坑', 500, 'assumed'],
        ['里坑', 60, 'assumed'],
      ],
    )
    expect(county.vehicles.map((v) => v.provenance.method)).toEqual([
      'assumed',
      'assumed',
      'assumed',
    ])
    expect(county.standards.every((s) => s.invented)).toBe(true)
    expect(county.facilities.map((f) => [f.id, f.provenance.method])).toEqual([
      ['F-seat', 'assumed'],
    ])
    expect(county.settings).toEqual(input!.county.settings)
    expect(roads!.ways).toHaveLength(1)
  })
  test('a table of people goes over what was assumed', async () => {
    const people = join(dir, 'people.csv')
    await writeFile(people, '名称,常住人口,经度,纬度\n外坑,321,,\n里坑,,,\n天边村,9,,\n')
    const { input, findings } = await newCounty(join(dir, 'county'), {
      osm: await sources(),
      people,
      asOf,
    })
    expect(input!.county.settlements.map((s) => s.permanent.total)).toEqual([4100, 321, 60])
    const unmatched = findings.filter((f) => f.code === 'population-unmatched')
    expect(unmatched.map((f) => [f.at.file, f.facts.name])).toEqual([['people.csv', '天边村']])
  })
  test('places of a table are used only when their system is said', async () => {
    const people = join(dir, 'people.csv')
    await writeFile(people, '名称,常住人口,经度,纬度\n外坑的另一个名字,321,119.0501,28\n')
    const osm = await sources()
    const silent = await newCounty(join(dir, 'a'), { osm, people, asOf })
    expect(silent.findings.map((f) => f.code)).toContain('people-places-unused')
    expect(silent.input!.county.settlements[1]!.permanent.total).toBe(500)
    const said = await newCounty(join(dir, 'b'), { osm, people, coordinates: 'WGS-84', asOf })
    expect(said.input!.county.settlements[1]!.permanent.total).toBe(321)
  })
  test('a broken source or a county that is there leaves the disk as it was', async () => {
    const osm = await sources()
    const folder = join(dir, 'county')
    await writeFile(join(dir, 'N28E119.hgt'), 'short')
    const broken = await newCounty(folder, { osm, elevation: [join(dir, 'N28E119.hgt')], asOf })
    expect(broken.input).toBeNull()
    expect(broken.findings.map((f) => f.code)).toContain('elevation-unreadable')
    expect(existsSync(folder)).toBe(false)
    await mkdir(folder)
    await writeFile(join(folder, 'county.yaml'), 'format: 1\n')
    const there = await newCounty(folder, { osm, asOf })
    expect(there.findings.map((f) => f.code)).toEqual(['county-already-there'])
    expect(await readdir(folder)).toEqual(['county.yaml'])
  })
  test('a map where nobody lives is an error', async () => {
    const { input, findings } = await newCounty(join(dir, 'county'), {
      osm: await sources([]),
      asOf,
    })
    expect(input).toBeNull()
    expect(findings.map((f) => f.code)).toContain('settlements-none')
  })
})

describe.skipIf(!existsSync(shared))('Andorra (needs ../shared)', () => {
  test('imports without an error, with elevation and every place', async () => {
    const folder = join(dir, 'andorra')
    const { input } = await newCounty(folder, {
      osm: join(shared, 'andorra-2025-01-19.osm.pbf'),
      elevation: [join(shared, 'N42E001.hgt.zip')],
      name: '安道尔',
      nameEn: 'Andorra',
      asOf,
    })
    const read = await readCountyFolder(folder)
    expect(read.findings.filter((f) => f.severity === 'error')).toEqual([])
    const { county, roads, terrain } = read.input!
    expect(county.settlements).toHaveLength(73)
    expect(county.divisions.filter((d) => d.level === 'township')).toHaveLength(7)
    expect(county.divisions.filter((d) => d.level === 'village')).toHaveLength(41)
    expect(county.vehicles.filter((v) => v.kind === 'clinicVehicle')).toHaveLength(7)
    expect(county.settlements.every((s) => (s.elevationM ?? 0) > 800)).toBe(true)
    expect(county.facilities.map((f) => f.id).toSorted()).toEqual(
      input!.county.facilities.map((f) => f.id).toSorted(),
    )
    expect(roads).toEqual(input!.roads)
    expect(terrain).toEqual(input!.terrain)
  })
})
