import type { RouteRun, RoutingInstance, RoutingRoute } from '../../plan/routing.ts'
import { type TravelBetween, travelIndex, travelsOf } from './travel-between.ts'

/** A route with its clock: as it runs, or where it says no run, leaving as late as costs nothing. */
export interface TimedRoute {
  run: RouteRun
  travel: TravelBetween
  /** Places by index, from start to end; no end where the route ends at its last stop. */
  way: number[]
}

/** Gives routes of an instance their clock; null where one names a vehicle or a customer that there isn't. */
export function routeClock(instance: RoutingInstance): (route: RoutingRoute) => TimedRoute | null {
  const travels = travelsOf(instance)
  const indexOf = new Map(instance.customers.map((c, k) => [c.id, k]))
  return (route) => {
    const fleet = instance.fleets.find(
      (f) =>
        f.depot === route.depot - 1 &&
        f.days.includes(route.day) &&
        f.vehicles.includes(route.vehicle),
    )
    const stops = route.stops.flatMap((id) => indexOf.get(id) ?? [])
    if (!fleet || stops.length < route.stops.length) return null
    const travel = travels[travelIndex(fleet, route.day)]!
    const start = route.run?.startsAt ?? fleet.depot
    const own = fleet.rules?.endDepot === undefined ? fleet.depot : fleet.rules.endDepot
    const end = route.run?.endsAt === undefined ? own : route.run.endsAt
    const places = stops.map((k) => instance.depots.length + k)
    const way = [start, ...places, ...(end === null ? [] : [end])]
    const run = route.run ?? latestRun(instance, stops, way, travel, fleet.rules?.open)
    return { run, travel, way }
  }
}

/** Rides from the opening, then leaves later by what would be waited, as far as windows allow. */
function latestRun(
  instance: RoutingInstance,
  stops: readonly number[],
  way: readonly number[],
  travel: TravelBetween,
  open = Number.NEGATIVE_INFINITY,
): RouteRun {
  const depot = instance.depots[way[0]!]!
  const earliest = Math.max(depot.open, open)
  const first = ride(instance, stops, way, travel, earliest)
  let waited = 0
  let slack = Infinity
  first.times.forEach(([arrive, start], k) => {
    waited += start - arrive
    slack = Math.min(slack, waited + instance.customers[stops[k]!]!.close - start)
  })
  slack = Math.min(slack, waited + depot.close - first.finish)
  const later = Math.max(0, Math.min(slack, waited))
  return later > 0 ? ride(instance, stops, way, travel, earliest + later) : first
}

function ride(
  { customers }: RoutingInstance,
  stops: readonly number[],
  way: readonly number[],
  travel: TravelBetween,
  depart: number,
): RouteRun {
  let time = depart
  const times = stops.map((k, j): [number, number, number] => {
    const customer = customers[k]!
    const arrive = time + travel.time(way[j]!, way[j + 1]!)
    const start = Math.max(arrive, customer.open)
    time = start + customer.service
    return [arrive, start, time]
  })
  const last = way.length - 1
  const home = last > stops.length ? travel.time(way[last - 1]!, way[last]!) : 0
  return { depart, finish: time + home, times }
}
