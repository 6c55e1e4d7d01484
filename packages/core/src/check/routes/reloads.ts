import { type Finding, finding } from '../../kernel/finding.ts'
import type { RouteRun, RoutingInstance } from '../../plan/routing.ts'
import type { RouteOnDay } from './route-on-day.ts'

/** Reloads where the fleet may, and not too often. */
export function checkReloads(
  instance: RoutingInstance,
  { name, rules }: RouteOnDay,
  run: RouteRun,
): Finding[] {
  const reloads = run.pauses?.filter((p) => p.kind === 'reload') ?? []
  const findings = reloads
    .filter((p) => !rules.reload?.at.includes(p.depot!))
    .map((p) => {
      const place = instance.depots[p.depot!]!.id
      return finding('route-reload-elsewhere', {}, { route: name, place })
    })
  const limit = rules.reload?.most ?? Infinity
  if (reloads.length > limit) {
    const facts = { route: name, reloads: reloads.length, limit }
    findings.push(finding('route-reloads-too-many', {}, facts))
  }
  return findings
}
