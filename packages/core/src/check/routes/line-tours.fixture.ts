import type {
  RouteRun,
  RoutingCustomer,
  RoutingFleet,
  RoutingInstance,
  RoutingRoute,
} from '../../plan/routing.ts'
import type { CustomerRules, FleetRules } from '../../plan/routing-rules.ts'
import { checkRoutes } from '../check-routes.ts'

interface Change {
  instance?: Partial<RoutingInstance>
  fleet?: Partial<RoutingFleet>
  rules?: FleetRules
  /** By id. */
  customers?: Record<number, Partial<Omit<RoutingCustomer, 'rules'>> & { rules?: CustomerRules }>
}

/**
 * A line: depot 1 at 0 and depot 2 at 30, customers 1, 2, 3, 4 at 10, 20, 20, 30. A unit of way takes a unit of time, service
 * takes 5, everything is open from 0 to 200. Five days, two vehicles; each customer may be left out or visited on any one day.
 */
export function lineTours({ instance, fleet, rules, customers = {} }: Change): RoutingInstance {
  return {
    name: 'line',
    days: 5,
    objective: 'levels',
    convention: 'float',
    depots: [0, 30].map((x, k) => ({ id: k + 1, x, y: 0, open: 0, close: 200 })),
    fleets: [
      {
        days: [1, 2, 3, 4, 5],
        depot: 0,
        vehicles: [1, 2],
        capacity: 10,
        maxDuration: Infinity,
        ...(rules ? { rules } : {}),
        ...fleet,
      },
    ],
    customers: [10, 20, 20, 30].map((x, k) => ({
      id: k + 1,
      x,
      y: 0,
      service: 5,
      demand: 1,
      open: 0,
      close: 200,
      patterns: [1, 2, 4, 8, 16],
      prize: 10,
      optional: true,
      ...customers[k + 1],
    })),
    ...instance,
  }
}

/** A route of vehicle 1 of depot 1 on day 1, unless said otherwise. */
export const tour = (stops: number[], more: Partial<RoutingRoute> = {}): RoutingRoute => ({
  day: 1,
  vehicle: 1,
  depot: 1,
  stops,
  ...more,
})

/** A tour with its times: departure, [arrival, start, leaving] for each stop, finish. */
export const timed = (
  stops: number[],
  depart: number,
  times: RouteRun['times'],
  finish: number,
  more: Partial<RouteRun> = {},
): RoutingRoute => tour(stops, { run: { depart, times, finish, ...more } })

/** The codes of what is wrong, each once. */
export function faults(instance: RoutingInstance, ...routes: RoutingRoute[]): string[] {
  const { findings } = checkRoutes(instance, { routes, unserved: [] })
  return [...new Set(findings.map((f) => f.code))]
}
