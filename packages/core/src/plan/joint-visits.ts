import type { Domain } from '../catalogue/service.ts'
import { daysBetween, type PlainDate } from '../kernel/calendar.ts'
import type { Plan } from './plan.ts'

/** One visit of a plan, with the departments whose services it brings. */
export interface DatedVisit {
  visit: string
  settlement: string
  date: PlainDate
  vehicle: string
  services: readonly string[]
  domains: readonly Domain[]
  personTimes: number
}

/** Two departments come to one place within days of each other: `moves` could come on the day of `stays`. */
export interface JointVisit {
  settlement: string
  days: number
  stays: DatedVisit
  moves: DatedVisit
}

function datedVisits(plan: Plan, domainOf: (service: string) => Domain | undefined): DatedVisit[] {
  const places = new Map(plan.stops.map((stop) => [stop.id, stop.settlement]))
  return plan.tours.flatMap(({ date, vehicle, visits }) =>
    visits.map(({ id, stop, services, personTimes }) => ({
      visit: id,
      settlement: places.get(stop) ?? stop,
      date,
      vehicle,
      services,
      domains: [...new Set(services.map(domainOf).filter((d) => d !== undefined))].sort(),
      personTimes,
    })),
  )
}

const isShared = (a: DatedVisit, b: DatedVisit): boolean =>
  a.domains.some((domain) => b.domains.includes(domain))

/** The visit that fewer people wait for moves; of equals the later one. */
function pairOf(a: DatedVisit, b: DatedVisit, locked: ReadonlySet<string>): JointVisit | null {
  const [first, second] = b.personTimes <= a.personTimes ? [a, b] : [b, a]
  const moves = [second, first].find(({ visit }) => !locked.has(visit))
  if (!moves) return null
  const stays = moves === second ? first : second
  return { settlement: a.settlement, days: daysBetween(a.date, b.date), stays, moves }
}

/**
 * Visits of different departments to one settlement that could be one joint visit: not more than `within` days apart, by
 * different vehicles, with no department in common. The nearest pairs first; no visit is offered twice. Locked visits stay.
 */
export function jointVisits(
  plan: Plan,
  domainOf: (service: string) => Domain | undefined,
  within: number,
): JointVisit[] {
  const locked = new Set(plan.locked ?? [])
  const offers: JointVisit[] = []
  for (const visits of Map.groupBy(datedVisits(plan, domainOf), (v) => v.settlement).values()) {
    visits.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    for (const [k, a] of visits.entries())
      for (const b of visits.slice(k + 1)) {
        const days = daysBetween(a.date, b.date)
        if (days > within) break
        if (days === 0 || a.vehicle === b.vehicle || isShared(a, b)) continue
        const pair = a.domains.length * b.domains.length > 0 ? pairOf(a, b, locked) : null
        if (pair) offers.push(pair)
      }
  }
  offers.sort((a, b) => a.days - b.days || (a.stays.date < b.stays.date ? -1 : 1))
  const taken = new Set<string>()
  return offers.filter(({ stays, moves }) => {
    if (taken.has(stays.visit) || taken.has(moves.visit)) return false
    taken.add(stays.visit).add(moves.visit)
    return true
  })
}
