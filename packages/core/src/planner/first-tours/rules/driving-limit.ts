import type { RouteRule } from './rule.ts'

/** Driving of the whole day within the vehicle's limit (inclusive). */
export const drivingLimit: RouteRule = {
  id: 'driving-limit',
  reason: 'too-far',
  broken: (totals, vehicle) => totals.driveSeconds > vehicle.driveLimitSeconds,
}
