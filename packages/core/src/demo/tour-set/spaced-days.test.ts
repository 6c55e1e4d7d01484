import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spacingFits } from '../../planner/formats/spacing-fits.ts'
import { evenDays, fitsOneWeekday, roomFor } from './spaced-days.ts'

const fourWeeks = {
  calendar: [0, 1, 2, 3, 4].flatMap((d) => [d, d + 7, d + 14, d + 21]).sort((a, b) => a - b),
  period: 28,
}

describe('days at even distances', () => {
  test('fall on the open day nearest to their turn', () => {
    const spacing = { visits: 2, minGap: 10, maxGap: 18, wraps: true }
    expect(evenDays(spacing, fourWeeks)).toEqual([0, 14])
    const closed = { ...fourWeeks, calendar: fourWeeks.calendar.filter((day) => day !== 14) }
    expect(evenDays(spacing, closed)).toEqual([0, 15])
    expect(evenDays({ ...spacing, lastBefore: 9 }, fourWeeks)).toEqual([1, 15])
    expect(evenDays({ ...spacing, minGap: 14, maxGap: 14 }, closed)).toEqual([1, 15])
    expect(evenDays({ ...spacing, visits: 9, minGap: 3, maxGap: 3 }, fourWeeks)).toBeNull()
  })

  test('are open and keep the spacing wherever they are found', () => {
    const openDays = fc.uniqueArray(fc.nat(40), { minLength: 3, maxLength: 30 })
    fc.assert(
      fc.property(
        openDays,
        fc.integer({ min: 1, max: 4 }),
        fc.nat(5),
        fc.nat(20),
        (days, visits, minGap, more) => {
          const calendar = [...days].sort((a, b) => a - b)
          const spacing = { visits, minGap, maxGap: minGap + more, wraps: true }
          const found = evenDays(spacing, { calendar, period: 42 })
          if (found === null) return
          expect(found.every((day) => calendar.includes(day))).toBe(true)
          expect(spacingFits(spacing, found, 42)).toBe(true)
        },
      ),
    )
  })
})

test('a spacing gets as much longer a gap as the open days ask for, and no more', () => {
  const spacing = { visits: 2, minGap: 7, maxGap: 14, wraps: true }
  expect(roomFor(spacing, fourWeeks)).toEqual(spacing)
  const early = { calendar: [0, 1, 2, 3, 4, 7, 8], period: 28 }
  expect(roomFor(spacing, early)).toEqual({ ...spacing, maxGap: 20 })
})

test('one weekday for all visits, where some weekday is open often enough', () => {
  const weekdays = fourWeeks.calendar.map((day) => (day % 7) + 1)
  const fortnight = { visits: 2, minGap: 10, maxGap: 18, wraps: true }
  expect(fitsOneWeekday(fortnight, fourWeeks, weekdays)).toBe(true)
  expect(fitsOneWeekday({ ...fortnight, minGap: 15, maxGap: 16 }, fourWeeks, weekdays)).toBe(false)
})
