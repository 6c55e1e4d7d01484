import { expect, test } from 'vitest'
import { cycleOf, strideOf } from './frequency.ts'

test('only divisors ride along', () => {
  expect([24, 12, 8, 5, 48].map((visits) => strideOf(24, visits))).toEqual([1, 2, 3, 0, 0])
})

test('the set of stops repeats after the least common multiple, which divides the occurrences', () => {
  expect(cycleOf([1, 2, 3])).toBe(6)
  expect(cycleOf([1])).toBe(1)
  expect(24 % cycleOf([24, 12, 8, 6, 4].map((visits) => strideOf(24, visits)))).toBe(0)
})
