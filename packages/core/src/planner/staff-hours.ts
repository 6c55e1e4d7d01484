import { addDays, datesIn, daysBetween, isWithin } from '../kernel/calendar.ts'
import { type County, horizonDaysOf } from '../plan/county.ts'
import type { PostKind, StaffMember } from '../resources/staff.ts'

/** Staff of one facility over the horizon: those it employs and those a rota lends to its vehicles. */
export interface StaffThere {
  hours: number
  people: ReadonlySet<string>
  /** Of these hours, by kind of post, those that no licence binds to a place: they may be spent elsewhere. */
  movable: ReadonlyMap<PostKind, number>
}

/** Where a post's hours count: where it is licensed, else where it is employed. */
const homeOf = (person: StaffMember): string => person.licencePlace ?? person.employer

/** Days of the horizon on which somebody is still employed and not away. */
function daysEmployed(county: County, person: StaffMember): number {
  const { horizon } = county.settings
  const last = person.retiresOn === undefined ? horizon.to : addDays(person.retiresOn, -1)
  const to = [last, horizon.to].sort()[0]!
  const away = new Set((person.away ?? []).flatMap(datesIn))
  const lost = [...away].filter((day) => isWithin(day, { from: horizon.from, to })).length
  return Math.max(0, daysBetween(horizon.from, to) + 1 - lost)
}

/**
 * Staff hours over the horizon by facility (docs/methods/costs.md). A facility that is not in the map has no staff
 * listed: its hours are not known, which is another thing than none.
 */
export function staffThere(county: County): Map<string, StaffThere> {
  const vehicles = new Map(county.vehicles.map((v) => [v.id, v]))
  const there = new Map<string, OfPlace>()
  const add = (place: string, { id, post, licencePlace }: StaffMember, hours: number) => {
    const of = there.get(place) ?? { hours: 0, people: new Set(), movable: new Map() }
    of.hours += hours
    of.people.add(id)
    if (licencePlace === undefined) of.movable.set(post, (of.movable.get(post) ?? 0) + hours)
    there.set(place, of)
  }
  const rotas = new Map<string, { depot: string; hours: number }[]>()
  for (const rota of county.baseline.rotas) {
    const depot = vehicles.get(rota.place)?.depot
    if (depot === undefined) continue
    rotas.set(rota.staff, [...(rotas.get(rota.staff) ?? []), { depot, hours: rota.hours }])
  }
  for (const person of county.staff) {
    const weeks = daysEmployed(county, person) / 7
    let own = person.weeklyHours
    for (const { depot, hours } of rotas.get(person.id) ?? []) {
      if (depot === homeOf(person) || person.licencePlace !== undefined) continue
      const lent = Math.min(own, hours)
      own -= lent
      add(depot, person, lent * weeks)
    }
    add(homeOf(person), person, own * weeks)
  }
  return there
}

interface OfPlace {
  hours: number
  people: Set<string>
  movable: Map<PostKind, number>
}

/** What is left after the opening hours of the buildings that are open today, never below 0. */
export function hoursLeft(county: County): Map<string, number> {
  const share = horizonDaysOf(county) / 365
  const opening = new Map(
    county.facilities.map((f) => [f.id, f.state === 'open' ? f.staffHoursYear * share : 0]),
  )
  return new Map(
    [...staffThere(county)].map(([place, { hours }]) => [
      place,
      Math.max(0, hours - (opening.get(place) ?? 0)),
    ]),
  )
}
