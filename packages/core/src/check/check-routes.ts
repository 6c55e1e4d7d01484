import { type Finding, finding, hasErrors } from '../kernel/finding.ts'
import type {
  RoutingCustomer,
  RoutingInstance,
  RoutingRoute,
  RoutingSolution,
} from '../plan/routing.ts'
import { checkBreaks } from './routes/breaks.ts'
import { checkClock } from './routes/clock.ts'
import type { Visit, Visits } from './routes/days.ts'
import { checkDaysOut } from './routes/days-out.ts'
import { checkDeliveries, sendersOf } from './routes/deliveries.ts'
import { checkDriving } from './routes/driving.ts'
import { checkDuration, checkHours } from './routes/hours.ts'
import { levelsOf } from './routes/levels.ts'
import { checkLoad } from './routes/load.ts'
import { checkMostStops } from './routes/most-stops.ts'
import { checkNights } from './routes/nights.ts'
import { checkPauses } from './routes/pauses.ts'
import { checkLocked } from './routes/planned-visits.ts'
import { checkReloads } from './routes/reloads.ts'
import { checkRest } from './routes/rest.ts'
import { fleetOf, nameOf, type RouteOnDay, routeOnDay } from './routes/route-on-day.ts'
import { checkRunThere, runNeeded } from './routes/run-needed.ts'
import { checkSameVehicle } from './routes/same-vehicle.ts'
import { checkSameWeekday } from './routes/same-weekday.ts'
import { checkSkills } from './routes/skills.ts'
import { checkUnions } from './routes/unions.ts'
import { checkVisitDays } from './routes/visit-days.ts'
import { checkWay, lengthOf } from './routes/way.ts'
import { checkWindows } from './routes/windows.ts'
import { checkWithoutRun } from './routes/without-run.ts'

/** What a solution really costs and whether it holds. */
export interface CheckedRoutes {
  /** In the objective's own figure: length, with `profit` the prizes collected, with `levels` the level of cost. */
  cost: number
  length: number
  profit: number
  routes: number
  /**
   * What the objective `levels` compares, in order: customers left out that may not be, prize left out by priority class
   * (those of customers that may be, ascending), cost, longest time out, changes, wishes. Less is better.
   */
  levels: readonly number[]
  feasible: boolean
  findings: Finding[]
}

/**
 * Recomputes a solution from the instance alone by the rules of docs/methods/tours.md. Shares no code with any search.
 * The run of a route is tested and never trusted; where none is needed, windows let a route start as late as helps it.
 */
export function checkRoutes(instance: RoutingInstance, solution: RoutingSolution): CheckedRoutes {
  const out = solution.routes.filter((route) => route.stops.length > 0)
  const { visits, findings } = visitsOf(instance, out)
  const places = new Map(
    instance.customers.map((c, k) => [c.id, { ...c, place: instance.depots.length + k }]),
  )
  const routes = out.flatMap((route) => {
    const fleet = fleetOf(instance, route)
    return fleet ? [routeOnDay(instance, fleet, route, places, visits)] : []
  })
  const needed = runNeeded(instance)
  const senders = sendersOf(instance)
  const timed = routes.map((on) => {
    const { duration, findings: own } = checkRoute(instance, on, needed, senders)
    findings.push(...own)
    return { ...on, duration, length: lengthOf(on) }
  })
  findings.push(...checkNights(instance, routes), ...checkDaysOut(instance, routes))
  findings.push(...checkVisits(instance, visits))
  const { leftOut, ...levels } = levelsOf(instance, timed, visits)
  const length = timed.reduce((sum, route) => sum + route.length, 0)
  const profit = instance.customers
    .filter((c) => visits.has(c.id))
    .reduce((sum, c) => sum + c.prize, 0)
  const costs = { distance: length, hierarchical: length, profit, levels: levels.cost }
  return {
    cost: costs[instance.objective],
    length,
    profit,
    routes: out.length,
    levels: [...leftOut, levels.cost, levels.longest, levels.changes, levels.wishes],
    feasible: !hasErrors(findings) && !findings.some((f) => f.code === 'customer-unserved'),
    findings,
  }
}

/** Who is visited when and by whom, with what names no vehicle or customer of the instance. */
function visitsOf(
  instance: RoutingInstance,
  routes: readonly RoutingRoute[],
): { visits: Visits; findings: Finding[] } {
  const findings: Finding[] = []
  const known = new Set(instance.customers.map((c) => c.id))
  const seen = new Set<string>()
  const visits = new Map<number, Visit[]>()
  for (const route of routes) {
    const { day, depot, vehicle } = route
    if (!fleetOf(instance, route)) {
      findings.push(finding('route-vehicle-unknown', {}, { day, depot, vehicle }))
      continue
    }
    const name = nameOf(route)
    if (seen.has(name)) findings.push(finding('route-vehicle-twice', {}, { day, depot, vehicle }))
    seen.add(name)
    for (const id of route.stops) {
      if (!known.has(id)) findings.push(finding('route-customer-unknown', {}, { route: name, id }))
      visits.set(id, [...(visits.get(id) ?? []), { day, depot: depot - 1, vehicle }])
    }
  }
  return { visits, findings }
}

function checkRoute(
  instance: RoutingInstance,
  on: RouteOnDay,
  needed: boolean,
  senders: readonly RoutingCustomer[],
): { findings: Finding[]; duration: number } {
  const findings = [
    ...checkRunThere(on, needed),
    ...checkWay(instance, on),
    ...checkDriving(on),
    ...checkLoad(on),
    ...checkDeliveries(senders, on),
    ...checkSkills(on),
    ...checkMostStops(on),
  ]
  const { run } = on
  const { duration, findings: own } = run
    ? {
        duration: run.finish - run.depart,
        findings: [
          ...checkClock(on, run),
          ...checkHours(on, run),
          ...checkWindows(on, run),
          ...checkPauses(on, run),
          ...checkBreaks(on, run),
          ...checkRest(instance, on, run),
          ...checkReloads(instance, on, run),
        ],
      }
    : checkWithoutRun(on)
  // Where a run is needed and missing, there is no telling when the route is where.
  if (!run && needed) return { findings, duration }
  return { findings: [...findings, ...own, ...checkDuration(on, duration)], duration }
}

const checkVisits = (instance: RoutingInstance, visits: Visits): Finding[] => [
  ...instance.customers.flatMap((customer) => {
    const own = visits.get(customer.id) ?? []
    return [
      ...checkVisitDays(instance, customer, own),
      ...checkLocked(customer, own),
      ...checkSameVehicle(customer, own),
      ...checkSameWeekday(instance, customer, own),
    ]
  }),
  ...checkUnions(instance, visits),
]
