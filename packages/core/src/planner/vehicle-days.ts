import type { Vehicle } from '../resources/vehicle.ts'
import type { PlanGround } from './plan-ground.ts'
import { hoursLeft, staffThere } from './staff-hours.ts'

/** Days on which a vehicle may go out, as positions in the working days; `cut` where staff set the limit. */
export interface VehicleDays {
  days: Int32Array
  cut: boolean
}

/** Part of the shift that a day out of a vehicle takes. */
export type FillOf = (vehicle: Vehicle) => number

/** Working days before the inspection runs out: what the fleet figures count. */
export const daysInspected = (ground: PlanGround, vehicle: Vehicle): number => {
  const { inspectionUntil } = vehicle
  if (inspectionUntil === undefined) return ground.workdays.length
  return ground.workdays.filter((day) => day <= inspectionUntil).length
}

/**
 * The days of every vehicle: inspected, with a crew at its depot that is not out with another, and no more than the
 * depot's staff hours pay for when a day out takes `fill` of the shift. Days are spread evenly.
 */
export function vehicleDays(ground: PlanGround, fillOf: FillOf): Map<string, VehicleDays> {
  const there = staffThere(ground.county)
  const left = hoursLeft(ground.county)
  const byDepot = new Map<string, Vehicle[]>()
  for (const vehicle of ground.county.vehicles)
    byDepot.set(vehicle.depot, [...(byDepot.get(vehicle.depot) ?? []), vehicle])
  const found = new Map<string, VehicleDays>()
  for (const [depot, vehicles] of byDepot) {
    let people = there.get(depot)?.people.size ?? Number.POSITIVE_INFINITY
    const crewed = vehicles.filter((v) => {
      if (v.crew > people) return false
      people -= v.crew
      return true
    })
    const hours = left.get(depot) ?? Number.POSITIVE_INFINITY
    const wanted = crewed.reduce(
      (sum, v) => sum + (v.crew * v.shiftSeconds * fillOf(v) * daysInspected(ground, v)) / 3600,
      0,
    )
    const share = wanted > 0 ? Math.min(1, hours / wanted) : 1
    vehicles.forEach((v, k) => {
      const all = daysInspected(ground, v)
      const n = crewed.includes(v) ? Math.floor(all * share + 1e-9) : 0
      found.set(v.id, { days: spread(all, n, k / vehicles.length), cut: n < all })
    })
  }
  return found
}

/** n of the first `all` positions, evenly, starting at a phase so that vehicles take turns. */
const spread = (all: number, n: number, phase: number): Int32Array =>
  n >= all
    ? Int32Array.from({ length: all }, (_, k) => k)
    : Int32Array.from({ length: n }, (_, k) => Math.floor(((k + phase) * all) / n))
