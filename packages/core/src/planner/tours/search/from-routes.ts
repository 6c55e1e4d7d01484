import type { RoutingInstance, RoutingSolution } from '../../../plan/routing.ts'
import type { PackedInstance } from './packed-instance.ts'
import { emptySnapshot, type Snapshot } from './snapshot.ts'

/**
 * A solution in the words of the file as a place to start from. What the instance doesn't know or allow is left out of it,
 * customer by customer: unknown or repeated ones, days that are no pattern, windows that would break, routes without a vehicle.
 */
export function fromRoutes(
  packed: PackedInstance,
  instance: RoutingInstance,
  solution: RoutingSolution,
): Snapshot {
  const { customers } = packed
  const index = new Map(instance.customers.map((c, k) => [c.id, k]))
  const days = new Int32Array(customers)
  const wrong = new Uint8Array(customers)
  const taken = new Uint8Array(packed.routeDay.length)
  const laid: { slot: number; stops: number[] }[] = []
  for (const route of solution.routes) {
    const stops = route.stops.flatMap((id) => index.get(id) ?? [])
    const slot = slotFor(packed, taken, route.day - 1, route.depot - 1, route.vehicle)
    if (slot < 0) {
      for (const c of stops) wrong[c] = 1
      continue
    }
    taken[slot] = 1
    const bit = 1 << packed.routeDay[slot]!
    const kept = stops.filter((c) => {
      if (days[c]! & bit) return false
      days[c] = days[c]! | bit
      return true
    })
    const inTime = keepWindows(packed, slot, kept)
    for (const c of kept) if (!inTime.includes(c)) wrong[c] = 1
    laid.push({ slot, stops: inTime })
  }
  const found = emptySnapshot(packed)
  for (let c = 0; c < customers; c++)
    found.chosen[c] = wrong[c] === 1 ? -1 : patternOf(packed, c, days[c]!)
  const routes: number[] = []
  for (const { slot, stops } of laid) {
    const day = packed.routeDay[slot]! * customers
    const visits = stops.filter((c) => found.chosen[c] !== -1).map((c) => day + c)
    if (visits.length > 0) routes.push(slot, visits.length, ...visits)
  }
  found.routes = Int32Array.from(routes)
  return found
}

/** The vehicle's own slot on that day, or another unused one of its depot where there are fewer slots than vehicles. */
function slotFor(
  packed: PackedInstance,
  taken: Uint8Array,
  day: number,
  depot: number,
  vehicle: number,
): number {
  const { routeDay, routeDepot, routeVehicle } = packed
  let other = -1
  for (let r = 0; r < routeDay.length; r++) {
    if (taken[r] === 1 || routeDay[r] !== day || routeDepot[r] !== depot) continue
    if (routeVehicle[r] === vehicle) return r
    other = r
  }
  return other
}

/** The stops that can be reached in time, in order, with the way back. */
function keepWindows(packed: PackedInstance, slot: number, stops: readonly number[]): number[] {
  const { time, depots, customers, open, close, service, routeDepot } = packed
  const width = depots + customers
  const depot = routeDepot[slot]!
  let [place, clock] = [depot, open[depot]!]
  return stops.filter((c) => {
    const next = depots + c
    const start = Math.max(open[next]!, clock + time[place * width + next]!)
    const leave = start + service[next]!
    if (start > close[next]! || leave + time[next * width + depot]! > close[depot]!) return false
    place = next
    clock = leave
    return true
  })
}

function patternOf(packed: PackedInstance, c: number, days: number): number {
  const { pattern, patternFrom } = packed
  for (let p = patternFrom[c]!; p < patternFrom[c + 1]!; p++) if (pattern[p] === days) return p
  return -1
}
