import { daysBetween, type PlainDate, weekday } from '../../kernel/calendar.ts'
import { byText } from '../../kernel/order.ts'
import { coversHours } from '../week-hours.ts'
import {
  type Booking,
  type DatedHours,
  type Distance,
  distanceOf,
  type Reach,
  type ResourceNeed,
  type SharedResource,
} from './shared-resource.ts'

/** Why a resource cannot be had. */
export type NotToBeHad =
  | 'other-kind'
  | 'lacks-skills'
  | 'not-lent'
  | 'not-free'
  | 'booked'
  | 'notice'

/** How far away, and how far something is lent. */
const far: Readonly<Record<Reach | Distance, number>> = {
  none: -1,
  township: 0,
  county: 1,
  neighbours: 2,
}

/** Whether two stretches of hours are on one date and share a minute. */
export const overlap = (a: DatedHours, b: DatedHours): boolean =>
  a.date === b.date && a.from < b.to && b.from < a.to

/** A booking as it is looked at before it is made. */
interface Asked {
  need: ResourceNeed
  resource: SharedResource
  /** What is booked of this resource already. */
  bookings: readonly Booking[]
  today: PlainDate
}

/**
 * Why the need cannot be met by the resource; null where it can. A unit’s own resource needs neither lending nor notice.
 * Nothing is ever booked twice: hours that share a minute with a booking are taken.
 */
export function notToBeHad({ need, resource, bookings, today }: Asked): NotToBeHad | null {
  const { kind, skills, place, unit, date, from, to } = need
  if (kind !== resource.kind) return 'other-kind'
  if (!skills.every((skill) => resource.skills.includes(skill))) return 'lacks-skills'
  const isOwn = unit === resource.owner
  if (!isOwn && far[distanceOf(place, resource.place)] > far[resource.reach]) return 'not-lent'
  if (!coversHours(resource.hours, { weekday: weekday(date), from, to })) return 'not-free'
  if (bookings.some((booking) => overlap(booking, need))) return 'booked'
  if (!isOwn && daysBetween(today, date) < resource.noticeDays) return 'notice'
  return null
}

/** A resource of a register, by its id. */
export type Registered = SharedResource & { id: string }

export interface Match<R extends Registered> {
  resource: R
  /** `own`: the unit’s. */
  distance: Distance | 'own'
  priceFen: number
}

/** Fen for some minutes at a price by the hour, rounded. */
export const priceOf = (
  { from, to }: Pick<DatedHours, 'from' | 'to'>,
  perHourFen: number,
): number => Math.round(((to - from) * perHourFen) / 60)

/** What could meet a need: one’s own first, then the nearest, the cheapest, by name; with how many of its kind could not, and why. */
export function matchNeed<R extends Registered>(
  need: ResourceNeed,
  resources: readonly R[],
  bookings: readonly Booking[],
  today: PlainDate,
): { matches: Match<R>[]; missed: Partial<Record<NotToBeHad, number>> } {
  const booked = Map.groupBy(bookings, ({ resource }) => resource)
  const missed: Partial<Record<NotToBeHad, number>> = {}
  const matches: Match<R>[] = []
  for (const resource of resources) {
    if (resource.kind !== need.kind) continue
    const why = notToBeHad({ need, resource, bookings: booked.get(resource.id) ?? [], today })
    if (why !== null) missed[why] = (missed[why] ?? 0) + 1
    else {
      const isOwn = resource.owner === need.unit
      const distance = isOwn ? 'own' : distanceOf(need.place, resource.place)
      matches.push({
        resource,
        distance,
        priceFen: isOwn ? 0 : priceOf(need, resource.pricePerHourFen),
      })
    }
  }
  const order = ({ distance }: Match<R>) => (distance === 'own' ? -1 : far[distance])
  const names = byText((m: Match<R>) => `${m.resource.name}\n${m.resource.id}`)
  matches.sort((a, b) => order(a) - order(b) || a.priceFen - b.priceFen || names(a, b))
  return { matches, missed }
}
