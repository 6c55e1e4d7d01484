import { dayNumber } from '../../kernel/calendar.ts'
import type { RoutingInstance } from '../../plan/routing.ts'

/** One visit as a solution has it. */
export interface Visit {
  day: number
  /** Index into `depots`. */
  depot: number
  vehicle: number
}

/** Visits by customer id, ascending by day. */
export type Visits = ReadonlyMap<number, readonly Visit[]>

/** Calendar days from the first day of the instance to day k. */
export function dayOffset(instance: RoutingInstance, day: number): number {
  const { dates } = instance
  return dates ? dayNumber(dates[day - 1]!) - dayNumber(dates[0]!) : day - 1
}

/** Calendar days from the first day to the first of the next period. */
export const periodLength = (instance: RoutingInstance): number =>
  instance.periodDays ?? dayOffset(instance, instance.days) + 1

/** The days without doubles, ascending. */
export const distinctDays = (visits: readonly { day: number }[]): number[] =>
  [...new Set(visits.map((v) => v.day))].sort((a, b) => a - b)

export interface Gap {
  /** The day of the visit that ends it; where the spacing wraps, the first day of the next period. */
  day: number
  gap: number
}

/** The gaps between days (ascending), with the one from before the horizon and the one into the next period where asked. */
export function gapsOf(
  instance: RoutingInstance,
  days: readonly number[],
  rule: { lastBefore?: number; wraps?: boolean },
): Gap[] {
  const at = days.map((day) => dayOffset(instance, day))
  if (at.length === 0) return []
  const gaps = days.slice(1).map((day, k) => ({ day, gap: at[k + 1]! - at[k]! }))
  const first = { day: days[0]!, gap: at[0]! + (rule.lastBefore ?? 0) }
  const next = { day: days[0]!, gap: at[0]! + periodLength(instance) - at.at(-1)! }
  return [...(rule.lastBefore === undefined ? [] : [first]), ...gaps, ...(rule.wraps ? [next] : [])]
}
