import type { RouteRule } from './rule.ts'

/** No more than four hours at the wheel without a rest of twenty minutes.
 *  Source: Regulation on the Implementation of the Road Traffic Safety Law, article 62(7). */
export const MAX_DRIVE_WITHOUT_REST_SECONDS = 4 * 3600
export const REST_SECONDS = 20 * 60

/**
 * A stop of twenty minutes or more rests the driver, as nearly all stops do. A route that drives
 * longer between two such stops is refused, so the search splits it; no roadside rest is invented.
 */
export const drivingRest: RouteRule = {
  id: 'driving-rest',
  reason: 'too-far',
  broken: (totals) => totals.longestDriveSeconds > MAX_DRIVE_WITHOUT_REST_SECONDS,
}
