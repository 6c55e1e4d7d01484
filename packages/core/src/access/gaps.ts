import { dayNumber, type PlainDate } from '../kernel/calendar.ts'

/**
 * Days between one day and the next, counted round from the end of the horizon to its start: they
 * add up to the horizon. One day gives one gap as long as the horizon; none gives none.
 * @param days numbers of days, distinct, ascending, within the horizon
 */
export const gapsBetweenDays = (days: readonly number[], horizonDays: number): number[] =>
  days.map((day, k) => (days[k + 1] ?? days[0]! + horizonDays) - day)

/** `gapsBetweenDays` of dates. */
export const cyclicGaps = (dates: readonly PlainDate[], horizonDays: number): number[] =>
  gapsBetweenDays(dates.map(dayNumber), horizonDays)

/** The longest of the cyclic gaps in days; null where there is no date. */
export const longestGap = (dates: readonly PlainDate[], horizonDays: number): number | null =>
  dates.length === 0 ? null : Math.max(...cyclicGaps(dates, horizonDays))

/** Distinct dates of several lists, ascending. */
export function unionOfDates(lists: readonly (readonly PlainDate[])[]): readonly PlainDate[] {
  if (lists.length === 1) return lists[0]!
  return [...new Set(lists.flat())].sort()
}
