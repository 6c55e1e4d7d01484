import { dayNumber } from '../../kernel/calendar.ts'
import type { RoutingCustomer, RoutingInstance } from '../../plan/routing.ts'

/** The days on which a customer may be visited, with its service on each. */
export interface DaySet {
  days: readonly number[]
  /** Of each day. */
  services: readonly number[]
}

const dateOf = ({ dates }: RoutingInstance, day: number): number =>
  dates ? dayNumber(dates[day - 1]!) : day

const nextPeriod = (instance: RoutingInstance): number =>
  instance.periodDays ?? dateOf(instance, instance.days) - dateOf(instance, 1) + 1

/** Days to the next visit, for each visit; the last one's to the first of the next period. */
function gapsAfter(instance: RoutingInstance, days: readonly number[]): number[] {
  const at = days.map((day) => dateOf(instance, day))
  return at.map((from, k) => (at[k + 1] ?? at[0]! + nextPeriod(instance)) - from)
}

const within = (gap: number, { minGap, maxGap }: { minGap: number; maxGap: number }): boolean =>
  minGap <= gap && gap <= maxGap

/** Every set of days that a customer's own rules allow; the empty one is leaving it out. */
export function daySets(instance: RoutingInstance, customer: RoutingCustomer): DaySet[] {
  const sets: DaySet[] = []
  for (let bits = 0; bits < 2 ** instance.days; bits++) {
    const days = Array.from({ length: instance.days }, (_, k) => k + 1).filter(
      (day) => bits & (2 ** (instance.days - day)),
    )
    if (!(customer.rules?.locked ?? []).every(({ day }) => days.includes(day))) continue
    if (bits > 0 && !allowed(instance, customer, bits, days)) continue
    sets.push({ days, services: servicesOn(instance, customer, days) })
  }
  return sets
}

function allowed(
  instance: RoutingInstance,
  { patterns, rules }: RoutingCustomer,
  bits: number,
  days: readonly number[],
): boolean {
  const weekdays = new Set(days.map((day) => dateOf(instance, day) % 7))
  if (rules?.sameWeekday && weekdays.size > 1) return false
  const { spacing } = rules ?? {}
  if (!spacing) return patterns.includes(bits)
  if (days.length !== spacing.visits) return false
  const gaps = gapsAfter(instance, days)
  const bound = spacing.wraps ? gaps : gaps.slice(0, -1)
  const { lastBefore } = spacing
  if (lastBefore !== undefined)
    bound.push(lastBefore + dateOf(instance, days[0]!) - dateOf(instance, 1))
  return bound.every((gap) => within(gap, spacing))
}

function servicesOn(
  instance: RoutingInstance,
  { service, rules }: RoutingCustomer,
  days: readonly number[],
): number[] {
  const { serviceByGap, spacing } = rules ?? {}
  if (!serviceByGap) return days.map(() => service)
  const gaps = gapsAfter(instance, days)
  return days.map((day, k) => {
    let gap = gaps[k - 1] ?? spacing?.maxGap ?? Infinity
    if (k === 0 && spacing?.wraps) gap = gaps.at(-1)!
    if (k === 0 && spacing?.lastBefore !== undefined)
      gap = spacing.lastBefore + dateOf(instance, day) - dateOf(instance, 1)
    const reached = serviceByGap.filter((step) => step.gap <= gap)
    return reached.at(-1)?.service ?? service
  })
}

/** Whether the days of customers that share a spacing keep it. */
export function unionsHold(
  instance: RoutingInstance,
  daysOf: (customer: number) => readonly number[],
): boolean {
  return (instance.unions ?? []).every((union) => {
    const members = instance.customers.flatMap((c, k) =>
      union.customers.includes(c.id) ? [k] : [],
    )
    const days = [...new Set(members.flatMap(daysOf))].sort((a, b) => a - b)
    const gaps = gapsAfter(instance, days)
    const all = members.every((k) => daysOf(k).length > 0)
    const bound = { ...union, maxGap: all ? union.maxGap : Infinity }
    return (union.wraps ? gaps : gaps.slice(0, -1)).every((gap) => within(gap, bound))
  })
}
