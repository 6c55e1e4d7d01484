import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OsmElement } from '@kuashan/core/territory/import/osm-element.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readOsm } from './read-osm.ts'
import { tinyPbf } from './tiny-pbf.ts'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kuashan-osm-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const square = (id: number, west: number): OsmElement[] =>
  [
    [0, 0],
    [0.001, 0],
    [0.001, 0.001],
    [0, 0.001],
  ].map(([x, y], k) => ({
    type: 'node',
    id: id + k,
    lon: west + x!,
    lat: 28 + y!,
  })) // prettier-ignore

const elements: OsmElement[] = [
  ...square(10, 119.1),
  ...square(20, 119.2),
  {
    type: 'node',
    id: 30,
    lon: 119.15,
    lat: 28,
    tags: { place: 'village', name: '里坑', population: '312' },
  },
  {
    type: 'node',
    id: 31,
    lon: 119.15,
    lat: 28.01,
    tags: { amenity: 'doctors', name: '里坑村卫生室' },
  },
  { type: 'way', id: 5, refs: [30, 31, 10], tags: { highway: 'tertiary', name: '里坑线' } },
  { type: 'way', id: 6, refs: [31, 999, 20, 30], tags: { highway: 'track' } },
  { type: 'way', id: 7, refs: [10, 11, 12, 13, 10], tags: { amenity: 'clinic', name: '乡卫生院' } },
  { type: 'way', id: 8, refs: [20, 21, 22, 23, 20] },
  {
    type: 'relation',
    id: 9,
    members: [{ type: 'way', ref: 8, role: 'outer' }],
    tags: { amenity: 'hospital', name: '县医院' },
  },
] // prettier-ignore

async function read(some: readonly OsmElement[]) {
  const path = join(dir, 'tiny.osm.pbf')
  await writeFile(path, tinyPbf(some))
  return readOsm(path)
}

test('roads, places and facilities on points, outlines and relations', async () => {
  const { extract, findings } = await read(elements)
  expect(extract!.places).toEqual([
    { id: 'n30', kind: 'village', name: '里坑', otherNames: [], at: [119.15, 28], population: 312 },
  ])
  expect(extract!.facilities.map((f) => [f.id, f.kind, f.at])).toEqual([
    ['r9', 'countyHospital', [119.2005, 28.0005]],
    ['w7', 'townshipHealthCentre', [119.1005, 28.0005]],
    ['n31', 'villageClinic', [119.15, 28.01]],
  ])
  expect(extract!.roads.ways.map((w) => [w.id, w.points.length, w.name])).toEqual([
    ['w5', 3, '里坑线'],
    ['w6', 2, undefined],
  ])
  expect(extract!.roads.lng).toHaveLength(4)
  expect(findings.map((f) => f.code)).toEqual(['osm-points-missing'])
})

test('the order of elements does not matter', async () => {
  expect(await read(elements.toReversed())).toEqual(await read(elements))
})

test('an extract without anything is empty, not broken', async () => {
  const { extract, findings } = await read([])
  expect(extract).toEqual({
    roads: { lng: new Float64Array(), lat: new Float64Array(), ways: [] },
    places: [],
    facilities: [],
  })
  expect(findings).toEqual([])
})
