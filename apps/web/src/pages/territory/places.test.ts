import type { Facility } from '@kuashan/core/resources/facility.ts'
import { spellPinyin } from '@kuashan/ui/search/spell-pinyin.ts'
import { describe, expect, test } from 'vitest'
import { settlement } from '../../parts/figures/figures.fixture.ts'
import { isInDivision } from '../../parts/places/in-division.ts'
import { facilityColours, mapPlaces, settlementColours } from '../../parts/places/map-places.ts'
import { provenanceText } from '../../parts/places/place-words.ts'
import { editFields, placeIn, valueText } from '../../parts/rows/edit-fields.ts'
import { placeFinder } from '../../shell/place-finder.ts'
import { filterFacilities, filterSettlements, noPlaceFilter } from './place-filter.ts'

const clinic = {
  id: 'clinic',
  name: '东一湾卫生室',
  kind: 'villageClinic',
  state: 'closed',
  division: '331199100201',
  at: [119.64, 28],
} as unknown as Facility
const settlements = [
  settlement({ id: 'a', name: '东一湾', division: '331199100201' }),
  settlement({ id: 'b', name: '北岩背', division: '331199200203', at: null }),
  settlement({ id: 'c', name: '无名', division: '' }),
]

describe('lists and map of places', () => {
  const remote = new Set(['b'])
  const ids = (filter: Partial<typeof noPlaceFilter>) =>
    filterSettlements(settlements, remote, { ...noPlaceFilter, ...filter }).map((s) => s.id)

  test('are narrowed by township or village, remoteness, missing coordinates and what was typed', () => {
    expect(ids({})).toEqual(['a', 'b', 'c'])
    expect(ids({ division: '331199200000' })).toEqual(['b'])
    expect(ids({ division: '331199100201' })).toEqual(['a'])
    expect(ids({ remoteOnly: true })).toEqual(['b'])
    expect(ids({ unlocatedOnly: true })).toEqual(['b'])
    expect(ids({ found: new Set(['c']) })).toEqual(['c'])
    expect(isInDivision('', '')).toBe(true)
    expect(isInDivision('331199100201', '')).toBe(false)
  })
  test('show facilities of a kind', () => {
    const of = (kind: string) => filterFacilities([clinic], { ...noPlaceFilter, kind })
    expect(of('villageClinic')).toHaveLength(1)
    expect(of('nursery')).toHaveLength(0)
  })
  test('colour remote settlements and the state of facilities; what has no coordinates is left out', () => {
    const places = mapPlaces({ settlements, facilities: [clinic] }, new Set(['a']), 'zh')
    expect(places.map(({ id, colour }) => [id, colour])).toEqual([
      ['a', settlementColours.remote],
      ['c', settlementColours.near],
      ['clinic', facilityColours.closed],
    ])
  })
  test('say where a value was learned', () => {
    expect(provenanceText({ method: 'imported', file: 's.csv', row: 3 }, 'zh')).toBe(
      '导入 · s.csv 第 3 行',
    )
  })
})

test('the search of the top bar finds settlements, villages and facilities by initials', () => {
  const divisions = [
    {
      code: '331199100201',
      name: '东一湾村',
      level: 'village' as const,
      parent: null,
      successors: [],
      oldNames: [],
    },
    {
      code: '331199000000',
      name: '东一县',
      level: 'county' as const,
      parent: null,
      successors: [],
      oldNames: [],
    },
  ]
  const find = placeFinder({ settlements, facilities: [clinic], divisions }, spellPinyin)
  expect(find('dyw', 9).map(({ id, kind }) => [id, kind])).toEqual([
    ['a', 'settlement'],
    ['331199100201', 'division'],
    ['clinic', 'facility'],
  ])
})

describe('a correction in place', () => {
  const field = (name: string) => editFields.settlements.find((f) => f.field === name)!

  test('keeps the ages when the number of residents is corrected', () => {
    const bands = [{ from: 0, to: null, people: 20 }]
    const row = { permanent: { total: 20, bands } }
    expect(field('permanent').shown(row)).toBe('20')
    expect(field('permanent').read('1,045', row)).toEqual({ total: 1045, bands })
    expect(field('permanent').read('', row)).toBeUndefined()
  })
  test('reads numbers, takes a value away where it is emptied, and refuses what cannot be read', () => {
    expect(field('registered').read(' 45 ', {})).toBe(45)
    expect(field('registered').read('', {})).toBeNull()
    expect(field('registered').read('many', {})).toBeUndefined()
    expect(field('registered').read('-1', {})).toBeUndefined()
    expect(field('name').read('  ', {})).toBeUndefined()
  })
  test('reads coordinates as people write them', () => {
    expect(placeIn('119.6，28')).toEqual([119.6, 28])
    expect(placeIn('119.6, 28')).toEqual([119.6, 28])
    expect(placeIn('')).toBeNull()
    for (const wrong of ['28', '28, 119.6', 'here', '1,2,3']) expect(placeIn(wrong)).toBeUndefined()
  })
  test('writes yuan as fen, and says values of the history in words', () => {
    const cost = editFields.facilities.find((f) => f.field === 'yearCostFen')!
    expect(cost.read('120.5', {})).toBe(12050)
    const state = editFields.facilities.find((f) => f.field === 'state')
    expect(valueText(state, 'state', 'vacant', 'zh')).toBe('闲置')
    expect(valueText(field('canStop'), 'canStop', false, 'en')).toBe('no')
    expect(valueText(undefined, 'x', null, 'zh')).toBe('无')
  })
})
