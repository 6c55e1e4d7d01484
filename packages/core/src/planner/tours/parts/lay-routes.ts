import type { RoutingInstance, RoutingRoute } from '../../../plan/routing.ts'
import type { PackedInstance } from '../search/packed-instance.ts'
import type { Snapshot } from '../search/snapshot.ts'

/**
 * Routes as the search holds them, with their cost, so that a search can go on from them; customers on no route are left out.
 * Null where a route's vehicle is not among those the search keeps, or a customer's days are not among its patterns.
 */
export function layRoutes(
  packed: PackedInstance,
  instance: RoutingInstance,
  routes: readonly RoutingRoute[],
): Snapshot | null {
  const slots = new Map<string, number>()
  packed.routeDay.forEach((day, r) => {
    slots.set(`${day + 1}/${packed.routeDepot[r]! + 1}/${packed.routeVehicle[r]}`, r)
  })
  const numberOf = new Map(instance.customers.map((c, k) => [c.id, k]))
  const width = packed.depots + packed.customers
  const daysOf = new Int32Array(packed.customers)
  const laid: number[] = []
  let cost = routes.length * packed.routeCost
  for (const route of routes) {
    const slot = slots.get(`${route.day}/${route.depot}/${route.vehicle}`)
    if (slot === undefined) return null
    const stops = route.stops.map((id) => numberOf.get(id)!)
    laid.push(slot, stops.length)
    let at = packed.routeDepot[slot]!
    for (const c of stops) {
      laid.push((route.day - 1) * packed.customers + c)
      daysOf[c]! |= 1 << (route.day - 1)
      cost += packed.dist[at * width + packed.depots + c]!
      at = packed.depots + c
    }
    cost += packed.dist[at * width + packed.routeDepot[slot]!]!
  }
  const chosen = Int32Array.from(daysOf, (days, c) => {
    if (days === 0) return -1
    for (let p = packed.patternFrom[c]!; p < packed.patternFrom[c + 1]!; p++)
      if (packed.pattern[p] === days) return p
    return -2
  })
  if (chosen.includes(-2)) return null
  chosen.forEach((pattern, c) => {
    if (pattern === -1) cost += packed.absence[c]!
  })
  return { cost, routes: Int32Array.from(laid), chosen }
}
