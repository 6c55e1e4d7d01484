import { SolarDay } from 'tyme4ts'
import { type DateRange, datesIn, type PlainDate, weekday } from '../kernel/calendar.ts'
import type { MarketRule } from './county.ts'

/** Day of the lunar month, 1 to 30. A leap month counts like any other, so its market days repeat. */
export function lunarDay(date: PlainDate): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return SolarDay.fromYmd(year, month, day).getLunarDay().getDay()
}

/** 逢三 is the 3rd, 13th and 23rd; 逢十 (written 10 or 0) the 10th, 20th and, in a long month, the 30th. */
const hasTail = (day: number, tails: readonly number[]): boolean =>
  tails.some((tail) => day % 10 === tail % 10)

/** Market days of one rule within a range, ascending. */
export function marketDays(rule: Omit<MarketRule, 'settlement'>, range: DateRange): PlainDate[] {
  return datesIn(range).filter((date) => {
    if (rule.by === 'weekday') return rule.values.includes(weekday(date))
    if (rule.by === 'solarTail') return hasTail(Number(date.slice(8)), rule.values)
    return hasTail(lunarDay(date), rule.values)
  })
}

/** Market days by settlement, the rules of one settlement joined. */
export function marketDaysBySettlement(
  rules: readonly MarketRule[],
  range: DateRange,
): Map<string, PlainDate[]> {
  const found = new Map<string, Set<PlainDate>>()
  for (const rule of rules) {
    const days = found.get(rule.settlement) ?? new Set()
    for (const date of marketDays(rule, range)) days.add(date)
    found.set(rule.settlement, days)
  }
  return new Map([...found].map(([settlement, days]) => [settlement, [...days].sort()]))
}
