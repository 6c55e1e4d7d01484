import type { RideRoads } from './ride-roads.ts'

/** Driving of a run out and home, if it may be driven in that order; infinite where a leg is missing. */
export interface Driving {
  seconds: number
  metres: number
}

/** Driving by the order of picking up, given as indices into the places. */
export type DrivingOf = (order: readonly number[]) => Driving

/**
 * The legs among a few pick-ups, a depot and a site, read once, so that many orders of them can be compared cheaply;
 * the same ways as `timeRun` takes.
 */
export function runLegs(
  places: readonly string[],
  site: string,
  depot: string | null,
  { between, toSite }: RideRoads,
): DrivingOf {
  const n = places.length
  const [seconds, metres] = [new Float64Array(n * n), new Float64Array(n * n)]
  /** From and to the depot and the site, out and home together, for the first and the last pick-up. */
  const [firstSeconds, firstMetres] = [new Float64Array(n), new Float64Array(n)]
  const [lastSeconds, lastMetres] = [new Float64Array(n), new Float64Array(n)]
  const open = (s: number): number => (s < 0 ? Number.POSITIVE_INFINITY : s)
  for (const [k, place] of places.entries()) {
    for (const [l, other] of places.entries()) {
      seconds[k * n + l] = open(between.seconds(place, other))
      metres[k * n + l] = between.metres(place, other)
    }
    lastSeconds[k] = 2 * open(toSite.seconds(place, site))
    lastMetres[k] = 2 * toSite.metres(place, site)
    if (depot === null) continue
    firstSeconds[k] = open(between.seconds(depot, place)) + open(between.seconds(place, depot))
    firstMetres[k] = between.metres(depot, place) + between.metres(place, depot)
  }
  return (order) => {
    const [first, last] = [order[0]!, order.at(-1)!]
    const found = {
      seconds: firstSeconds[first]! + lastSeconds[last]!,
      metres: firstMetres[first]! + lastMetres[last]!,
    }
    for (let k = 1; k < order.length; k++) {
      const [a, b] = [order[k - 1]!, order[k]!]
      found.seconds += seconds[a * n + b]! + seconds[b * n + a]!
      found.metres += metres[a * n + b]! + metres[b * n + a]!
    }
    return found
  }
}
