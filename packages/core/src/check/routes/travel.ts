import type {
  ArcConvention,
  RoutingCustomer,
  RoutingDepot,
  RoutingFleet,
  RoutingInstance,
} from '../../plan/routing.ts'

/** Lengths and travel times between places: depots first, then customers, in the order of the instance. */
export interface Travel {
  length(from: number, to: number): number
  time(from: number, to: number): number
  /** Whether there is a way at all. */
  way(from: number, to: number): boolean
}

/** A Euclidean distance as the family writes it down. */
const rounded: Record<ArcConvention, (d: number) => number> = {
  float: (d) => d,
  round: (d) => Math.floor(d + 0.5),
  trunc10: (d) => Math.floor(d * 10) / 10,
  trunc100: (d) => Math.floor(d * 100) / 100,
  exact1000: (d) => Math.round(d * 1000) / 1000,
}

/** Depots first, then customers; looked up one by one, as a list for each route would cost a large instance minutes. */
export const placeAt = (
  { depots, customers }: RoutingInstance,
  place: number,
): RoutingDepot | RoutingCustomer => depots[place] ?? customers[place - depots.length]!

/** How a fleet travels on one of its days. A leg without a way has no length and takes no time; `way` tells. */
export function travelOf(instance: RoutingInstance, fleet: RoutingFleet, day: number): Travel {
  const { length, time, way } = matrices(instance, fleet, day)
  return {
    length: (from, to) => (from === to ? 0 : length(from, to)),
    time: (from, to) => (from === to ? 0 : time(from, to)),
    way: (from, to) => from === to || way(from, to),
  }
}

function matrices(instance: RoutingInstance, fleet: RoutingFleet, day: number): Travel {
  const { travel } = instance
  if (!travel) return { ...literature(instance), way: () => true }
  const choice = fleet.rules?.travel ?? 0
  const which = typeof choice === 'number' ? choice : (choice[fleet.days.indexOf(day)] ?? 0)
  const { lengths, times } = travel[which]!
  const way = (from: number, to: number) => lengths[from]![to]! >= 0 && times[from]![to]! >= 0
  return {
    length: (from, to) => (way(from, to) ? lengths[from]![to]! : 0),
    time: (from, to) => (way(from, to) ? times[from]![to]! : 0),
    way,
  }
}

function literature(instance: RoutingInstance): Omit<Travel, 'way'> {
  const { matrix, durations } = instance
  const convention = rounded[instance.convention]
  const straight = (from: number, to: number) => {
    const [a, b] = [placeAt(instance, from), placeAt(instance, to)]
    return convention(Math.hypot(a.x - b.x, a.y - b.y))
  }
  const length = matrix ? (from: number, to: number) => matrix[from]![to]! : straight
  const time = durations ? (from: number, to: number) => durations[from]![to]! : length
  return { length, time }
}
