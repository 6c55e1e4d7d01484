import type { County } from '../plan/county.ts'
import type { Plan } from '../plan/plan.ts'
import { townshipOf } from '../territory/division.ts'

/** What a way of organising costs and how well it uses what there is: for plans within borders and across them (A09). */
export interface Pooling {
  cashFen: number
  /** Vehicle-days there are on which nobody goes out, 0 to 1; 0 without vehicles. */
  idleShare: number
  /** Visits made by a vehicle of another township's depot, 0 to 1; 0 without visits. */
  sharingRate: number
}

/** Cost, idle share and sharing rate of a plan. */
export function poolingOf(county: County, plan: Plan): Pooling {
  const places = new Map(
    [...county.settlements, ...county.facilities].map((p) => [p.id, townshipOf(p.division)]),
  )
  const depots = new Map(county.vehicles.map((v) => [v.id, places.get(v.depot)]))
  const stops = new Map(plan.stops.map((s) => [s.id, places.get(s.settlement)]))
  const shared = plan.tours.flatMap((tour) =>
    tour.visits.map((v) => stops.get(v.stop) !== depots.get(tour.vehicle)),
  )
  const available = plan.fleet.reduce((sum, f) => sum + f.daysAvailable, 0)
  const used = plan.fleet.reduce((sum, f) => sum + f.daysUsed, 0)
  return {
    cashFen: plan.costs.plan.cashFen,
    idleShare: available > 0 ? 1 - used / available : 0,
    sharingRate: shared.length > 0 ? shared.filter(Boolean).length / shared.length : 0,
  }
}
