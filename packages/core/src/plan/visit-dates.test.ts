import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { VisitRule } from './baseline.ts'
import { visitDates } from './visit-dates.ts'

const settings = (from: string, to: string) => ({
  horizon: { from: from as PlainDate, to: to as PlainDate },
  workdays: [1, 2, 3, 4, 5] as [1, 2, 3, 4, 5],
  holidays: ['2026-05-06' as PlainDate],
  makeUpWorkdays: [],
})
const dates = (rule: unknown, from = '2026-05-01', to = '2026-05-31') =>
  visitDates(VisitRule.parse(rule), settings(from, to))

describe('visitDates', () => {
  it('keeps listed dates of the horizon, once each', () => {
    const listed = ['2026-05-16', '2026-04-30', '2026-05-06', '2026-05-16']
    expect(dates({ by: 'dates', dates: listed })).toEqual(['2026-05-06', '2026-05-16'])
  })

  it('loses a holiday and keeps the rhythm of every second week', () => {
    // Wednesdays 6, 13, 20, 27 May; the 6th is a holiday.
    expect(dates({ by: 'weekday', weekday: 3 })).toEqual(['2026-05-13', '2026-05-20', '2026-05-27'])
    expect(dates({ by: 'weekday', weekday: 3, everyWeeks: 2 })).toEqual(['2026-05-20'])
  })

  it('runs on Sundays where the rule says Sunday', () => {
    expect(dates({ by: 'weekday', weekday: 7 })).toHaveLength(5)
  })

  it('gives no 31st in short months and none on weekends', () => {
    const rule = { by: 'monthDay', day: 31 }
    expect(dates(rule, '2026-01-01', '2026-12-31')).toEqual([
      '2026-03-31',
      '2026-07-31',
      '2026-08-31',
      '2026-12-31',
    ])
  })
})
