import { describe, expect, test } from 'vitest'
import type { OsmPlace, PlaceKind } from './osm-place.ts'
import { osmPlace } from './osm-place.ts'
import { osmSettlements } from './osm-settlements.ts'
import { overridePeople } from './people-table.ts'

const place = (id: number, kind: PlaceKind, lng: number, population?: number): OsmPlace => ({
  id: `n${id}`,
  kind,
  name: `${kind}${id}`,
  otherNames: [],
  at: [lng, 42],
  ...(population === undefined ? {} : { population }),
})

const names = { name: '某县', nameEn: 'Some County' }
const made = (places: OsmPlace[]) => osmSettlements(places, names, { tiles: [] }, 'map.osm.pbf')

describe('osmPlace', () => {
  test('reads names, people and height', () => {
    const tags = {
      place: 'village',
      name: 'Pal',
      'name:zh': '帕尔',
      population: '1 234',
      ele: '1551',
    }
    expect(osmPlace('n1', tags, [1, 42])).toMatchObject({
      name: 'Pal',
      otherNames: ['帕尔'],
      population: 1234,
      elevationM: 1551,
    })
  })
  test('a locality or a nameless place is none', () => {
    expect(osmPlace('n1', { place: 'locality', name: 'x' }, [1, 42])).toBeNull()
    expect(osmPlace('n1', { place: 'village' }, [1, 42])).toBeNull()
  })
})

describe('osmSettlements', () => {
  const places = [
    place(4, 'hamlet', 1.29),
    place(1, 'town', 1.0, 4000),
    place(2, 'town', 2.0),
    place(3, 'village', 1.3),
    place(5, 'neighbourhood', 1.01),
  ]
  test('a township round each town, a village round each village, hamlets in the nearest', () => {
    const { divisions, settlements, townships } = made(places)
    expect(townships.map((t) => [t.code, t.place.id])).toEqual([
      ['331199001000', 'n1'],
      ['331199002000', 'n2'],
    ])
    expect(divisions.map((d) => [d.code, d.level, d.parent])).toEqual([
      ['331199000000', 'county', null],
      ['331199001000', 'township', '331199000000'],
      ['331199001001', 'village', '331199001000'],
      ['331199001002', 'village', '331199001000'],
      ['331199002000', 'township', '331199000000'],
      ['331199002001', 'village', '331199002000'],
    ])
    expect(settlements.map((s) => [s.id, s.division, s.isCentre])).toEqual([
      ['n1', '331199001001', true],
      ['n2', '331199002001', true],
      ['n3', '331199001002', true],
      ['n4', '331199001002', false],
    ])
  })
  test('assumed people are marked, known ones are not', () => {
    const { settlements, findings } = made(places)
    expect(settlements.map((s) => [s.permanent.total, s.provenance.method])).toEqual([
      [4000, 'imported'],
      [3000, 'assumed'],
      [500, 'assumed'],
      [60, 'assumed'],
    ])
    expect(findings.map((f) => [f.code, f.facts.count])).toEqual([
      ['places-in-towns', 1],
      ['divisions-made-up', 6],
      ['population-assumed', 3],
    ])
  })
  test('the order of places does not matter', () => {
    expect(made(places.toReversed())).toEqual(made(places))
  })
  test('villages are townships where there is no town; hamlets alone are both', () => {
    expect(made([place(1, 'village', 1), place(2, 'village', 2)]).townships).toHaveLength(2)
    expect(made([place(1, 'hamlet', 1)]).divisions).toHaveLength(3)
  })
  test('a map without people is an error', () => {
    expect(made([]).findings.map((f) => f.code)).toEqual(['settlements-none'])
  })
})

describe('overridePeople', () => {
  const { settlements } = made([
    place(1, 'town', 1.0),
    place(2, 'village', 1.1),
    place(3, 'hamlet', 1.2),
  ])
  const row = (id: string, name: string, people: number, lng: number | null) => ({
    ...settlements[0]!,
    id,
    name,
    at: lng === null ? null : ([lng, 42] as [number, number]),
    permanent: { total: people, bands: [] },
    provenance: { file: 'people.csv', row: 2, method: 'imported' as const },
  })
  test('by name, by place, or not at all', () => {
    const rows = [
      row('a', 'Village2', 321, null),
      row('b', '?', 77, 1.2005),
      row('c', '远村', 9, 5),
    ]
    const { settlements: after, findings } = overridePeople(settlements, rows, 'people.csv')
    expect(after.map((s) => [s.permanent.total, s.provenance.method])).toEqual([
      [3000, 'assumed'],
      [321, 'imported'],
      [77, 'imported'],
    ])
    expect(findings.map((f) => [f.code, f.facts.name, f.at.row])).toEqual([
      ['population-unmatched', '远村', 2],
    ])
  })
})
