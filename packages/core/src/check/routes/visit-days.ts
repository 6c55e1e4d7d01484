import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingCustomer, RoutingInstance } from '../../plan/routing.ts'
import type { Spacing } from '../../plan/routing-rules.ts'
import { distinctDays, gapsOf, type Visit } from './days.ts'
import { exceeds } from './tolerance.ts'

/** The days on which one customer is visited, against its patterns or its spacing. */
export function checkVisitDays(
  instance: RoutingInstance,
  customer: RoutingCustomer,
  visits: readonly Visit[],
): Finding[] {
  const { id, optional, rules } = customer
  if (visits.length === 0) return optional ? [] : [finding('customer-unserved', {}, { id })]
  const days = distinctDays(visits)
  const twice = days
    .filter((day) => visits.filter((v) => v.day === day).length > 1)
    .map((day) => finding('customer-twice-a-day', {}, { id, day }))
  if (rules?.spacing) return [...twice, ...checkSpacing(instance, id, rules.spacing, days)]
  const pattern = days.reduce((sum, day) => sum + 2 ** (instance.days - day), 0)
  if (customer.patterns.includes(pattern)) return twice
  return [...twice, finding('customer-days-wrong', {}, { id, days: days.join(' ') })]
}

function checkSpacing(
  instance: RoutingInstance,
  id: number,
  spacing: Spacing,
  days: readonly number[],
): Finding[] {
  const { visits: want, minGap: min, maxGap: max } = spacing
  const findings: Finding[] = []
  if (days.length !== want)
    findings.push(finding('customer-visits-wrong', {}, { id, have: days.length, want }))
  for (const { day, gap } of gapsOf(instance, days, spacing))
    if (exceeds(gap, max) || exceeds(min, gap))
      findings.push(finding('customer-gap-wrong', {}, { id, day, gap, min, max }))
  return findings
}
