import type { RoutingInstance } from '../../../plan/routing.ts'
import { cutEvenly } from './cut-evenly.ts'
import { homeDepots, weightsOf } from './home-depots.ts'
import type { Part, PartFleet } from './part.ts'
import { type Positions, positionsOf } from './positions.ts'

/**
 * Cuts an instance that has no routes yet: around each depot by angle and distance, small depots together with their
 * neighbours, into parts of about `size` customers. Vehicles are dealt out like cards, and a part has load to carry as it has
 * vehicles.
 */
export function cutByPlace(instance: RoutingInstance, size: number): Part[] {
  const positions = positionsOf(instance)
  const weight = weightsOf(instance)
  const home = homeDepots(instance, positions, weight)
  const members: number[][] = instance.depots.map(() => [])
  for (let c = 0; c < home.length; c++) members[home[c]!]!.push(c)
  return depotGroups(instance, positions, members, size).flatMap((depots) => {
    const customers = depots.flatMap((d) => members[d]!).sort((a, b) => a - b)
    if (customers.length === 0) return []
    const pieces = depots.length > 1 ? 1 : Math.max(1, Math.round(customers.length / size))
    const fleets = dealVehicles(instance, depots, pieces)
    const rooms = fleets.map((list) => roomOf(instance, list))
    if (pieces === 1) return [newPart(customers, fleets[0]!)]
    const points = aroundDepot(instance, positions, depots[0]!, customers, weight)
    return cutEvenly(points, rooms).flatMap((piece, k) =>
      piece.length > 0
        ? [
            newPart(
              piece.map((m) => customers[m]!),
              fleets[k]!,
            ),
          ]
        : [],
    )
  })
}

const newPart = (customers: number[], fleets: PartFleet[]): Part => ({
  customers,
  fleets,
  held: new Map(),
  routes: [],
})

/** Depots with few customers join the nearest ones of their kind up to the size of a part. */
function depotGroups(
  instance: RoutingInstance,
  positions: Positions,
  members: readonly (readonly number[])[],
  size: number,
): number[][] {
  const groups: number[][] = []
  let small = [...instance.depots.keys()].filter((d) => {
    if (members[d]!.length < size / 2) return true
    groups.push([d])
    return false
  })
  while (small.length > 0) {
    const first = small[0]!
    const way = (d: number) =>
      Math.hypot(positions.x[d]! - positions.x[first]!, positions.y[d]! - positions.y[first]!)
    const near = [...small].sort((a, b) => way(a) - way(b) || a - b)
    let count = 0
    const group: number[] = []
    for (const d of near) {
      if (count > 0 && count + members[d]!.length > size) break
      group.push(d)
      count += members[d]!.length
    }
    groups.push(group.sort((a, b) => a - b))
    small = small.filter((d) => !group.includes(d))
  }
  return groups.sort((a, b) => a[0]! - b[0]!)
}

/** Every vehicle goes to one piece, day by day in turn; no more pieces than the poorest day has vehicles. */
function dealVehicles(
  instance: RoutingInstance,
  depots: readonly number[],
  pieces: number,
): PartFleet[][] {
  const cards = instance.fleets.flatMap(({ days, depot, vehicles }, fleet) =>
    depots.includes(depot) ? days.map((day) => ({ fleet, day, vehicles })) : [],
  )
  const daily = new Map<number, number>()
  for (const { day, vehicles } of cards) daily.set(day, (daily.get(day) ?? 0) + vehicles.length)
  const hands = Math.max(1, Math.min(pieces, ...daily.values()))
  const next = new Map<number, number>()
  const dealt: PartFleet[][] = Array.from({ length: hands }, () => [])
  for (const { fleet, day, vehicles } of cards) {
    const first = next.get(day) ?? 0
    next.set(day, first + vehicles.length)
    const own = dealt.map((): number[] => [])
    for (const [k, vehicle] of vehicles.entries()) own[(first + k) % hands]!.push(vehicle)
    own.forEach((list, k) => {
      if (list.length > 0) dealt[k]!.push({ fleet, day, vehicles: list })
    })
  }
  return dealt
}

const roomOf = (instance: RoutingInstance, fleets: readonly PartFleet[]): number =>
  fleets.reduce((sum, { fleet, vehicles }) => {
    const { capacity } = instance.fleets[fleet]!
    return sum + vehicles.length * (Number.isFinite(capacity) ? capacity : 1)
  }, 0)

/** Angle (as the arc at mean distance, counted from the widest gap) and distance as seen from the depot. */
function aroundDepot(
  instance: RoutingInstance,
  { x, y }: Positions,
  depot: number,
  customers: readonly number[],
  weights: Float64Array,
) {
  const at = customers.map((c) => instance.depots.length + c)
  const distance = Float64Array.from(at, (p) => Math.hypot(x[p]! - x[depot]!, y[p]! - y[depot]!))
  const angle = Float64Array.from(at, (p) => Math.atan2(y[p]! - y[depot]!, x[p]! - x[depot]!))
  const sorted = angle.slice().sort()
  let widest = 2 * Math.PI - (sorted.at(-1)! - sorted[0]!)
  let start = sorted[0]!
  for (let k = 1; k < sorted.length; k++)
    if (sorted[k]! - sorted[k - 1]! > widest) {
      widest = sorted[k]! - sorted[k - 1]!
      start = sorted[k]!
    }
  const mean = distance.reduce((a, b) => a + b, 0) / customers.length
  return {
    x: angle.map((a) => (a >= start ? a - start : a - start + 2 * Math.PI) * mean),
    y: distance,
    weight: Float64Array.from(customers, (c) => weights[c]!),
  }
}
