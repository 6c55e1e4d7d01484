import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { distinctDays, gapsOf, type Visits } from './days.ts'
import { exceeds } from './tolerance.ts'

/**
 * The days of several customers together, each day once, keep their spacing; the longest gap only where none of them is left
 * out.
 */
export function checkUnions(instance: RoutingInstance, visits: Visits): Finding[] {
  return (instance.unions ?? []).flatMap((union) => {
    const whole = union.customers.every((id) => visits.has(id))
    const { minGap: min } = union
    const max = whole ? union.maxGap : Infinity
    const days = distinctDays(union.customers.flatMap((id) => visits.get(id) ?? []))
    const ids = union.customers.join(' ')
    return gapsOf(instance, days, union)
      .filter(({ gap }) => exceeds(gap, max) || exceeds(min, gap))
      .map(({ day, gap }) => finding('customers-gap-wrong', {}, { ids, day, gap, min, max }))
  })
}
