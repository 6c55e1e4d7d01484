import { type Finding, finding, hasErrors } from '../kernel/finding.ts'
import type {
  RoutingCustomer,
  RoutingFleet,
  RoutingInstance,
  RoutingRoute,
  RoutingSolution,
} from '../plan/routing.ts'
import { type Leg, legs } from './route-legs.ts'

/** What a solution really costs and whether it holds. */
export interface CheckedRoutes {
  /** In the objective's own figure: length, or with `profit` the prizes collected. */
  cost: number
  length: number
  profit: number
  routes: number
  feasible: boolean
  findings: Finding[]
}

/** Sums of unrounded lengths differ in their last digits by order; limits are kept to this much. */
const tolerance = 1e-6

/**
 * Recomputes a solution from the instance alone: length, load, times, who is visited when. Shares no code with any search.
 * Times as in each family: with windows a route starts as late as helps it, and duration counts waiting.
 */
export function checkRoutes(instance: RoutingInstance, solution: RoutingSolution): CheckedRoutes {
  const findings: Finding[] = []
  const customers = new Map(instance.customers.map((c, k) => [c.id, { ...c, at: k }]))
  const leg = legs(instance)
  const out = new Set<string>()
  const days = new Map<number, number[]>()
  let length = 0
  let routes = 0
  for (const route of solution.routes) {
    if (route.stops.length === 0) continue
    routes += 1
    const name = `${route.day}/${route.depot}/${route.vehicle}`
    const fleet = fleetOf(instance, route)
    if (!fleet) {
      findings.push(finding('route-vehicle-unknown', {}, { ...numbers(route) }))
      continue
    }
    if (out.has(name)) findings.push(finding('route-vehicle-twice', {}, { ...numbers(route) }))
    out.add(name)
    const visited: (RoutingCustomer & { at: number })[] = []
    for (const id of route.stops) {
      const customer = customers.get(id)
      if (customer) visited.push(customer)
      else findings.push(finding('route-customer-unknown', {}, { route: name, id }))
      days.set(id, [...(days.get(id) ?? []), route.day])
    }
    length += drive(instance, fleet, visited, leg)
    findings.push(...checkRoute(instance, fleet, visited, leg, name))
  }
  findings.push(...checkVisits(instance, days))
  const profit = instance.customers
    .filter((c) => days.has(c.id))
    .reduce((sum, c) => sum + c.prize, 0)
  const unserved = findings.some((f) => f.code === 'customer-unserved')
  return {
    cost: instance.objective === 'profit' ? profit : length,
    length,
    profit,
    routes,
    feasible: !hasErrors(findings) && !unserved,
    findings,
  }
}

const numbers = ({ day, depot, vehicle }: RoutingRoute) => ({ day, depot, vehicle })

const fleetOf = (instance: RoutingInstance, route: RoutingRoute): RoutingFleet | undefined =>
  instance.fleets.find(
    (f) =>
      f.days.includes(route.day) &&
      f.depot === route.depot - 1 &&
      f.vehicles.includes(route.vehicle),
  )

function drive(
  instance: RoutingInstance,
  fleet: RoutingFleet,
  visited: readonly { at: number }[],
  leg: Leg,
): number {
  const places = visited.map((c) => instance.depots.length + c.at)
  const way = [fleet.depot, ...places, fleet.depot]
  let sum = 0
  for (let k = 1; k < way.length; k++) sum += leg.length(way[k - 1]!, way[k]!)
  return sum
}

function checkRoute(
  instance: RoutingInstance,
  fleet: RoutingFleet,
  visited: readonly (RoutingCustomer & { at: number })[],
  leg: Leg,
  route: string,
): Finding[] {
  const findings: Finding[] = []
  const load = visited.reduce((sum, c) => sum + c.demand, 0)
  if (load > fleet.capacity + tolerance)
    findings.push(finding('route-over-capacity', {}, { route, load, capacity: fleet.capacity }))
  const depot = instance.depots[fleet.depot]!
  const earliest = ride(instance, fleet, visited, leg, depot.open)
  for (const { customer, arrive } of earliest.late)
    findings.push(
      finding('route-window-missed', {}, { route, id: customer.id, arrive, close: customer.close }),
    )
  if (earliest.back > depot.close + tolerance)
    findings.push(
      finding('route-back-too-late', {}, { route, arrive: earliest.back, close: depot.close }),
    )
  // Leaving later by the slack of the whole ride saves waiting and keeps the return; no other start is shorter.
  const duration = earliest.back - Math.min(earliest.slack, earliest.waited) - depot.open
  if (duration > fleet.maxDuration + tolerance)
    findings.push(finding('route-too-long', {}, { route, duration, limit: fleet.maxDuration }))
  return findings
}

interface Ride {
  back: number
  waited: number
  /** By how much the start may be put off with every window kept. */
  slack: number
  late: { customer: RoutingCustomer; arrive: number }[]
}

function ride(
  instance: RoutingInstance,
  fleet: RoutingFleet,
  visited: readonly (RoutingCustomer & { at: number })[],
  leg: Leg,
  start: number,
): Ride {
  let time = start
  let place = fleet.depot
  let waited = 0
  let slack = Infinity
  const late: Ride['late'] = []
  for (const customer of visited) {
    const here = instance.depots.length + customer.at
    const arrive = time + leg.time(place, here)
    if (arrive > customer.close + tolerance) late.push({ customer, arrive })
    waited += Math.max(0, customer.open - arrive)
    const begin = Math.max(arrive, customer.open)
    slack = Math.min(slack, waited + customer.close - begin)
    time = begin + customer.service
    place = here
  }
  const back = time + leg.time(place, fleet.depot)
  slack = Math.min(slack, waited + instance.depots[fleet.depot]!.close - back)
  return { back, waited, slack: Math.max(0, slack), late }
}

function checkVisits(
  instance: RoutingInstance,
  days: ReadonlyMap<number, readonly number[]>,
): Finding[] {
  return instance.customers.flatMap((customer): Finding[] => {
    const visited = days.get(customer.id) ?? []
    const { id } = customer
    if (visited.length === 0)
      return customer.optional ? [] : [finding('customer-unserved', {}, { id })]
    const distinct = [...new Set(visited)].sort((a, b) => a - b)
    const findings: Finding[] = []
    for (const day of distinct)
      if (visited.filter((d) => d === day).length > 1)
        findings.push(finding('customer-twice-a-day', {}, { id, day }))
    const pattern = distinct.reduce((sum, day) => sum + 2 ** (instance.days - day), 0)
    if (!customer.patterns.includes(pattern))
      findings.push(finding('customer-days-wrong', {}, { id, days: distinct.join(' ') }))
    return findings
  })
}
