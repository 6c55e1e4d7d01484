import type { Spacing } from '../../plan/routing-rules.ts'
import { spacingFits } from '../../planner/formats/spacing-fits.ts'

/** Calendar days of the horizon (the first is 0) on which something can be, and when the same begins again. */
export interface OpenDays {
  calendar: readonly number[]
  period: number
}

/** The spacing with the least longer `maxGap` for which the open days have room. */
export function roomFor(spacing: Spacing, { calendar, period }: OpenDays): Spacing {
  let wide = spacing
  while (!spacingFits(wide, calendar, period)) wide = { ...wide, maxGap: wide.maxGap + 1 }
  return wide
}

/** Whether all visits could be on one weekday; `weekday` tells that of each open day. */
export const fitsOneWeekday = (
  spacing: Spacing,
  { calendar, period }: OpenDays,
  weekdays: readonly number[],
): boolean =>
  [...new Set(weekdays)].some((wanted) =>
    spacingFits(
      spacing,
      calendar.filter((_, k) => weekdays[k] === wanted),
      period,
    ),
  )

/**
 * Open days at even distances that keep the spacing, as a township would note them without a computer: from the first
 * possible day on, each the open day nearest to its turn. Null where that misses the spacing from every first day.
 */
export function evenDays(spacing: Spacing, { calendar, period }: OpenDays): number[] | null {
  const step = period / spacing.visits
  for (const first of calendar) {
    if (first >= step) return null
    const days = Array.from({ length: spacing.visits }, (_, k) =>
      nearestTo(first + k * step, calendar),
    )
    if (keeps(spacing, days, period)) return days
  }
  return null
}

const nearestTo = (day: number, calendar: readonly number[]): number =>
  calendar.reduce((best, open) => (Math.abs(open - day) < Math.abs(best - day) ? open : best))

function keeps(spacing: Spacing, days: readonly number[], period: number): boolean {
  const inGap = (gap: number) => gap >= spacing.minGap && gap <= spacing.maxGap
  const { lastBefore, wraps } = spacing
  return (
    days.every((day, k) => k === 0 || inGap(day - days[k - 1]!)) &&
    (lastBefore === undefined || inGap(days[0]! + lastBefore)) &&
    (!wraps || inGap(days[0]! + period - days.at(-1)!))
  )
}
