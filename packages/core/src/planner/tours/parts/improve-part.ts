import type { RoutingInstance, RoutingRoute } from '../../../plan/routing.ts'
import { adopt } from '../search/adopt.ts'
import { advance } from '../search/anneal.ts'
import { type PackedInstance, packInstance } from '../search/packed-instance.ts'
import { toRoutes } from '../search/snapshot.ts'
import { startSearch } from '../search/start-search.ts'
import { layRoutes } from './lay-routes.ts'

/** What a unit of load or time beyond its limit costs at present, in units of length. */
export interface LimitPrices {
  load: number
  time: number
}

export interface PartOrder {
  instance: RoutingInstance
  routes: readonly RoutingRoute[]
  seed: number
  /** Share of a whole search's cooling that has passed when it begins: 0 from nothing, later where routes are good. */
  coolness: number
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
  const { instance, routes, coolness } = order
  const packed = packInstance(instance)
  const search = startSearch(packed, order.seed, 0)
  const { penalty } = search.state
  penalty.time = Math.max(penalty.time, firstTimePrice)
  if (routes.length > 0) {
    const present = layRoutes(packed, instance, routes)
    if (!present) return { routes, cost: Infinity, iterations: 0, prices: inFile(penalty, packed) }
    if (order.prices) {
      penalty.load = order.prices.load * packed.scale
      penalty.time = order.prices.time
    }
    adopt(search, present)
  }
  const progress = (iterations: number): number => {
    const share = used(iterations)
    return share >= 1 ? 1 : coolness + (1 - coolness) * share
  }
  advance(search, progress, 1)
  const { best, iterations } = search
  return {
    routes: toRoutes(packed, best, instance).routes,
    cost: best.cost / packed.scale,
    iterations,
    prices: inFile(penalty, packed),
  }
}

/** Lengths and times of the search are the file's times `scale`, loads the file's own. */
const inFile = ({ load, time }: LimitPrices, { scale }: PackedInstance): LimitPrices => ({
  load: load / scale,
  time,
})
