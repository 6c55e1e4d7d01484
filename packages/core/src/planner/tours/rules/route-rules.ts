import { arcs } from './arcs.ts'
import { drivingLimit } from './driving-limit.ts'
import { drivingRest } from './driving-rest.ts'
import type { RouteRule } from './rule.ts'
import { shift } from './shift.ts'

/** The hard rules of one tour, in the order in which they are reported. */
export const routeRules: readonly RouteRule[] = [arcs, shift, drivingLimit, drivingRest]
