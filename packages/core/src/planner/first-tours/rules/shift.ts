import type { RouteRule } from './rule.ts'

/** From leaving the depot to being back: driving and service within the shift (inclusive). */
export const shift: RouteRule = {
  id: 'shift',
  reason: 'too-far',
  broken: (totals, vehicle) => totals.driveSeconds + totals.serviceSeconds > vehicle.shiftSeconds,
}
