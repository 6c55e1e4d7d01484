import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from './spread.ts'

const cost = (wishes: readonly number[], places: readonly number[]): number =>
  wishes.reduce((sum, wish, k) => sum + (wish - places[k]!) ** 2, 0)

function cheapest(wishes: readonly number[], size: number, from = 0): number {
  if (wishes.length === 0) return 0
  let best = Number.POSITIVE_INFINITY
  for (let at = from; at <= size - wishes.length; at++)
    best = Math.min(best, (wishes[0]! - at) ** 2 + cheapest(wishes.slice(1), size, at + 1))
  return best
}

test('wishes that fit are granted', () => {
  expect(spread([0, 3, 9], 10)).toEqual([0, 3, 9])
})

test('equal wishes spread to both sides, and the ends hold', () => {
  expect(spread([4, 4, 4], 10)).toEqual([3, 4, 5])
  expect(spread([0, 0, 9, 9], 10)).toEqual([0, 1, 8, 9])
  expect(spread([5, 5, 5], 3)).toEqual([0, 1, 2])
})

test('no order-keeping choice of positions is nearer to the wishes (brute force)', () => {
  const wishes = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 6 })
  fc.assert(
    fc.property(wishes, (unsorted) => {
      const sorted = [...unsorted].sort((a, b) => a - b)
      const places = spread(sorted, 9)
      expect(places.every((place, k) => k === 0 || place > places[k - 1]!)).toBe(true)
      expect(places.every((place) => place >= 0 && place < 9)).toBe(true)
      expect(cost(sorted, places)).toBe(cheapest(sorted, 9))
    }),
  )
})
