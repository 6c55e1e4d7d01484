import type { RoutingInstance, RoutingRoute } from '../../../plan/routing.ts'
import { advance } from '../search/anneal.ts'
import { fromRoutes } from '../search/from-routes.ts'
import { type PackedInstance, packInstance } from '../search/packed-instance.ts'
import { type Snapshot, toRoutes } from '../search/snapshot.ts'
import { startSearch } from '../search/start-search.ts'

/** What a unit of load or time beyond its limit costs at present, in units of length. */
export interface LimitPrices {
  load: number
  time: number
}

export interface PartOrder {
  instance: RoutingInstance
  /** Present routes; none to start from nothing. */
  routes: readonly RoutingRoute[]
  seed: number
  /** Where searches of like parts ended; found anew where absent, which takes thousands of iterations. */
  prices?: LimitPrices
}

export interface PartAnswer {
  routes: readonly RoutingRoute[]
  /** Cost with what is left out, in the units of the file; Infinity where nothing valid was found. */
  cost: number
  iterations: number
  prices: LimitPrices
}

/** Near where prices of time settle in county-like tours; from 1 on, a short search would end before it gets there. */
const firstTimePrice = 4

/**
 * Searches a part from its present routes; the answer is never worse than they are. `used` tells the share of the budget used
 * up, 1 to stop.
 */
export function improvePart(order: PartOrder, used: (iterations: number) => number): PartAnswer {
  const { instance, routes, prices } = order
  const packed = packInstance(instance)
  const present = fromRoutes(packed, instance, { routes, unserved: [] })
  if (losesVisits(present, routes)) return keptAsIs(order)
  const from = routes.length > 0 ? present : undefined
  const search = startSearch(packed, order.seed, 0, from)
  const { penalty } = search.state
  if (prices) penalty.load = prices.load * packed.scale
  penalty.time = prices ? prices.time : Math.max(penalty.time, firstTimePrice)
  advance(search, used, 1)
  const { best, iterations } = search
  return {
    routes: toRoutes(packed, best, instance).routes,
    cost: best.cost / packed.scale,
    iterations,
    prices: inFile(penalty, packed),
  }
}

/** Where the search keeps fewer vehicles than are out, which only very bad routes need. */
function losesVisits(present: Snapshot, routes: readonly RoutingRoute[]): boolean {
  let laid = 0
  for (let at = 0; at < present.routes.length; at += 2 + present.routes[at + 1]!)
    laid += present.routes[at + 1]!
  return laid < routes.reduce((sum, r) => sum + r.stops.length, 0)
}

const keptAsIs = ({ routes, prices }: PartOrder): PartAnswer => ({
  routes,
  cost: Infinity,
  iterations: 0,
  prices: prices ?? { load: 1, time: firstTimePrice },
})

/** Lengths and times of the search are the file's times `scale`, loads the file's own. */
const inFile = ({ load, time }: LimitPrices, { scale }: PackedInstance): LimitPrices => ({
  load: load / scale,
  time,
})
