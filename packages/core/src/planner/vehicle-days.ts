import { isWithin, type PlainDate } from '../kernel/calendar.ts'
import { oncePer } from '../kernel/once-per.ts'
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

/** Positions of the working days on which a vehicle is inspected and not down. */
export function daysFit({ workdays }: Pick<PlanGround, 'workdays'>, vehicle: Vehicle): number[] {
  const { inspectionUntil, down = [] } = vehicle
  const fit = (day: PlainDate) =>
    (inspectionUntil === undefined || day <= inspectionUntil) &&
    !down.some((range) => isWithin(day, range))
  return workdays.flatMap((day, k) => (fit(day) ? [k] : []))
}

/** Working days on which it may go out at all: what the fleet figures count. */
export const daysInspected = (ground: PlanGround, vehicle: Vehicle): number => {
  const known = daysKnown(ground)
  const days = known.get(vehicle) ?? daysFit(ground, vehicle).length
  known.set(vehicle, days)
  return days
}

const daysKnown = oncePer((_: PlanGround) => new Map<Vehicle, number>())

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
    const people = there.get(depot)?.people.size ?? Number.POSITIVE_INFINITY
    const present = crewPresent(ground, there.get(depot)?.people)
    let crewOut = 0
    const crewed = new Map<Vehicle, number[]>()
    for (const v of vehicles) {
      if (crewOut + v.crew > people) continue
      crewOut += v.crew
      const needed = crewOut
      crewed.set(
        v,
        daysFit(ground, v).filter((day) => present(day) >= needed),
      )
    }
    const hours = left.get(depot) ?? Number.POSITIVE_INFINITY
    const wanted = [...crewed].reduce(
      (sum, [v, days]) => sum + (v.crew * v.shiftSeconds * fillOf(v) * days.length) / 3600,
      0,
    )
    const share = wanted > 0 ? Math.min(1, hours / wanted) : 1
    vehicles.forEach((v, k) => {
      const days = crewed.get(v) ?? []
      const n = Math.floor(days.length * share + 1e-9)
      const cut = n < daysInspected(ground, v)
      found.set(v.id, { days: spread(days, n, k / vehicles.length), cut })
    })
  }
  return found
}

/** How many of these people are at work on a working day; everybody, where nobody is listed. */
export function crewPresent(
  { county, workdays }: PlanGround,
  people: ReadonlySet<string> | undefined,
): (day: number) => number {
  if (people === undefined) return () => Number.POSITIVE_INFINITY
  const absent = county.staff.flatMap((s) => (people.has(s.id) ? (s.away ?? []) : []))
  if (absent.length === 0) return () => people.size
  return (day) => people.size - absent.filter((range) => isWithin(workdays[day]!, range)).length
}

/** n of the days, evenly, starting at a phase so that vehicles take turns. */
const spread = (days: readonly number[], n: number, phase: number): Int32Array =>
  n >= days.length
    ? Int32Array.from(days)
    : Int32Array.from({ length: n }, (_, k) => days[Math.floor(((k + phase) * days.length) / n)]!)
