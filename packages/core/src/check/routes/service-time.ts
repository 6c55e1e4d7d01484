import type { RoutingCustomer, RoutingInstance } from '../../plan/routing.ts'
import { distinctDays, gapsOf, type Visit } from './days.ts'

/** How long service takes on a day, by the calendar days since the visit before. */
export function serviceTime(
  instance: RoutingInstance,
  customer: RoutingCustomer,
  visits: readonly Visit[],
  day: number,
): number {
  const steps = customer.rules?.serviceByGap
  if (!steps) return customer.service
  const gap = gapBefore(instance, customer, visits, day)
  return steps.findLast((step) => step.gap <= gap)?.service ?? customer.service
}

function gapBefore(
  instance: RoutingInstance,
  customer: RoutingCustomer,
  visits: readonly Visit[],
  day: number,
): number {
  const spacing = customer.rules?.spacing
  if (!spacing)
    return gapsOf(instance, distinctDays(visits), {}).find((g) => g.day === day)?.gap ?? Infinity
  const { lastBefore, wraps } = spacing
  // Only the first visit has two candidates; the known last visit goes before the one of a repeated period.
  const rule = lastBefore === undefined ? { wraps: wraps ?? false } : { lastBefore }
  const found = gapsOf(instance, distinctDays(visits), rule).find((g) => g.day === day)
  return found?.gap ?? spacing.maxGap
}
