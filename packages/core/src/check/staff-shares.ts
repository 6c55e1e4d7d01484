import { datesIn, type PlainDate } from '../kernel/calendar.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { StaffMember } from '../resources/staff.ts'
import type { CheckCounty } from './check-ground.ts'

/** Hours of the horizon that one person gives at one place. */
export interface StaffShare {
  person: StaffMember
  place: string
  hours: number
}

/** A licence binds hours to its place, wherever the person is employed. */
export const homeOf = (person: StaffMember): string => person.licencePlace ?? person.employer

export const isAway = (person: StaffMember, date: PlainDate): boolean =>
  (person.away ?? []).some(({ from, to }) => from <= date && date <= to)

/** Days of the horizon on which somebody is still employed and not away. */
function daysEmployed(days: readonly PlainDate[], person: StaffMember): number {
  const { retiresOn, away } = person
  if (retiresOn === undefined && (away ?? []).length === 0) return days.length
  return days.filter(
    (date) => (retiresOn === undefined || date < retiresOn) && !isAway(person, date),
  ).length
}

/** Depots that a rota lends somebody to, with the hours of a week; none for who is bound by a licence. */
function lentTo(ground: CheckCounty, person: StaffMember): { depot: string; hours: number }[] {
  if (person.licencePlace !== undefined) return []
  return ground.county.baseline.rotas.flatMap((rota) => {
    const depot = ground.vehicles.get(rota.place)?.depot
    if (rota.staff !== person.id || depot === undefined || depot === homeOf(person)) return []
    return [{ depot, hours: rota.hours }]
  })
}

/** Everybody's hours over the horizon, at home and where rotas lend them. */
export const staffShares = oncePer((ground: CheckCounty): readonly StaffShare[] => {
  const days = datesIn(ground.county.settings.horizon)
  return ground.county.staff.flatMap((person) => {
    const weeks = daysEmployed(days, person) / 7
    let own = person.weeklyHours
    const lent = lentTo(ground, person).map(({ depot, hours }): StaffShare => {
      const given = Math.min(own, hours)
      own -= given
      return { person, place: depot, hours: given * weeks }
    })
    return [...lent, { person, place: homeOf(person), hours: own * weeks }]
  })
})
