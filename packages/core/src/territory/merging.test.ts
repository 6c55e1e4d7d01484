import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Mergeable, mergeSources } from './merging.ts'
import type { LngLat } from './settlement.ts'

interface Site extends Mergeable {
  beds?: number | null
}

const site = (id: string, name: string, at: LngLat | null, rest: Partial<Site> = {}): Site => ({
  id,
  name,
  otherNames: [],
  at,
  kind: 'villageClinic',
  provenance: {},
  ...rest,
})

const merge = (table: Site[], osm: Site[]) =>
  mergeSources(
    [
      { name: 'table', items: table },
      { name: 'osm', items: osm },
    ],
    'facilities',
  )

const near: LngLat = [119.5, 28.1]
/** About 500 m and 5 km to the east of `near`. */
const east: LngLat = [119.5051, 28.1]
const far: LngLat = [119.551, 28.1]

describe('merging sources', () => {
  test('by code, wherever they stand; the first keeps its values, blanks are filled', () => {
    const { items, findings } = merge(
      [site('a', '甲', null, { beds: null })],
      [site('a', '甲卫生室', far, { beds: 4 })],
    )
    expect(items).toMatchObject([
      { id: 'a', name: '甲', at: far, beds: 4, otherNames: ['甲卫生室'] },
    ])
    expect(items[0]!.provenance.note).toBe('merged with a of osm')
    expect(findings).toMatchObject([
      {
        code: 'sources-merged',
        severity: 'note',
        facts: { by: 'code', first: '甲', secondSource: 'osm' },
      },
    ])
  })

  test('by name and distance', () => {
    const { items, findings } = merge([site('a', '上坑 村', near)], [site('n1', '上坑村', east)])
    expect(items.map((i) => i.id)).toEqual(['a'])
    expect(findings[0]!.facts).toMatchObject({ by: 'name', metres: 500 })
  })

  test('not too far, not of another kind, not of another name', () => {
    const { items, findings } = merge(
      [site('a', '上坑', near)],
      [
        site('n1', '上坑', far),
        site('n2', '上坑', east, { kind: 'primarySchool' }),
        site('n3', '下坑', east),
      ],
    )
    expect(items).toHaveLength(4)
    expect(findings).toEqual([])
  })

  test('a building without a name, by kind and 100 m', () => {
    const unnamed = site('w7', 'w7', [119.5005, 28.1])
    expect(merge([site('a', '上坑', near)], [unnamed]).items).toHaveLength(1)
    expect(merge([site('a', '上坑', near)], [{ ...unnamed, at: east }]).items).toHaveLength(2)
  })

  test('one that could be two stays apart and is named', () => {
    const { items, findings } = merge(
      [site('a', '上坑', near), site('b', '上坑', [119.5001, 28.1])],
      [site('n1', '上坑', east)],
    )
    expect(items).toHaveLength(3)
    expect(findings.map((f) => f.code)).toEqual(['merge-ambiguous'])
  })

  test('of two with one name the nearer is merged', () => {
    const { items } = merge(
      [site('a', '上坑', near)],
      [site('n1', '上坑', east), site('n2', '上坑', near)],
    )
    expect(items.map((i) => [i.id, i.provenance.note])).toEqual([
      ['a', 'merged with n2 of osm'],
      ['n1', undefined],
    ])
  })

  test('people come from the source that has counted them', () => {
    const { items } = merge(
      [site('n1', '上坑', near, { permanent: { total: 0 } })],
      [site('a', '上坑', east, { permanent: { total: 120 } })],
    )
    expect(items[0]!.permanent).toEqual({ total: 120 })
  })

  test('the order of rows does not matter', () => {
    const first = Array.from({ length: 6 }, (_, k) =>
      site(`a${k}`, `村${k % 4}`, [119.5 + k / 500, 28.1]),
    )
    const second = Array.from({ length: 6 }, (_, k) =>
      site(`n${k}`, `村${k % 3}`, [119.501 + k / 700, 28.1]),
    )
    const expected = merge(first, second)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(first, { minLength: 6 }),
        fc.shuffledSubarray(second, { minLength: 6 }),
        (a, b) => {
          expect(merge(a, b)).toEqual(expected)
        },
      ),
      { numRuns: 50 },
    )
  })
})
