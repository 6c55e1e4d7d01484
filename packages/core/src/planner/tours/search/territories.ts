import type { Random } from '../../../kernel/random.ts'
import type { PackedInstance } from './packed-instance.ts'
import { emptySnapshot, type Snapshot, snapshotCost } from './snapshot.ts'

/** Which island alone may change which route slots, and bring in which customers that are left out, until the next meeting. */
export interface Territories {
  ofRoute: Int32Array
  ofCustomer: Int32Array
}

/** Below this many customers islands search the whole each; above it half of the routes is worth more than diversity. */
const leastCustomers = 300

/**
 * Whether several islands may search a territory each. Days would tie territories together by the customers that come
 * on several of them; an incomplete solution needs all vehicles at hand.
 */
export const mayDivide = (instance: PackedInstance, best: Snapshot, islands: number): boolean =>
  islands > 1 &&
  instance.days === 1 &&
  instance.customers >= leastCustomers &&
  instance.profit === 0 &&
  best.chosen.every((pattern) => pattern !== -1) &&
  countRoutes(best) >= 4 * islands

const countRoutes = ({ routes }: Snapshot): number => {
  let count = 0
  for (let at = 0; at < routes.length; at += 2 + routes[at + 1]!) count += 1
  return count
}

/**
 * Divides the routes into territories of about as many visits, by their distance from a customer drawn at random: neighbours mostly
 * stay together, and every draw has other borders. Unused slots and customers left out go round.
 */
export function drawTerritories(
  instance: PackedInstance,
  present: Snapshot,
  islands: number,
  random: Random,
): Territories {
  const { customers, depots, dist } = instance
  const row = (depots + random.below(customers)) * (depots + customers)
  const order: { r: number; size: number; away: number }[] = []
  for (let at = 0; at < present.routes.length; at += 2 + present.routes[at + 1]!) {
    const size = present.routes[at + 1]!
    let away = 0
    for (let k = 0; k < size; k++)
      away += dist[row + depots + (present.routes[at + 2 + k]! % customers)]!
    order.push({ r: present.routes[at]!, size, away: away / size })
  }
  order.sort((a, b) => a.away - b.away || a.r - b.r)
  const visits = order.reduce((sum, { size }) => sum + size, 0)
  const ofRoute = Int32Array.from(instance.routeDay, (_, r) => r % islands)
  const ofCustomer = Int32Array.from({ length: customers }, (_, c) => c % islands)
  let before = 0
  for (const { r, size } of order) {
    ofRoute[r] = Math.min(islands - 1, Math.floor(((before + size / 2) * islands) / visits))
    before += size
  }
  for (let at = 0; at < present.routes.length; at += 2 + present.routes[at + 1]!)
    for (let k = 0; k < present.routes[at + 1]!; k++)
      ofCustomer[present.routes[at + 2 + k]! % customers] = ofRoute[present.routes[at]!]!
  return { ofRoute, ofCustomer }
}

/** One solution of each island's own territory. The cost is that of the whole, without what limits are broken. */
export function joinTerritories(
  instance: PackedInstance,
  territories: Territories,
  found: readonly Snapshot[],
): Snapshot {
  const joined = emptySnapshot(instance)
  const routes: number[] = []
  for (const [island, one] of found.entries()) {
    for (let at = 0; at < one.routes.length; at += 2 + one.routes[at + 1]!)
      if (territories.ofRoute[one.routes[at]!] === island)
        for (let k = 0; k < 2 + one.routes[at + 1]!; k++) routes.push(one.routes[at + k]!)
  }
  joined.routes = Int32Array.from(routes)
  for (let c = 0; c < instance.customers; c++)
    joined.chosen[c] = found[territories.ofCustomer[c]!]!.chosen[c]!
  joined.cost = snapshotCost(instance, joined)
  return joined
}
