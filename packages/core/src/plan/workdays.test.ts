import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { type CalendarSettings, workdaysOf, yearsWithoutHolidays } from './workdays.ts'

const settings = (over: Record<string, unknown>): CalendarSettings => ({
  horizon: { from: '2026-02-09' as PlainDate, to: '2026-03-01' as PlainDate },
  workdays: [1, 2, 3, 4, 5],
  holidays: [],
  makeUpWorkdays: [],
  ...over,
})

describe('workdaysOf', () => {
  it('takes Spring Festival 2026 and its make-up Saturdays from the announced table', () => {
    expect(workdaysOf(settings({}))).toEqual([
      '2026-02-09',
      '2026-02-10',
      '2026-02-11',
      '2026-02-12',
      '2026-02-13',
      '2026-02-14',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
    ])
  })

  it('uses only the county list where there is one', () => {
    const days = workdaysOf(
      settings({
        horizon: { from: '2026-02-16', to: '2026-02-22' },
        holidays: ['2026-02-17'],
        makeUpWorkdays: ['2026-02-22'],
      }),
    )
    expect(days).toEqual(['2026-02-16', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-22'])
  })

  it('names the years without a known table', () => {
    expect(
      yearsWithoutHolidays(settings({ horizon: { from: '2026-07-01', to: '2031-06-30' } })),
    ).toContain(2031)
    expect(yearsWithoutHolidays(settings({}))).toEqual([])
  })
})
