import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Spacing } from '../../plan/routing-rules.ts'
import { spacingFits } from './spacing-fits.ts'

/** By trying every set of days. */
function byTrying(spacing: Spacing, calendar: readonly number[], period: number): boolean {
  const { visits, minGap, maxGap, lastBefore, wraps } = spacing
  for (let set = 1; set < 2 ** calendar.length; set++) {
    const days = calendar.filter((_, k) => set & (1 << k))
    if (days.length !== visits) continue
    const gaps = days.slice(1).map((day, k) => day - days[k]!)
    if (lastBefore !== undefined) gaps.push(days[0]! + lastBefore)
    if (wraps) gaps.push(days[0]! + period - days.at(-1)!)
    if (gaps.every((gap) => gap >= minGap && gap <= maxGap)) return true
  }
  return false
}

test('says what trying every set of days says', () => {
  const spacing = fc
    .record({
      visits: fc.integer({ min: 1, max: 4 }),
      minGap: fc.nat(4),
      more: fc.nat(5),
      lastBefore: fc.option(fc.nat(5), { nil: undefined }),
      wraps: fc.boolean(),
    })
    .map(({ visits, minGap, more, lastBefore, wraps }): Spacing => {
      const gaps = { visits, minGap, maxGap: minGap + more, wraps }
      return lastBefore === undefined ? gaps : { ...gaps, lastBefore }
    })
  const calendar = fc.subarray([0, 1, 2, 4, 5, 7, 8, 11])
  let fitting = 0
  fc.assert(
    fc.property(spacing, calendar, fc.integer({ min: 12, max: 15 }), (one, days, period) => {
      const fits = spacingFits(one, days, period)
      if (fits) fitting++
      expect(fits).toBe(byTrying(one, days, period))
    }),
    { numRuns: 500 },
  )
  expect(fitting).toBeGreaterThan(50)
})
