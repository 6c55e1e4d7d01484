import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingCustomer, RoutingInstance } from '../../plan/routing.ts'
import { dayOffset, distinctDays, type Visit } from './days.ts'

/** All visits on one weekday, where that is asked for: whole weeks between them. */
export function checkSameWeekday(
  instance: RoutingInstance,
  { id, rules }: RoutingCustomer,
  visits: readonly Visit[],
): Finding[] {
  if (!rules?.sameWeekday) return []
  const days = distinctDays(visits)
  const weekdays = new Set(days.map((day) => dayOffset(instance, day) % 7))
  if (weekdays.size <= 1) return []
  return [finding('customer-weekdays-differ', {}, { id, days: days.join(' ') })]
}
