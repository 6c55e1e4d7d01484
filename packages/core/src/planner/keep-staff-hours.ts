import { compareText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import type { Tour } from '../plan/plan.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import type { PlannedStop } from './planned-stops.ts'
import { hoursLeft } from './staff-hours.ts'

/**
 * Leaves out tours until no depot spends more staff hours than it has: those for the fewest people of the least
 * urgent services first. Depots without listed staff are left as they are. Returns what stays, and the stops that lost
 * a visit.
 */
export function keepStaffHours(
  county: County,
  tours: readonly Tour[],
  stops: ReadonlyMap<string, PlannedStop>,
  doorstepHours: ReadonlyMap<string, number>,
): { tours: Tour[]; cutStops: Set<string> } {
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  const left = hoursLeft(county)
  const byDepot = new Map<string, { tour: Tour; vehicle: Vehicle }[]>()
  for (const tour of tours) {
    const vehicle = vehicles.get(tour.vehicle)!
    byDepot.set(vehicle.depot, [...(byDepot.get(vehicle.depot) ?? []), { tour, vehicle }])
  }
  const gone = new Set<string>()
  const cutStops = new Set<string>()
  for (const [depot, out] of byDepot) {
    const there = left.get(depot)
    if (there === undefined) continue
    const hoursOf = ({ tour, vehicle }: (typeof out)[number]) =>
      ((tour.finish - tour.depart) * vehicle.crew) / 3600
    let over = out.reduce((sum, o) => sum + hoursOf(o), doorstepHours.get(depot) ?? 0) - there
    const ranked = out
      .map((o) => ({ ...o, ...worth(o.tour, stops) }))
      .sort(
        (a, b) =>
          b.priority - a.priority || a.people - b.people || compareText(a.tour.id, b.tour.id),
      )
    for (const o of ranked) {
      if (over <= 1e-6) break
      over -= hoursOf(o)
      gone.add(o.tour.id)
      for (const visit of o.tour.visits) cutStops.add(visit.stop)
    }
  }
  return { tours: tours.filter((t) => !gone.has(t.id)), cutStops }
}

function worth(
  tour: Tour,
  stops: ReadonlyMap<string, PlannedStop>,
): { priority: number; people: number } {
  const served = tour.visits.map((v) => stops.get(v.stop)!)
  return {
    priority: Math.min(...served.map((s) => s.priority)),
    people: served.reduce((sum, s) => sum + s.weight, 0),
  }
}
