import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../kernel/calendar.ts'
import { lunarDay, marketDays, marketDaysBySettlement } from './market-days.ts'

const range = (from: string, to: string) => ({ from: from as PlainDate, to: to as PlainDate })

describe('market days', () => {
  it('starts the lunar year 2026 on 17 February', () => {
    expect(lunarDay('2026-02-17' as PlainDate)).toBe(1)
    expect(
      marketDays({ by: 'lunarTail', values: [3, 8] }, range('2026-02-17', '2026-03-18')),
    ).toEqual(['2026-02-19', '2026-02-24', '2026-03-01', '2026-03-06', '2026-03-11', '2026-03-16'])
  })

  it('has no lunar 30th in a short month, and one in a long month', () => {
    // The last month of the lunar year of the snake (2025) has 29 days: 19 January to 16 February 2026.
    expect(
      marketDays({ by: 'lunarTail', values: [10] }, range('2026-01-19', '2026-02-16')),
    ).toEqual(['2026-01-28', '2026-02-07'])
    // The first month of 2026 has 30 days: 17 February to 18 March.
    expect(
      marketDays({ by: 'lunarTail', values: [10] }, range('2026-02-17', '2026-03-18')),
    ).toEqual(['2026-02-26', '2026-03-08', '2026-03-18'])
  })

  it('repeats in a leap month', () => {
    // 2025 has a leap sixth month: 25 June to 24 July, then 25 July to 22 August.
    const days = marketDays({ by: 'lunarTail', values: [1] }, range('2025-06-25', '2025-08-22'))
    expect(days).toEqual([
      '2025-06-25',
      '2025-07-05',
      '2025-07-15',
      '2025-07-25',
      '2025-08-04',
      '2025-08-14',
    ])
  })

  it('joins solar tails and weekdays of one settlement without doubles', () => {
    const days = marketDaysBySettlement(
      [
        { settlement: 'a', by: 'solarTail', values: [5] },
        { settlement: 'a', by: 'weekday', values: [1] },
      ],
      range('2026-10-01', '2026-10-15'),
    )
    expect(days.get('a')).toEqual(['2026-10-05', '2026-10-12', '2026-10-15'])
  })
})
