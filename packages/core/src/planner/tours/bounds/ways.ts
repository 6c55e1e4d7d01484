import { arcLength } from '../../../plan/arc-length.ts'
import type { RoutingFleet, RoutingInstance } from '../../../plan/routing.ts'

/** Lengths and times between places: depots first, then customers; Infinity where there is no way. */
export interface Ways {
  length(from: number, to: number): number
  time(from: number, to: number): number
}

const open = (value: number | undefined) => (value === undefined || value < 0 ? Infinity : value)

/** The ways of an instance without `travel`, or of one of its matrices. */
export function waysOf(instance: RoutingInstance, travel: number): Ways {
  const given = instance.travel?.[travel]
  if (given)
    return {
      length: (from, to) => open(given.lengths[from]?.[to]),
      time: (from, to) => open(given.times[from]?.[to]),
    }
  const { matrix, durations, convention } = instance
  const places = [...instance.depots, ...instance.customers]
  const round = arcLength[convention]
  const straight = (from: number, to: number) =>
    round(Math.hypot(places[from]!.x - places[to]!.x, places[from]!.y - places[to]!.y))
  const length = matrix ? (from: number, to: number) => open(matrix[from]?.[to]) : straight
  const time = durations ? (from: number, to: number) => open(durations[from]?.[to]) : length
  return { length, time }
}

/** Which matrix of `travel` the fleet takes on the k-th of its days. */
export const travelOn = (fleet: RoutingFleet, k: number): number => {
  const chosen = fleet.rules?.travel ?? 0
  return typeof chosen === 'number' ? chosen : (chosen[k] ?? 0)
}

/** Ways by which a vehicle may go by one of the `stations` too, where that is shorter: never longer than the truth. */
export function waysBy(ways: Ways, stations: readonly number[]): Ways {
  if (stations.length === 0) return ways
  const by = (reach: Ways['length']) => (from: number, to: number) =>
    stations.reduce(
      (least, place) => Math.min(least, reach(from, place) + reach(place, to)),
      reach(from, to),
    )
  return { length: by(ways.length), time: by(ways.time) }
}
