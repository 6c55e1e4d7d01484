import type { PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import type { CheckGround } from './check-ground.ts'
import { openingHours } from './check-posts.ts'
import { dutyOf } from './check-ride-route.ts'
import { doorstepSeconds, todaysTours } from './recompute-costs.ts'
import { isAway, type StaffShare, staffShares } from './staff-shares.ts'

/**
 * A staff hour is spent once: opening hours of a building, tours that start at it and doorstep calls from it together
 * take no more hours than its staff have over the horizon. Hours that a rota gives to a vehicle of another depot count
 * there; hours of a new site, at the building its staff are moved from. Where even today takes more than there is, going no further than today is only a warning.
 */
export function checkStaff(ground: CheckGround): Finding[] {
  const { county, horizonDays } = ground
  if (county.staff.length === 0)
    return toursOf(ground).length > 0 ? [finding('staff-unknown', { path: 'staff' }, {})] : []
  const shares = staffShares(ground.base)
  const there = hoursThere(shares)
  const share = horizonDays / 365
  const used = new Map<string, number>()
  const today = new Map<string, number>()
  const add = (map: Map<string, number>, place: string, hours: number) =>
    map.set(place, (map.get(place) ?? 0) + hours)
  for (const { place, hoursYear } of openingHours(ground)) add(used, place, hoursYear * share)
  for (const f of county.facilities)
    if (f.state === 'open') add(today, f.id, f.staffHoursYear * share)
  for (const { seconds, vehicle } of toursOf(ground))
    add(used, vehicle.depot, (seconds * vehicle.crew) / 3600)
  for (const { vehicle, seconds } of todaysTours(ground.base))
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
  return [...found, ...checkCrews(ground, shares)]
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

/** Staff hours over the horizon by facility. */
function hoursThere(shares: readonly StaffShare[]): Map<string, number> {
  const there = new Map<string, number>()
  for (const { place, hours } of shares) there.set(place, (there.get(place) ?? 0) + hours)
  return there
}

/** On no day more crew out than people employed at the depot or lent to it. */
function checkCrews(ground: CheckGround, shares: readonly StaffShare[]): Finding[] {
  const there = hoursThere(shares)
  const people = new Map<string, Set<string>>()
  const join = (place: string, id: string) =>
    people.set(place, (people.get(place) ?? new Set()).add(id))
  for (const { person, place } of shares) join(place, person.id)
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
