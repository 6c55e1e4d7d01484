import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingCustomer, RoutingInstance } from '../../plan/routing.ts'
import type { RouteOnDay } from './route-on-day.ts'

/** Customers whose pickup goes to another: few, and asked for by every route. */
export const sendersOf = ({ customers }: RoutingInstance): RoutingCustomer[] =>
  customers.filter((c) => c.rules?.deliverTo !== undefined)

/** What is picked up for a customer reaches it later on the same route, with no reload between; both or neither. */
export function checkDeliveries(senders: readonly RoutingCustomer[], on: RouteOnDay): Finding[] {
  const ids = on.visited.map((c) => c.id)
  const reloads = on.run?.pauses?.filter((p) => p.kind === 'reload') ?? []
  return senders.flatMap(({ id, rules }): Finding[] => {
    const to = rules!.deliverTo!
    const [from, at] = [ids.indexOf(id), ids.lastIndexOf(to)]
    if (from < 0 && at < 0) return []
    const between = reloads.some((p) => p.before > from && p.before <= at)
    if (from >= 0 && at > from && !between) return []
    return [finding('route-delivery-broken', {}, { route: on.name, id, to })]
  })
}
