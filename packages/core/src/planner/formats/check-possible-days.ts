import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import type { RoutingCustomer, RoutingInstance } from '../../plan/routing.ts'
import type { ServableDays } from './able-fleets.ts'
import { calendarOf, isPattern, mostPatternDays, periodOf } from './check-horizon.ts'
import { spacingFits } from './spacing-fits.ts'
import { within } from './whereabouts.ts'

/** Answers once for each spacing and set of days: villages of a county share a few. */
export function spacingMemo(instance: RoutingInstance) {
  const calendar = calendarOf(instance)
  const period = periodOf(instance)
  const known = new Map<string, boolean>()
  return (customer: RoutingCustomer, days: readonly number[]): boolean => {
    const spacing = customer.rules!.spacing!
    const key = `${JSON.stringify(spacing)} ${days.join()}`
    const answer =
      known.get(key) ??
      spacingFits(
        spacing,
        days.map((day) => calendar[day - 1]!),
        period,
      )
    known.set(key, answer)
    return answer
  }
}

/** Whether the days on which it can be served hold one of its patterns, or its spacing. */
export function checkPossibleDays(
  customer: RoutingCustomer,
  instance: RoutingInstance,
  servable: ServableDays,
  fits: (customer: RoutingCustomer, days: readonly number[]) => boolean,
  at: Place,
): Finding[] {
  const { id, patterns, rules } = customer
  const days = servable(customer)?.filter((d) => d >= 1 && d <= instance.days)
  if (!days) return []
  if (rules?.spacing)
    return rules.spacing.maxGap < rules.spacing.minGap || fits(customer, days)
      ? []
      : [
          finding('instance-spacing-impossible', within(at, 'rules.spacing'), {
            id,
            visits: rules.spacing.visits,
            days: days.length,
          }),
        ]
  if (instance.days > mostPatternDays || !patterns.every((p) => isPattern(p, instance.days)))
    return []
  const open = days.reduce((bits, day) => bits + 2 ** (instance.days - day), 0)
  return patterns.length === 0 || patterns.some((pattern) => (pattern & ~open) === 0)
    ? []
    : [finding('instance-days-impossible', at, { id })]
}
