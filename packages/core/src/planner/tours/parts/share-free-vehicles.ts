import type { RoutingInstance, RoutingRoute } from '../../../plan/routing.ts'
import type { PartFleet } from './part.ts'
import type { Positions } from './positions.ts'

interface Holder {
  routes: readonly RoutingRoute[]
  /** Indices of customers left out. */
  absent: readonly number[]
}

/** A part may open this many routes beyond those it has: more never paid, and memory grows with them. */
const spare = (used: number): number => 1 + Math.ceil(used / 4)

/**
 * Vehicles by part: each keeps those of its routes, listed first, and those that stand idle on a day are dealt in turns to
 * the parts that have routes from their depot, or customers left out near it, until none wants more.
 */
export function shareFreeVehicles(
  instance: RoutingInstance,
  positions: Positions,
  holders: readonly Holder[],
): PartFleet[][] {
  const shares: PartFleet[][] = holders.map(() => [])
  const known = holders.map((h) => depotsKnown(instance, positions, h))
  const users = usersOf(holders)
  let turn = 0
  instance.fleets.forEach(({ days, depot, vehicles }, fleet) => {
    for (const day of days) {
      const own = holders.map((): number[] => [])
      const idle: number[] = []
      for (const vehicle of vehicles) {
        const user = users.get(slotName(day, depot, vehicle))
        if (user === undefined) idle.push(vehicle)
        else own[user]!.push(vehicle)
      }
      const wants = own.map((list, k) =>
        list.length > 0 || known[k]!.has(depot) ? list.length + spare(list.length) : 0,
      )
      let waiting = wants.reduce((sum, want, k) => sum + want - own[k]!.length, 0)
      for (let k = 0; k < idle.length && waiting > 0; turn++) {
        const holder = turn % holders.length
        if (own[holder]!.length >= wants[holder]!) continue
        own[holder]!.push(idle[k++]!)
        waiting -= 1
      }
      own.forEach((list, k) => {
        if (list.length > 0) shares[k]!.push({ fleet, day, vehicles: list })
      })
    }
  })
  return shares
}

const slotName = (day: number, depot: number, vehicle: number): string =>
  `${day}/${depot}/${vehicle}`

function usersOf(holders: readonly Holder[]): Map<string, number> {
  const users = new Map<string, number>()
  holders.forEach(({ routes }, k) => {
    for (const { day, depot, vehicle } of routes) users.set(slotName(day, depot - 1, vehicle), k)
  })
  return users
}

/** Depots of a part's routes, and for each customer left out the two nearest. */
function depotsKnown(
  instance: RoutingInstance,
  { x, y }: Positions,
  { routes, absent }: Holder,
): Set<number> {
  const known = new Set(routes.map((r) => r.depot - 1))
  const depots = [...new Set(instance.fleets.map((f) => f.depot))]
  for (const c of absent) {
    const at = instance.depots.length + c
    const way = (d: number) => Math.hypot(x[at]! - x[d]!, y[at]! - y[d]!)
    const near = [...depots].sort((a, b) => way(a) - way(b) || a - b)
    for (const d of near.slice(0, 2)) known.add(d)
  }
  return known
}
