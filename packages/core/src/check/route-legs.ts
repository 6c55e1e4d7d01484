import type { ArcConvention, RoutingInstance } from '../plan/routing.ts'

/** Lengths and travel times between places: depots first, then customers, in the order of the instance. */
export interface Leg {
  length(from: number, to: number): number
  time(from: number, to: number): number
}

/** A Euclidean distance as the family writes it down. */
const rounded: Record<ArcConvention, (d: number) => number> = {
  float: (d) => d,
  round: (d) => Math.floor(d + 0.5),
  trunc10: (d) => Math.floor(d * 10) / 10,
  trunc100: (d) => Math.floor(d * 100) / 100,
  exact1000: (d) => Math.round(d * 1000) / 1000,
}

export function legs(instance: RoutingInstance): Leg {
  const places = [...instance.depots, ...instance.customers]
  const { matrix, durations } = instance
  const convention = rounded[instance.convention]
  const straight = (from: number, to: number) =>
    convention(Math.hypot(places[from]!.x - places[to]!.x, places[from]!.y - places[to]!.y))
  const length = matrix ? (from: number, to: number) => matrix[from]![to]! : straight
  const time = durations ? (from: number, to: number) => durations[from]![to]! : length
  return { length, time }
}
