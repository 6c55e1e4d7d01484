import { dayNumber, type PlainDate } from '../kernel/calendar.ts'

/**
 * Days between one date and the next, counted round from the end of the horizon to its start: they
 * add up to the horizon. One date gives one gap as long as the horizon; none gives none.
 * @param dates distinct, ascending, within the horizon
 */
export const cyclicGaps = (dates: readonly PlainDate[], horizonDays: number): number[] =>
  dates.map((date, k) =>
    k + 1 < dates.length
      ? dayNumber(dates[k + 1]!) - dayNumber(date)
      : dayNumber(dates[0]!) + horizonDays - dayNumber(date),
  )

/** The longest of the cyclic gaps in days; null where there is no date. */
export const longestGap = (dates: readonly PlainDate[], horizonDays: number): number | null =>
  dates.length === 0 ? null : Math.max(...cyclicGaps(dates, horizonDays))

/** Distinct dates of several lists, ascending. */
export function unionOfDates(lists: readonly (readonly PlainDate[])[]): readonly PlainDate[] {
  if (lists.length === 1) return lists[0]!
  return [...new Set(lists.flat())].sort()
}
