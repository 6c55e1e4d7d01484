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

type DaysOf = (rule: Omit<MarketRule, 'settlement'>) => PlainDate[]

/** Market days of rules within a range, ascending; the moon is asked once a day, however many rules go by it. */
function marketDaysIn(range: DateRange): DaysOf {
  const dates = datesIn(range)
  let lunar: readonly number[] | null = null
  return ({ by, values }) => {
    if (by === 'weekday') return dates.filter((date) => values.includes(weekday(date)))
    if (by === 'solarTail') return dates.filter((date) => hasTail(Number(date.slice(8)), values))
    lunar ??= dates.map(lunarDay)
    return dates.filter((_, k) => hasTail(lunar![k]!, values))
  }
}

/** Market days of one rule within a range, ascending. */
export const marketDays = (rule: Omit<MarketRule, 'settlement'>, range: DateRange): PlainDate[] =>
  marketDaysIn(range)(rule)

/** Market days by settlement, the rules of one settlement joined. */
export function marketDaysBySettlement(
  rules: readonly MarketRule[],
  range: DateRange,
): Map<string, PlainDate[]> {
  const daysOf = marketDaysIn(range)
  const found = new Map<string, Set<PlainDate>>()
  for (const rule of rules) {
    const days = found.get(rule.settlement) ?? new Set()
    for (const date of daysOf(rule)) days.add(date)
    found.set(rule.settlement, days)
  }
  return new Map([...found].map(([settlement, days]) => [settlement, [...days].sort()]))
}
