import type { ArcConvention, RoutingFleet, RoutingInstance } from '../../plan/routing.ts'

/** Between places by index, depots first, then customers; -1 where there is no way. */
export interface TravelBetween {
  length(from: number, to: number): number
  time(from: number, to: number): number
}

const rounding: Record<ArcConvention, (length: number) => number> = {
  float: (d) => d,
  round: (d) => Math.floor(d + 0.5),
  trunc10: (d) => Math.floor(d * 10) / 10,
  trunc100: (d) => Math.floor(d * 100) / 100,
  exact1000: (d) => Math.round(d * 1000) / 1000,
}

/** Each way of travelling of an instance: its `travel`, or the one that matrices or coordinates give. */
export function travelsOf(instance: RoutingInstance): TravelBetween[] {
  const { matrix, durations, travel, depots, customers } = instance
  const look = (rows: readonly (readonly number[])[]) => (a: number, b: number) => rows[a]![b]!
  if (travel) return travel.map((t) => ({ length: look(t.lengths), time: look(t.times) }))
  const places = [...depots, ...customers]
  const round = rounding[instance.convention]
  const straight = (a: number, b: number) =>
    round(Math.hypot(places[a]!.x - places[b]!.x, places[a]!.y - places[b]!.y))
  const length = matrix ? look(matrix) : straight
  return [{ length, time: durations ? look(durations) : length }]
}

/** Index of the way of travelling of a fleet on a day. */
export function travelIndex({ days, rules }: RoutingFleet, day: number): number {
  const choice = rules?.travel ?? 0
  return typeof choice === 'number' ? choice : (choice[days.indexOf(day)] ?? 0)
}
