import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingCustomer } from '../../plan/routing.ts'
import type { PlannedVisit } from '../../plan/routing-rules.ts'
import type { Visit } from './days.ts'

/** Whether a visit is the planned one: its day, and its vehicle where one is named. */
const keeps = (visit: Visit, { day, vehicle }: PlannedVisit): boolean =>
  visit.day === day &&
  (!vehicle || (vehicle.depot === visit.depot && vehicle.number === visit.vehicle))

/** Visits that must be and aren't. */
export function checkLocked({ id, rules }: RoutingCustomer, visits: readonly Visit[]): Finding[] {
  return (rules?.locked ?? [])
    .filter((planned) => !visits.some((visit) => keeps(visit, planned)))
    .map(({ day }) => finding('customer-locked-missed', {}, { id, day }))
}

/** Published visits that aren't kept and visits that weren't published. */
export function changesOf({ rules }: RoutingCustomer, visits: readonly Visit[]): number {
  const published = rules?.published
  if (!published) return 0
  const lost = published.filter((planned) => !visits.some((visit) => keeps(visit, planned)))
  const added = visits.filter((visit) => !published.some((planned) => keeps(visit, planned)))
  return lost.length + added.length
}
