import type { TourTravel } from './problem.ts'
import { REST_SECONDS } from './rules/driving-rest.ts'
import type { RouteTotals } from './rules/rule.ts'

const NO_WAY: RouteTotals = {
  reachable: false,
  driveSeconds: 0,
  metres: 0,
  serviceSeconds: 0,
  longestDriveSeconds: 0,
}

/** The inputs of `measureRoute` that stay the same over many routes. */
export interface RouteGround {
  /** Number of places: the row length of the travel arrays. */
  places: number
  /** Place and service time by stop. */
  place: Int32Array
  service: Int32Array
}

/** Adds up depot → stops in order → depot. Integers; O(stops). */
export function measureRoute(
  ground: RouteGround,
  travel: TourTravel,
  depot: number,
  stops: readonly number[],
): RouteTotals {
  const { places, place, service } = ground
  const { seconds, metres } = travel
  let at = depot
  let drive = 0
  let length = 0
  let served = 0
  let run = 0
  let longest = 0
  for (let k = 0; k <= stops.length; k++) {
    const next = k < stops.length ? place[stops[k]!]! : depot
    const leg = at * places + next
    const time = seconds[leg]!
    if (time < 0) return NO_WAY
    drive += time
    run += time
    length += metres[leg]!
    if (run > longest) longest = run
    if (k < stops.length) {
      const stay = service[stops[k]!]!
      served += stay
      if (stay >= REST_SECONDS) run = 0
    }
    at = next
  }
  return {
    reachable: true,
    driveSeconds: drive,
    metres: length,
    serviceSeconds: served,
    longestDriveSeconds: longest,
  }
}
