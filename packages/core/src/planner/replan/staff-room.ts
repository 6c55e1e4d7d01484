import type { Catalogue } from '../../catalogue/catalogue.ts'
import { isWithin, type PlainDate } from '../../kernel/calendar.ts'
import type { County } from '../../plan/county.ts'
import { doorstepWork } from '../../plan/doorstep-work.ts'
import type { Plan } from '../../plan/plan.ts'
import { dutySecondsOf } from '../../plan/ride-cost.ts'
import { hoursMoved } from '../site-staff.ts'
import { hoursLeft, staffThere } from '../staff-hours.ts'

/** What the staff of a depot allow. A depot without listed staff is not limited: its hours are not known. */
export interface StaffRoom {
  /** People who can go out with tours on a day: those there, less the crews of rides. */
  crew(depot: string, day: number): number
  /** Seconds that tours may take in the horizon, crew counted. */
  seconds(depot: string): number
}

/** Staff by depot and day, the days away of the county's staff taken off, doorstep calls of the plan served first. */
export function staffRoom(
  { county, catalogue }: { county: County; catalogue: Catalogue },
  plan: Plan,
  days: readonly PlainDate[],
): StaffRoom {
  const there = staffThere(county)
  const left = hoursLeft(county)
  const members = new Map(county.staff.map((m) => [m.id, m]))
  const known = new Map<string, Int32Array>()
  const elsewhere = doorstepSeconds(county, catalogue, plan)
  for (const [place, hours] of hoursMoved(county, plan.sites))
    elsewhere.set(place, (elsewhere.get(place) ?? 0) + hours * 3600)
  const riding = ridesOf(county, plan, days, elsewhere)
  const crewOf = (depot: string): Int32Array | null => {
    const people = there.get(depot)?.people
    if (people === undefined) return null
    const found = known.get(depot)
    if (found !== undefined) return found
    const crew = Int32Array.from(
      days,
      (day) =>
        [...people].filter(
          (id) => !(members.get(id)?.away ?? []).some((range) => isWithin(day, range)),
        ).length,
    )
    known.set(depot, crew)
    return crew
  }
  return {
    crew: (depot, day) =>
      (crewOf(depot)?.[day] ?? Number.POSITIVE_INFINITY) - (riding.get(`${depot} ${day}`) ?? 0),
    seconds: (depot) => {
      const hours = left.get(depot)
      if (hours === undefined) return Number.POSITIVE_INFINITY
      return Math.max(0, hours * 3600 - (elsewhere.get(depot) ?? 0))
    },
  }
}

/** Staff seconds of the plan's doorstep calls in the horizon, by the facility they start from. */
function doorstepSeconds(county: County, catalogue: Catalogue, plan: Plan): Map<string, number> {
  const spent = new Map<string, number>()
  for (const { line, seconds } of doorstepWork(county, catalogue, plan))
    spent.set(line.place, (spent.get(line.place) ?? 0) + seconds)
  return spent
}

/** Crew out with rides by depot and day; their seconds on duty are added to `spent`. */
function ridesOf(
  county: County,
  { rides }: Plan,
  days: readonly PlainDate[],
  spent: Map<string, number>,
): Map<string, number> {
  const out = new Map<string, number>()
  if (rides.length === 0) return out
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  const dayOf = new Map(days.map((day, k) => [day, k]))
  for (const ride of rides) {
    const vehicle = vehicles.get(ride.vehicle ?? '')
    if (vehicle === undefined) continue
    const { depot, crew } = vehicle
    const seconds = dutySecondsOf(ride, county) * crew * ride.dates.length
    spent.set(depot, (spent.get(depot) ?? 0) + seconds)
    for (const date of ride.dates) {
      const key = `${depot} ${dayOf.get(date)}`
      out.set(key, (out.get(key) ?? 0) + crew)
    }
  }
  return out
}
