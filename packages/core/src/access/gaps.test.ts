import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gapsBetweenDays } from './gaps.ts'

test('gaps are counted round the horizon and add up to it', () => {
  expect(gapsBetweenDays([5, 20, 300], 365)).toEqual([15, 280, 70])
  expect(gapsBetweenDays([7], 365)).toEqual([365])
  expect(gapsBetweenDays([], 365)).toEqual([])
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { minLength: 1 }), (days) => {
      const gaps = gapsBetweenDays(
        [...days].sort((a, b) => a - b),
        365,
      )
      expect(gaps.reduce((a, b) => a + b, 0)).toBe(365)
      expect(Math.min(...gaps)).toBeGreaterThan(0)
    }),
  )
})
