import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { distinctDays } from './days.ts'
import type { RouteOnDay } from './route-on-day.ts'

/** Most days out of each vehicle, over the days of all fleets it stands in. */
export function checkDaysOut(instance: RoutingInstance, routes: readonly RouteOnDay[]): Finding[] {
  const byVehicle = Map.groupBy(routes, ({ route }) => `${route.depot}/${route.vehicle}`)
  return [...byVehicle.values()].flatMap((own): Finding[] => {
    const { depot, vehicle } = own[0]!.route
    const limits = instance.fleets
      .filter((f) => f.depot === depot - 1 && f.vehicles.includes(vehicle))
      .map((f) => f.rules?.maxDaysOut ?? Infinity)
    const limit = Math.min(...limits)
    const days = distinctDays(own.map((on) => on.route)).length
    if (days <= limit) return []
    return [finding('vehicle-days-too-many', {}, { depot, vehicle, days, limit })]
  })
}
