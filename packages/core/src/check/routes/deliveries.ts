import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import type { RouteOnDay } from './route-on-day.ts'

/** What is picked up for a customer reaches it later on the same route, with no reload between; both or neither. */
export function checkDeliveries(instance: RoutingInstance, on: RouteOnDay): Finding[] {
  const ids = on.visited.map((c) => c.id)
  const reloads = on.run?.pauses?.filter((p) => p.kind === 'reload') ?? []
  return instance.customers.flatMap(({ id, rules }): Finding[] => {
    const to = rules?.deliverTo
    if (to === undefined) return []
    const [from, at] = [ids.indexOf(id), ids.lastIndexOf(to)]
    if (from < 0 && at < 0) return []
    const between = reloads.some((p) => p.before > from && p.before <= at)
    if (from >= 0 && at > from && !between) return []
    return [finding('route-delivery-broken', {}, { route: on.name, id, to })]
  })
}
