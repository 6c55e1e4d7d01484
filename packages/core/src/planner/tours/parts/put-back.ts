import type { RoutingInstance, RoutingRoute, RoutingSolution } from '../../../plan/routing.ts'
import type { Part } from './part.ts'

/** A part with the routes found for it, depots numbered as in the whole. */
export interface SolvedPart {
  part: Part
  routes: readonly RoutingRoute[]
}

/** The routes of all parts of one cut, in order, as one solution of the whole. */
export function putBack(instance: RoutingInstance, solved: readonly SolvedPart[]): RoutingSolution {
  const routes = solved.flatMap((s) => (keepsHeld(instance, s) ? s.routes : s.part.routes))
  const served = new Set(routes.flatMap((r) => r.stops))
  return {
    routes: [...routes].sort((a, b) => a.day - b.day || a.depot - b.depot || a.vehicle - b.vehicle),
    unserved: instance.customers.filter((c) => !served.has(c.id)).map((c) => c.id),
  }
}

/** Whether those that other parts visit too are still visited here: half a pattern is none. */
function keepsHeld(instance: RoutingInstance, { part, routes }: SolvedPart): boolean {
  const served = new Set(routes.flatMap((r) => r.stops))
  return [...part.held.keys()].every((c) => served.has(instance.customers[c]!.id))
}
