import { clockMinute } from '../../kernel/clock.ts'
import type { Facility } from '../facility.ts'
import { facilityKindAliases, postAliases, vehicleKindAliases } from '../import/kind-aliases.ts'
import type { StaffMember } from '../staff.ts'
import type { Vehicle } from '../vehicle.ts'
import type { WeekHours } from '../week-hours.ts'
import type { SharedResource } from './shared-resource.ts'

/** A resource taken over from the county’s data; `source` names its row, so that it is taken over once. */
export type TakenOver = SharedResource & { source: string }

/** What a unit has to say before anything is lent. */
const unsaid = { reach: 'none' as const, pricePerHourFen: 0, noticeDays: 0 }

const openingOf = ({ opening }: Facility): WeekHours =>
  opening
    .map(({ weekday, from, to }) => ({ weekday, from: clockMinute(from), to: clockMinute(to) }))
    .filter(({ from, to }) => from < to && to <= 1440)

/**
 * Posts, vehicles and rooms of the county’s data as resources of the register: whose they are, where, what they can do.
 * None is lent and of posts and vehicles no hour is free until their unit says so; a room is free when it is open.
 * Posts have no names of people. What lies in no known village or township is left out.
 */
export function resourcesOfCounty({
  facilities,
  staff,
  vehicles,
}: {
  facilities: readonly Facility[]
  staff: readonly StaffMember[]
  vehicles: readonly Vehicle[]
}): TakenOver[] {
  const homes = new Map(facilities.filter((f) => f.division !== '').map((f) => [f.id, f]))
  const at = (home: string) => {
    const found = homes.get(home)
    return found ? { owner: found.name, place: found.division, ...unsaid } : null
  }
  const taken: TakenOver[] = []
  for (const { id, post, skills, employer } of staff) {
    const home = at(employer)
    const name = postAliases[post][0]!
    if (home)
      taken.push({
        ...home,
        kind: 'post',
        name: `${name} ${id}`,
        skills: [name, ...skills],
        hours: [],
        source: `staff ${id}`,
      })
  }
  for (const { id, name, kind, depot } of vehicles) {
    const home = at(depot)
    if (home)
      taken.push({
        ...home,
        kind: 'vehicle',
        name,
        skills: [vehicleKindAliases[kind][0]!],
        hours: [],
        source: `vehicles ${id}`,
      })
  }
  for (const facility of homes.values())
    if (facility.state === 'open')
      taken.push({
        ...at(facility.id)!,
        kind: 'room',
        name: facility.name,
        skills: [facilityKindAliases[facility.kind][0]!],
        hours: openingOf(facility),
        source: `facilities ${facility.id}`,
      })
  return taken
}
