import type { Domain } from '../catalogue/service.ts'
import { daysBetween, type PlainDate } from '../kernel/calendar.ts'
import { byText, compareText } from '../kernel/order.ts'
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
  /** It is all that its vehicle goes out for on that day. */
  isAlone: boolean
}

/**
 * What one joint visit spares: the village one day of the two (`day`); a vehicle its day out, where the other carries both
 * (`vehicle-day`); else one of two arrivals on the same day (`arrival`).
 */
export type JointGain = 'day' | 'vehicle-day' | 'arrival'

/**
 * Two departments come to one place within days of each other. `moves` could come on the day of `stays`; where the day is
 * the same already, with it: in its vehicle where `aboard` names it, else beside it, announced as one.
 */
export interface JointVisit {
  settlement: string
  days: number
  gain: JointGain
  /** The vehicle that carries both; null where each comes in its own. */
  aboard: string | null
  stays: DatedVisit
  moves: DatedVisit
}

/** What has to be known of the county besides the plan. */
export interface JointGround {
  domainOf: (service: string) => Domain | undefined
  /** Whether a vehicle is fitted out for all of these services. */
  canGive: (vehicle: string, services: readonly string[]) => boolean
}

/** The visits of a plan in its order, with the departments that come. */
export function datedVisits(plan: Plan, domainOf: JointGround['domainOf']): DatedVisit[] {
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
      isAlone: visits.length === 1,
    })),
  )
}

const isShared = (a: DatedVisit, b: DatedVisit): boolean =>
  a.domains.some((domain) => b.domains.includes(domain))

/** Of two on one day the one moves into the other’s vehicle whose own may then stay in; of two days, the later of equals. */
function pairOf(
  a: DatedVisit,
  b: DatedVisit,
  { locked, canGive }: { locked: ReadonlySet<string>; canGive: JointGround['canGive'] },
): JointVisit | null {
  const days = daysBetween(a.date, b.date)
  const byPeople = b.personTimes <= a.personTimes ? [b, a] : [a, b]
  const free = byPeople.filter(({ visit }) => !locked.has(visit))
  const otherOf = (one: DatedVisit) => (one === a ? b : a)
  const carried =
    days === 0 ? free.filter((one) => canGive(otherOf(one).vehicle, one.services)) : []
  const moves =
    carried.find(({ isAlone }) => isAlone) ?? carried[0] ?? (days === 0 ? byPeople : free)[0]
  if (!moves) return null
  const stays = otherOf(moves)
  const aboard = carried.includes(moves) ? stays.vehicle : null
  const gain = days > 0 ? 'day' : aboard !== null && moves.isAlone ? 'vehicle-day' : 'arrival'
  return { settlement: a.settlement, days, gain, aboard, stays, moves }
}

/** Of offers in their order those whose parts no offer before them has taken. */
export function eachOnce<T>(offers: readonly T[], partsOf: (offer: T) => readonly unknown[]): T[] {
  const taken = new Set<unknown>()
  return offers.filter((offer) => {
    const parts = partsOf(offer)
    if (parts.some((part) => taken.has(part))) return false
    for (const part of parts) taken.add(part)
    return true
  })
}

/**
 * Visits of different departments to one settlement that could be one joint visit: on one day or not more than `within`
 * days apart, by different vehicles, with no department in common. Clashes on one day first, then the nearest pairs; no
 * visit is offered twice. Locked visits stay as they are; on one day they are still announced together.
 */
export function jointVisits(plan: Plan, ground: JointGround, within: number): JointVisit[] {
  const known = { locked: new Set(plan.locked ?? []), canGive: ground.canGive }
  const offers: JointVisit[] = []
  const byPlace = Map.groupBy(datedVisits(plan, ground.domainOf), (v) => v.settlement)
  for (const visits of byPlace.values()) {
    visits.sort(byText(({ date }) => date))
    for (const [k, a] of visits.entries())
      for (const b of visits.slice(k + 1)) {
        if (daysBetween(a.date, b.date) > within) break
        if (a.vehicle === b.vehicle || isShared(a, b)) continue
        const pair = a.domains.length * b.domains.length > 0 ? pairOf(a, b, known) : null
        if (pair) offers.push(pair)
      }
  }
  offers.sort((a, b) => a.days - b.days || compareText(a.stays.date, b.stays.date))
  return eachOnce(offers, ({ stays, moves }) => [stays.visit, moves.visit])
}
