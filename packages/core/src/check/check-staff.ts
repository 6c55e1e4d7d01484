import { datesIn, type PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import type { StaffMember } from '../resources/staff.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import type { CheckGround } from './check-ground.ts'
import { dutyOf } from './check-ride-route.ts'
import { doorstepSeconds, sitesPaid, todaysTours } from './recompute-costs.ts'

/**
 * A staff hour is spent once: opening hours of a building, tours that start at it and doorstep calls from it together
 * take no more hours than its staff have over the horizon. Hours that a rota gives to a vehicle of another depot count
 * there. Where even today takes more than there is, going no further than today is only a warning.
 */
export function checkStaff(ground: CheckGround): Finding[] {
  const { county, horizonDays } = ground
  if (county.staff.length === 0)
    return toursOf(ground).length > 0 ? [finding('staff-unknown', { path: 'staff' }, {})] : []
  const there = hoursThere(ground)
  const share = horizonDays / 365
  const used = new Map<string, number>()
  const today = new Map<string, number>()
  const add = (map: Map<string, number>, place: string, hours: number) =>
    map.set(place, (map.get(place) ?? 0) + hours)
  for (const [id, site] of sitesPaid(ground)) add(used, id, site.staffHoursYear * share)
  for (const f of county.facilities)
    if (f.state === 'open') add(today, f.id, f.staffHoursYear * share)
  for (const { seconds, vehicle } of toursOf(ground))
    add(used, vehicle.depot, (seconds * vehicle.crew) / 3600)
  for (const { vehicle, seconds } of todaysTours(ground))
    add(today, vehicle.depot, (seconds * vehicle.crew) / 3600)
  for (const [place, seconds] of doorstepSeconds(ground)) add(used, place, seconds / 3600)
  const found = [...used].sort().flatMap(([place, hours]): Finding[] => {
    const have = there.get(place)
    if (have === undefined || hours <= have + 0.01) return []
    const code =
      hours > (today.get(place) ?? 0) + 0.01 ? 'staff-hours-overspent' : 'staff-hours-short-today'
    return [
      finding(
        code,
        { path: `staff.${place}` },
        { place, have: Math.round(have), want: Math.ceil(hours) },
      ),
    ]
  })
  return [...found, ...checkCrews(ground, there)]
}

/** Days out with their hours: tours, and rides by vehicles of the county. */
function toursOf(ground: CheckGround): { date: PlainDate; seconds: number; vehicle: Vehicle }[] {
  const { tours, rides } = ground.plan
  const out = [
    ...tours.map((t) => ({ id: t.vehicle, date: t.date, seconds: t.finish - t.depart })),
    ...rides.flatMap((r) =>
      r.dates.map((date) => ({ id: r.vehicle ?? '', date, seconds: dutyOf(ground, r) })),
    ),
  ]
  return out.flatMap(({ id, date, seconds }) => {
    const vehicle = ground.vehicles.get(id)
    return vehicle ? [{ date, seconds, vehicle }] : []
  })
}

const isAway = (person: StaffMember, date: PlainDate): boolean =>
  (person.away ?? []).some(({ from, to }) => from <= date && date <= to)

/** Days of the horizon on which somebody is still employed and not away. */
function daysEmployed({ county }: CheckGround, person: StaffMember): number {
  return datesIn(county.settings.horizon).filter(
    (date) => (person.retiresOn === undefined || date < person.retiresOn) && !isAway(person, date),
  ).length
}

/** Staff hours over the horizon by facility. */
function hoursThere(ground: CheckGround): Map<string, number> {
  const { staff, baseline } = ground.county
  const there = new Map<string, number>()
  for (const person of staff) {
    const weeks = daysEmployed(ground, person) / 7
    let own = person.weeklyHours
    for (const rota of baseline.rotas) {
      const depot = ground.vehicles.get(rota.place)?.depot
      if (rota.staff !== person.id || depot === undefined || depot === person.employer) continue
      const lent = Math.min(own, rota.hours)
      own -= lent
      there.set(depot, (there.get(depot) ?? 0) + lent * weeks)
    }
    there.set(person.employer, (there.get(person.employer) ?? 0) + own * weeks)
  }
  return there
}

/** On no day more crew out than people employed at the depot or lent to it. */
function checkCrews(ground: CheckGround, there: ReadonlyMap<string, number>): Finding[] {
  const people = new Map<string, Set<string>>()
  const join = (place: string, id: string) =>
    people.set(place, (people.get(place) ?? new Set()).add(id))
  for (const person of ground.county.staff) join(person.employer, person.id)
  for (const rota of ground.county.baseline.rotas) {
    const depot = ground.vehicles.get(rota.place)?.depot
    if (depot !== undefined) join(depot, rota.staff)
  }
  const out = new Map<string, { depot: string; date: PlainDate; crew: number }>()
  const absent = ground.county.staff.filter((s) => (s.away ?? []).length > 0)
  const present = (depot: string, date: PlainDate): number => {
    const all = people.get(depot) ?? new Set()
    return all.size - absent.filter((s) => all.has(s.id) && isAway(s, date)).length
  }
  const depots = new Set<string>()
  for (const { date, vehicle } of toursOf(ground)) {
    const key = `${vehicle.depot} ${date}`
    depots.add(vehicle.depot)
    const crew = (out.get(key)?.crew ?? 0) + vehicle.crew
    out.set(key, { depot: vehicle.depot, date, crew })
  }
  const unknown = [...depots]
    .filter((depot) => !there.has(depot))
    .sort()
    .map((place) => finding('staff-not-listed', { path: `staff.${place}` }, { place }))
  const short = [...out.values()]
    .filter(({ depot, date, crew }) => there.has(depot) && crew > present(depot, date))
    .sort((a, b) => (a.depot + a.date < b.depot + b.date ? -1 : 1))
    .map(({ depot, date, crew }) =>
      finding(
        'crew-too-small',
        { path: `staff.${depot}` },
        { place: depot, date, have: present(depot, date), want: crew },
      ),
    )
  return [...unknown, ...short]
}
