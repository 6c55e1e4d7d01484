import type { RoutingInstance, RoutingRoute } from '../../../plan/routing.ts'
import { adopt } from '../search/adopt.ts'
import { advance } from '../search/anneal.ts'
import { packInstance } from '../search/packed-instance.ts'
import { toRoutes } from '../search/snapshot.ts'
import { startSearch } from '../search/start-search.ts'
import { layRoutes } from './lay-routes.ts'

export interface PartOrder {
  instance: RoutingInstance
  routes: readonly RoutingRoute[]
  seed: number
  /** Share of a whole search's cooling that has passed when it begins: 0 from nothing, later where routes are good. */
  coolness: number
}

export interface PartAnswer {
  routes: readonly RoutingRoute[]
  /** Cost with what is left out, in the units of the file; Infinity where nothing valid was found. */
  cost: number
  iterations: number
}

/**
 * Searches a part from its present routes; the answer is never worse than they are. `used` tells the share of the budget used
 * up, 1 to stop.
 */
export function improvePart(order: PartOrder, used: (iterations: number) => number): PartAnswer {
  const { instance, routes, coolness } = order
  const packed = packInstance(instance)
  const search = startSearch(packed, order.seed, 0)
  if (routes.length > 0) {
    const present = layRoutes(packed, instance, routes)
    if (!present) return { routes, cost: Infinity, iterations: 0 }
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
  }
}
