import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingCustomer } from '../../plan/routing.ts'
import type { RouteOnDay } from './route-on-day.ts'
import { exceeds } from './tolerance.ts'

/** Dimensions of load. */
const dimensions = [0, 1, 2, 3]

const brought = ({ demand, rules }: RoutingCustomer, d: number): number =>
  d === 0 ? demand : (rules?.otherDemands?.[d - 1] ?? 0)

const taken = ({ rules }: RoutingCustomer, d: number): number =>
  (d === 0 ? rules?.pickup : rules?.otherPickups?.[d - 1]) ?? 0

/** At every point of the route no dimension is loaded beyond its capacity. */
export function checkLoad(on: RouteOnDay): Finding[] {
  const { fleet, rules, name } = on
  return dimensions.flatMap((d): Finding[] => {
    const capacity = d === 0 ? fleet.capacity : (rules.otherCapacities?.[d - 1] ?? Infinity)
    const load = greatestLoad(on, d)
    if (!exceeds(load, capacity)) return []
    const facts = { route: name, load, capacity }
    if (d === 0) return [finding('route-over-capacity', {}, facts)]
    return [finding('route-over-other-capacity', {}, { ...facts, dimension: d + 1 })]
  })
}

function greatestLoad(on: RouteOnDay, d: number): number {
  let greatest = 0
  /** What is taken to a customer later on the way. */
  const onTheWay = new Map<number, number>()
  for (const part of partsBetweenReloads(on)) {
    let load = part.reduce((sum, c) => sum + brought(c, d), 0)
    for (const amount of onTheWay.values()) load += amount
    greatest = Math.max(greatest, load)
    for (const customer of part) {
      load += taken(customer, d) - brought(customer, d) - (onTheWay.get(customer.id) ?? 0)
      onTheWay.delete(customer.id)
      const to = customer.rules?.deliverTo
      if (to !== undefined) onTheWay.set(to, (onTheWay.get(to) ?? 0) + taken(customer, d))
      greatest = Math.max(greatest, load)
    }
  }
  return greatest
}

function partsBetweenReloads({ visited, run }: RouteOnDay): RoutingCustomer[][] {
  const reloads = run?.pauses?.filter((p) => p.kind === 'reload').map((p) => p.before) ?? []
  const cuts = [0, ...reloads, visited.length]
  return cuts.slice(1).map((cut, k) => visited.slice(cuts[k], cut))
}
