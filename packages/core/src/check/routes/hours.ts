import { type Finding, finding } from '../../kernel/finding.ts'
import type { RouteRun } from '../../plan/routing.ts'
import type { RouteOnDay } from './route-on-day.ts'
import { exceeds } from './tolerance.ts'

/** It leaves and is back within the hours of its fleet, and those within its depot's. */
export function checkHours({ name, depot, rules }: RouteOnDay, run: RouteRun): Finding[] {
  const open = Math.max(depot.open, rules.open ?? -Infinity)
  const close = Math.min(depot.close, rules.close ?? Infinity)
  const { depart, finish } = run
  const findings: Finding[] = []
  if (exceeds(open, depart))
    findings.push(finding('route-leaves-too-early', {}, { route: name, depart, open }))
  if (exceeds(finish, close))
    findings.push(finding('route-back-too-late', {}, { route: name, arrive: finish, close }))
  return findings
}

/** The longest time out, waiting included. */
export function checkDuration({ name, fleet }: RouteOnDay, duration: number): Finding[] {
  if (!exceeds(duration, fleet.maxDuration)) return []
  return [finding('route-too-long', {}, { route: name, duration, limit: fleet.maxDuration })]
}
