import type { RouteRule } from './rule.ts'

/** Every leg must have an open road that the vehicle can drive in the state of the day. */
export const arcs: RouteRule = {
  id: 'arcs',
  reason: 'unreachable',
  broken: (totals) => !totals.reachable,
}
