import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gapExcess, gapsOf, gapUnevenness } from './spacing.ts'

const spacing = { horizonDays: 365, visits: 24, maxGapDays: 22 }

test('gaps are counted round the horizon and add up to it', () => {
  expect(gapsOf([5, 20, 300], 365)).toEqual([15, 280, 70])
  expect(gapsOf([7], 365)).toEqual([365])
  expect(gapsOf([], 365)).toEqual([])
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { minLength: 1 }), (days) => {
      const gaps = gapsOf(
        [...days].sort((a, b) => a - b),
        365,
      )
      expect(gaps.reduce((a, b) => a + b, 0)).toBe(365)
      expect(Math.min(...gaps)).toBeGreaterThan(0)
    }),
  )
})

test('the longest gap is inclusive', () => {
  expect(gapExcess(spacing, 22)).toBe(0)
  expect(gapExcess(spacing, 25)).toBe(3)
})

test('a fifth of the even gap either way is even enough, then it counts by the square', () => {
  for (const gap of [13, 15, 18]) expect(gapUnevenness(spacing, gap)).toBe(0)
  expect(gapUnevenness(spacing, 12)).toBeGreaterThan(0)
  expect(gapUnevenness(spacing, 26)).toBeGreaterThan(2 * gapUnevenness(spacing, 22))
})
