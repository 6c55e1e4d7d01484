import { dayNumber } from '../../kernel/calendar.ts'
import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import type { Whereabouts } from './whereabouts.ts'

/** Patterns are bits of a number; a longer horizon is written by spacing. */
export const mostPatternDays = 30

/** Day k of t is the bit 2^(t-k). */
export const isPattern = (pattern: number, days: number): boolean =>
  Number.isInteger(pattern) && pattern > 0 && pattern < 2 ** days

/** Calendar day of each day of the horizon; the first is 0. */
export const calendarOf = ({ days, dates }: RoutingInstance): number[] =>
  Array.from({ length: days }, (_, k) =>
    dates?.[k] ? dayNumber(dates[k]) - dayNumber(dates[0]!) : k,
  )

/** Calendar days from the first day of this period to the first of the next. */
export const periodOf = (instance: RoutingInstance): number =>
  instance.periodDays ?? (calendarOf(instance).at(-1) ?? 0) + 1

/** Days that lie outside the horizon, or don't rise. */
export function checkDays(
  days: readonly number[] | undefined,
  horizon: number,
  at: Place,
  field: string,
): Finding[] {
  const outside = (days ?? []).filter((day) => day < 1 || day > horizon)
  const findings = outside.map((day) =>
    finding('instance-day-outside', at, { field, day, days: horizon }),
  )
  if (days?.some((day, k) => k > 0 && day <= days[k - 1]!))
    findings.push(finding('instance-not-ascending', at, { field }))
  return findings
}

/** Dates, the period, and unions of customers. */
export function checkHorizon(instance: RoutingInstance, { file }: Whereabouts): Finding[] {
  const { days, dates, periodDays, unions = [] } = instance
  const findings: Finding[] = []
  const at = (path: string) => ({ file, path })
  if (dates && dates.length !== days)
    findings.push(
      finding('instance-count-differs', at('dates'), {
        what: 'dates',
        want: days,
        have: dates.length,
      }),
    )
  else if (dates?.some((date, k) => k > 0 && date <= dates[k - 1]!))
    findings.push(finding('instance-not-ascending', at('dates'), { field: 'dates' }))
  const want = (calendarOf(instance).at(-1) ?? 0) + 1
  if (periodDays !== undefined && periodDays < want)
    findings.push(finding('instance-period-short', at('periodDays'), { periodDays, want }))
  const ids = new Set(instance.customers.map((c) => c.id))
  unions.forEach(({ customers, minGap, maxGap }, k) => {
    for (const id of customers)
      if (!ids.has(id))
        findings.push(finding('instance-id-unknown', at(`unions.${k}`), { what: 'customers', id }))
    if (maxGap < minGap)
      findings.push(finding('instance-gaps-empty', at(`unions.${k}`), { minGap, maxGap }))
  })
  return findings
}
