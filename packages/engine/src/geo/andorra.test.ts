import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { elevationAt } from '@kuashan/core/territory/terrain-elevation.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { type OsmExtract, readOsm } from './read-osm.ts'
import { readTerrain } from './read-terrain.ts'

const shared = fileURLToPath(new URL('../../../../../shared/data/andorra-osm/', import.meta.url))
const map = join(shared, 'andorra-2025-01-19.osm.pbf')

const counts = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(values, (v) => v)].map(([v, some]) => [v, some.length]))

describe.skipIf(!existsSync(map))('Andorra (needs ../shared)', () => {
  let extract: OsmExtract
  let read: Awaited<ReturnType<typeof readOsm>>
  beforeAll(async () => {
    read = await readOsm(map)
    extract = read.extract!
  })

  test('every highway way is a road or named as none', () => {
    const left = read.findings.find((f) => f.code === 'osm-not-roads')!
    expect(extract.roads.ways.length + Number(left.facts.count)).toBe(7763)
    const of = counts(extract.roads.ways.map((w) => w.class))
    expect(of).toMatchObject({ track: 719, service: 1181, unclassified: 119 })
    expect(read.findings.filter((f) => f.code === 'osm-points-missing')).toEqual([])
  })
  test('roads hold only the points they use, inside the extract', () => {
    const used = new Set(extract.roads.ways.flatMap((w) => Array.from(w.points)))
    expect(used.size).toBe(extract.roads.lng.length)
    expect(Math.min(...extract.roads.lat.subarray(0, 50_000))).toBeGreaterThan(42.3)
    expect(Math.max(...extract.roads.lng.subarray(0, 50_000))).toBeLessThan(1.9)
  })
  test('places by kind', () => {
    expect(counts(extract.places.map((p) => p.kind))).toMatchObject({
      town: 7,
      village: 34,
      hamlet: 27,
      isolated_dwelling: 5,
    })
    expect(extract.places.filter((p) => p.population !== undefined).length).toBeLessThanOrEqual(5)
  })
  test('facilities on points and outlines, doubles merged and listed', () => {
    const of = counts(extract.facilities.map((f) => `${f.tag} ${f.id[0]}`))
    expect(of).toMatchObject({
      'hospital n': 7,
      'hospital w': 3,
      'clinic n': 3,
      'clinic w': 2,
      'doctors n': 4,
      'school w': 17,
      'social_facility w': 3,
      'kindergarten n': 3,
      'kindergarten w': 1,
      'pharmacy n': 33,
      'townhall n': 1,
      'townhall w': 6,
    })
    const merged = read.findings.filter((f) => f.code === 'facility-merged')
    expect(merged).toHaveLength(9 - of['school n']!)
    const nameless = read.findings.filter((f) => f.code === 'facility-unnamed')
    expect(nameless.filter((f) => f.facts.kind === 'hospital')).toHaveLength(6)
  })
  test('elevation: voids counted, two towns at their heights', async () => {
    const { terrain, findings } = await readTerrain([join(shared, 'N42E001.hgt.zip')])
    expect(findings.map((f) => [f.code, f.facts.count])).toEqual([['elevation-voids', 7652]])
    const at = (name: RegExp) => extract.places.find((p) => name.test(p.name))!.at
    expect(elevationAt(terrain, at(/^Andorra la Vella$/))).toBeCloseTo(1030, -1)
    expect(elevationAt(terrain, at(/Pas de la Casa/))).toBeCloseTo(2085, -1)
  })
  test('a file that breaks off is a finding at any cut', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'kuashan-pbf-'))
    const bytes = await readFile(map)
    for (const cut of [2, 100, 70_000, bytes.length - 1]) {
      const path = join(dir, 'cut.osm.pbf')
      await writeFile(path, bytes.subarray(0, cut))
      const { extract: none, findings } = await readOsm(path)
      expect(none).toBeNull()
      expect(findings.map((f) => f.code)).toEqual(['osm-truncated'])
    }
    const damaged = Buffer.from(bytes)
    damaged.fill(7, 40_000, 40_400)
    await writeFile(join(dir, 'damaged.osm.pbf'), damaged)
    expect((await readOsm(join(dir, 'damaged.osm.pbf'))).findings[0]?.code).toBe('osm-unreadable')
    await rm(dir, { recursive: true })
  })
})
