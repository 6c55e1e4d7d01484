import type {
  RouteRun,
  RoutingCustomer,
  RoutingDepot,
  RoutingFleet,
  RoutingInstance,
  RoutingRoute,
} from '../../plan/routing.ts'
import type { FleetRules } from '../../plan/routing-rules.ts'
import type { Visits } from './days.ts'
import { serviceTime } from './service-time.ts'
import { type Travel, travelOf } from './travel.ts'

/** A customer with the index of its place: depots first, then customers. */
export type PlacedCustomer = RoutingCustomer & { place: number }

/** A route with all that bears on it: what each rule looks at. */
export interface RouteOnDay {
  /** `day/depot/vehicle`, for findings. */
  name: string
  route: RoutingRoute
  fleet: RoutingFleet
  rules: FleetRules
  depot: RoutingDepot
  travel: Travel
  visited: readonly PlacedCustomer[]
  /** Service of each of `visited`. */
  service: readonly number[]
  /** Index into `depots`. */
  start: number
  /** Index into `depots`; `null` where it ends at its last customer. */
  end: number | null
  /** Where it ends when it doesn't stay away. */
  usualEnd: number | null
  /** Present where the route has one that names every stop. */
  run?: RouteRun
}

export const nameOf = ({ day, depot, vehicle }: RoutingRoute): string =>
  `${day}/${depot}/${vehicle}`

export const fleetOf = (instance: RoutingInstance, route: RoutingRoute): RoutingFleet | undefined =>
  instance.fleets.find(
    (f) =>
      f.days.includes(route.day) &&
      f.depot === route.depot - 1 &&
      f.vehicles.includes(route.vehicle),
  )

export function routeOnDay(
  instance: RoutingInstance,
  fleet: RoutingFleet,
  route: RoutingRoute,
  customers: ReadonlyMap<number, PlacedCustomer>,
  visits: Visits,
): RouteOnDay {
  const rules = fleet.rules ?? {}
  const visited = route.stops.flatMap((id) => customers.get(id) ?? [])
  const usualEnd = rules.endDepot === undefined ? fleet.depot : rules.endDepot
  const { startsAt = fleet.depot, endsAt = usualEnd } = route.run ?? {}
  const known = (place: number) => instance.depots[place] !== undefined
  return {
    name: nameOf(route),
    route,
    fleet,
    rules,
    depot: instance.depots[fleet.depot]!,
    travel: travelOf(instance, fleet, route.day),
    visited,
    service: visited.map((c) => serviceTime(instance, c, visits.get(c.id) ?? [], route.day)),
    start: known(startsAt) ? startsAt : fleet.depot,
    end: endsAt === null || known(endsAt) ? endsAt : usualEnd,
    usualEnd,
    ...(route.run && isWhole(instance, route, visited.length) ? { run: route.run } : {}),
  }
}

/** Whether a run says something of every stop and every pause lies somewhere. */
function isWhole(instance: RoutingInstance, route: RoutingRoute, known: number): boolean {
  const { depart, finish, times, pauses = [] } = route.run!
  const numbers = [depart, finish, ...times.flat(), ...pauses.flatMap((p) => [p.start, p.end])]
  return (
    known === route.stops.length &&
    times.length === route.stops.length &&
    numbers.every(Number.isFinite) &&
    pauses.every((p) => Number.isInteger(p.before) && p.before >= 0 && p.before <= known) &&
    pauses.every((p, k) => k === 0 || p.before >= pauses[k - 1]!.before) &&
    pauses.every((p) => p.kind !== 'reload' || instance.depots[p.depot ?? -1] !== undefined)
  )
}
