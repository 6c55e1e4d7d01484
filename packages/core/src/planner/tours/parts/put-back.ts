import type { RoutingInstance, RoutingRoute, RoutingSolution } from '../../../plan/routing.ts'
import type { Part } from './part.ts'

/** A part with the routes found for it, depots numbered as in the whole. */
export interface SolvedPart {
  part: Part
  routes: readonly RoutingRoute[]
}

/** The routes of all parts of one cut as one solution of the whole; a part keeps its present routes where those found lose something. */
export function putBack(instance: RoutingInstance, solved: readonly SolvedPart[]): RoutingSolution {
  const routes = solved.flatMap((s) => (losesNothing(instance, s) ? s.routes : s.part.routes))
  const served = new Set(routes.flatMap((r) => r.stops))
  return {
    routes: [...routes].sort((a, b) => a.day - b.day || a.depot - b.depot || a.vehicle - b.vehicle),
    unserved: instance.customers.filter((c) => !served.has(c.id)).map((c) => c.id),
  }
}

/**
 * Whether those that other parts visit too are still visited here, as half a pattern is none; and for `profit` whether the
 * prizes are no fewer, as the search's price of a prize isn't above every saving in length.
 */
function losesNothing(instance: RoutingInstance, { part, routes }: SolvedPart): boolean {
  const served = new Set(routes.flatMap((r) => r.stops))
  const before = new Set(part.routes.flatMap((r) => r.stops))
  const ids = part.customers.map((c) => instance.customers[c]!)
  const prizes = (among: ReadonlySet<number>) =>
    ids.reduce((sum, c) => sum + (among.has(c.id) ? c.prize : 0), 0)
  return (
    [...part.held.keys()].every((c) => served.has(instance.customers[c]!.id)) &&
    (instance.objective !== 'profit' || prizes(served) >= prizes(before))
  )
}
