import { type Finding, finding } from '../../kernel/finding.ts'
import type { RouteOnDay } from './route-on-day.ts'

/** Most customers a day. */
export function checkMostStops({ name, rules, visited }: RouteOnDay): Finding[] {
  const limit = rules.maxStops ?? Infinity
  if (visited.length <= limit) return []
  return [finding('route-stops-too-many', {}, { route: name, stops: visited.length, limit })]
}
