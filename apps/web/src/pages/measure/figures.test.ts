import { describe, expect, test } from 'vitest'
import { reachText, whyOf } from '../../parts/figures/figure-words.ts'
import { cell, gap, settlement } from '../../parts/figures/figures.fixture.ts'
import { filterCells, tallyCells } from './cell-filter.ts'
import { cellPlaces, keyOfCell } from './cell-places.ts'
import { filterGaps, noGapFilter } from './gap-filter.ts'

describe('gaps by name', () => {
  const gaps = [
    gap({ settlement: 'near', name: '汇谷口', division: '331199100200' }),
    gap({ settlement: 'far', name: '北岩背', division: '331199200203', service: 'MED-04' }),
    gap({ settlement: 'end', name: '东尽头' }),
  ]
  const remote = new Set(['far', 'end'])
  const ids = (filter: Partial<typeof noGapFilter>) =>
    filterGaps(gaps, remote, { ...noGapFilter, ...filter }).map((g) => g.settlement)

  test('stand with remote settlements first, worst first inside that', () => {
    expect(ids({})).toEqual(['far', 'end', 'near'])
  })
  test('are narrowed by what was found, service, township and remoteness', () => {
    expect(ids({ found: new Set(['far', 'nobody']) })).toEqual(['far'])
    expect(ids({ service: 'MED-01' })).toEqual(['end', 'near'])
    expect(ids({ township: '331199100000' })).toEqual(['end', 'near'])
    expect(ids({ remoteOnly: true })).toEqual(['far', 'end'])
  })
  test('say what is wanted and what there is', () => {
    expect(whyOf(gap({}), 'zh').floors).toEqual([
      { want: '路程不超过 25 分钟', have: '现在 35 分钟' },
    ])
    const none = gap({
      state: 'no-road',
      missing: [{ metric: 'maxGapDays', want: 28, have: null }],
    })
    expect(whyOf(none, 'en')).toEqual({
      ground: 'No road leads there',
      floors: [{ want: 'gaps of at most 28 days', have: 'nothing today' }],
    })
  })
})

describe('records behind a figure', () => {
  const cells = [
    cell({ settlement: 'a' }),
    cell({ settlement: 'b', met: false, people: 5 }),
    cell({ settlement: 'c', met: false, people: 7, reach: null }),
    cell({ settlement: 'd', people: 0, byGroup: {} }),
  ]
  const division = (id: string) =>
    ({ a: '331199100201', b: '331199100202', c: '331199200201' })[id] ?? ''
  const find = (filter: Parameters<typeof filterCells>[3]) =>
    filterCells(cells, division, new Set(['b']), filter)

  test('are all with somebody entitled, missed ones first', () => {
    expect(find({}).map((c) => c.settlement)).toEqual(['c', 'b', 'a'])
    expect(tallyCells(find({}))).toEqual({ entitled: 22, met: 10 })
  })
  test('are cut to a township, a village, remote ones and one settlement', () => {
    expect(find({ division: '331199100000' }).map((c) => c.settlement)).toEqual(['b', 'a'])
    expect(find({ division: '331199200201' }).map((c) => c.settlement)).toEqual(['c'])
    expect(find({ remote: true }).map((c) => c.settlement)).toEqual(['b'])
    expect(find({ remote: false }).map((c) => c.settlement)).toEqual(['c', 'a'])
    expect(find({ settlement: 'a' }).map((c) => c.settlement)).toEqual(['a'])
  })
  test('count one age group where one is asked for', () => {
    expect(tallyCells(find({ group: 'elder' }))).toEqual({ entitled: 12, met: 4 })
  })
  test('say how far and how often', () => {
    const reach = {
      mode: 'vehicle',
      place: 'a',
      seconds: 301,
      opportunities: 13,
      longestGapDays: 29,
    }
    expect(reachText(reach, 'zh')).toBe('6 分钟 · 每年 13 次 · 最长间隔 29 天')
  })
})

describe('the map of a service', () => {
  const cells = [
    cell({ settlement: 'a' }),
    cell({ settlement: 'b', met: false, reach: null }),
    cell({ settlement: 'c', people: 0 }),
  ]
  const settlements = ['a', 'b', 'c'].map((id) => settlement({ id }))

  test('colours by met or missed, or by how it is reached; nobody entitled is neither', () => {
    expect(cells.map((c) => keyOfCell(c, 'met'))).toEqual(['met', 'missed', 'nobody'])
    expect(cells.map((c) => keyOfCell(c, 'mode'))).toEqual(['fixed', 'none', 'nobody'])
    const colours = cellPlaces(settlements, cells, 'met').places.map((place) => place.colour)
    expect(new Set(colours).size).toBe(3)
  })
  test('counts unlocated settlements in the legend though they have no place', () => {
    const { places, legend } = cellPlaces(
      [...settlements, settlement({ id: 'lost', at: null })],
      [...cells, cell({ settlement: 'lost', met: false })],
      'met',
    )
    expect(places).toHaveLength(3)
    expect(legend.find((line) => line.key === 'missed')?.settlements).toBe(2)
  })
})
