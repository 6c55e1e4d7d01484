import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  atkinson,
  concentrationIndex,
  gini,
  p90p10,
  palma,
  percentile,
  theil,
  theilByGroup,
  worstDecile,
} from './equity.ts'

const anyItems = fc.array(
  fc.record({
    value: fc.integer({ min: 1, max: 500 }),
    people: fc.integer({ min: 1, max: 300 }),
    group: fc.constantFrom('north', 'south', 'west'),
    name: fc.string({ minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 12 },
)
const alone = (...values: number[]) => values.map((value) => ({ value, people: 1 }))

/** ΣΣ p q |x − y| / 2 x̄: the definition, without a sort. */
const giniByPairs = (items: { value: number; people: number }[]): number => {
  const people = items.reduce((s, i) => s + i.people, 0)
  const mean = items.reduce((s, i) => s + i.value * i.people, 0) / people
  let sum = 0
  for (const a of items)
    for (const b of items) sum += a.people * b.people * Math.abs(a.value - b.value)
  return sum / (2 * mean * people * people)
}

describe('equity', () => {
  it('Gini equals its definition by pairs, whatever the order or the unit', () => {
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 1, max: 9 }), (items, unit) => {
        const got = gini(items)
        expect(got).toBeCloseTo(giniByPairs(items), 9)
        expect(gini([...items].reverse())).toBeCloseTo(got, 9)
        expect(gini(items.map((i) => ({ ...i, value: i.value * unit })))).toBeCloseTo(got, 9)
        expect(gini([...items, ...items])).toBeCloseTo(got, 9)
      }),
    )
  })

  it('Theil is the sum of between and within, to the last digits', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const parts = theilByGroup(items)
        expect(parts.total).toBeCloseTo(parts.between + parts.within, 12)
        expect(parts.groups.reduce((s, g) => s + g.shareOfValue, 0)).toBeCloseTo(1, 12)
        expect(parts.between).toBeGreaterThan(-1e-12)
      }),
    )
  })

  it('moving from a better-off to a worse-off place lowers every index (A110)', () => {
    const before = alone(1, 4, 7, 12)
    const after = alone(2, 4, 7, 11)
    for (const index of [
      gini,
      theil,
      (i: typeof before) => atkinson(i, 0.5),
      (i: typeof before) => atkinson(i, 1),
    ])
      expect(index(after)).toBeLessThan(index(before))
  })

  it('hand cases', () => {
    expect(theil(alone(0, 2))).toBeCloseTo(Math.log(2), 12)
    expect(atkinson(alone(1, 4), 1)).toBeCloseTo(1 - 2 / 2.5, 12)
    expect(atkinson(alone(1, 4), 2)).toBeCloseTo(1 - 1.6 / 2.5, 12)
    expect(atkinson(alone(0, 4), 1)).toBe(1)
    const ten = alone(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
    expect(percentile(ten, 0.1)).toBe(1)
    expect(p90p10(ten)).toBe(9)
    expect(palma(ten)).toBeCloseTo(10 / (1 + 2 + 3 + 4), 12)
    // One place of ten people holds parts of both ends: each tenth holds a tenth.
    expect(palma([{ value: 3, people: 10 }])).toBeCloseTo(0.25, 12)
    expect(gini(alone(0, 0))).toBe(0)
    expect(p90p10(alone(0, 0, 0))).toBe(1)
  })

  it('concentration index: the rank decides, ties share', () => {
    const ranked = (ranks: number[]) =>
      [1, 2, 3].map((value, k) => ({ value, people: 1, rank: ranks[k]! }))
    expect(concentrationIndex(ranked([1, 2, 3]))).toBeCloseTo(gini(alone(1, 2, 3)), 12)
    expect(concentrationIndex(ranked([3, 2, 1]))).toBeCloseTo(-gini(alone(1, 2, 3)), 12)
    expect(concentrationIndex(ranked([5, 5, 5]))).toBeCloseTo(0, 12)
  })

  it('names the worst tenth, the last place in part', () => {
    const places = [
      { name: 'c', value: 1, people: 6 },
      { name: 'a', value: 5, people: 10 },
      { name: 'b', value: 9, people: 84 },
    ]
    const low = worstDecile(places)
    expect(low.places.map((p) => [p.name, p.inIt])).toEqual([
      ['c', 6],
      ['a', 4],
    ])
    expect(low.mean).toBeCloseTo((6 + 20) / 10, 12)
    expect(worstDecile(places, 'high').places.map((p) => p.name)).toEqual(['b'])
  })
})
