import type { TourVehicle } from '../problem.ts'
import { arcs } from './arcs.ts'
import { drivingLimit } from './driving-limit.ts'
import { drivingRest } from './driving-rest.ts'
import type { RouteRule, RouteTotals } from './rule.ts'
import { shift } from './shift.ts'

/** The hard rules of one tour, in the order in which they are reported. */
export const routeRules: readonly RouteRule[] = [arcs, shift, drivingLimit, drivingRest]

/** The first rule that a route breaks, or null. */
export function brokenRule(totals: RouteTotals, vehicle: TourVehicle): RouteRule | null {
  for (let k = 0; k < routeRules.length; k++) {
    const rule = routeRules[k]!
    if (rule.broken(totals, vehicle)) return rule
  }
  return null
}
