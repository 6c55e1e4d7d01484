import type { TourVehicle } from '../problem.ts'

/** What a route adds up to, depot to depot, in one road state. */
export interface RouteTotals {
  /** False when an arc of it has no way; the other figures then mean nothing. */
  reachable: boolean
  driveSeconds: number
  metres: number
  serviceSeconds: number
  /** Longest driving without a rest; a stop of `REST_SECONDS` or more is a rest. */
  longestDriveSeconds: number
}

/** A hard rule on one tour: what it forbids, and what to say when a stop fails by it. */
export interface RouteRule {
  id: 'arcs' | 'shift' | 'driving-limit' | 'driving-rest'
  reason: 'too-far' | 'unreachable'
  broken(totals: RouteTotals, vehicle: TourVehicle): boolean
}
