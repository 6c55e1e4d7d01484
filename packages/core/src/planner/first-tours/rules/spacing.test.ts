import { expect, test } from 'vitest'
import { gapExcess, gapUnevenness } from './spacing.ts'

const spacing = { horizonDays: 365, visits: 24, maxGapDays: 22 }

test('the longest gap is inclusive', () => {
  expect(gapExcess(spacing, 22)).toBe(0)
  expect(gapExcess(spacing, 25)).toBe(3)
})

test('a fifth of the even gap either way is even enough, then it counts by the square', () => {
  for (const gap of [13, 15, 18]) expect(gapUnevenness(spacing, gap)).toBe(0)
  expect(gapUnevenness(spacing, 12)).toBeGreaterThan(0)
  expect(gapUnevenness(spacing, 26)).toBeGreaterThan(2 * gapUnevenness(spacing, 22))
})
