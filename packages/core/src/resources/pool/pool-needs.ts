import type { PlainDate } from '../../kernel/calendar.ts'
import { compareText } from '../../kernel/order.ts'
import { matchNeed, type Registered } from './book.ts'
import type { Booking, ResourceNeed } from './shared-resource.ts'

/** A need of a group of people. `isEntitled`: a standard promises it to them; else they come because somebody is there. */
export interface PeopleNeed extends ResourceNeed {
  id: string
  people: number
  isEntitled: boolean
}

export interface PoolRun {
  /** Which resource serves which need. */
  served: { need: string; resource: string }[]
  bookings: Booking[]
  /** Of the people who are entitled, those served; 1 where nobody is. */
  coverage: number
  /** Of the people served, those who were entitled; 1 where nobody is served. */
  accuracy: number
}

const total = (needs: readonly PeopleNeed[]): number =>
  needs.reduce((sum, { people }) => sum + people, 0)

/**
 * Needs met one after the other from free hours, each by the nearest and cheapest that can: the entitled from their own
 * unit; then, where `isPooled`, the entitled who are left from whoever lends; and only then, from what their own unit has
 * left, those who are not entitled. So pooling takes from nobody entitled, and hours that idle at one place go first to
 * those elsewhere who have a right to them. Larger groups first, equal ones by id.
 */
export function poolNeeds(
  needs: readonly PeopleNeed[],
  resources: readonly Registered[],
  today: PlainDate,
  { isPooled }: { isPooled: boolean },
): PoolRun {
  const bookings: Booking[] = []
  const served: PoolRun['served'] = []
  const isServed = new Set<string>()
  const order = needs.toSorted((a, b) => b.people - a.people || compareText(a.id, b.id))
  const serve = (
    some: readonly PeopleNeed[],
    from: (need: PeopleNeed) => readonly Registered[],
  ) => {
    for (const need of some) {
      if (isServed.has(need.id)) continue
      const [best] = matchNeed(need, from(need), bookings, today).matches
      if (!best) continue
      const { id: resource, pricePerHourFen } = best.resource
      const { unit, date, from: begins, to } = need
      bookings.push({ resource, unit, date, from: begins, to, pricePerHourFen })
      served.push({ need: need.id, resource })
      isServed.add(need.id)
    }
  }
  const own = ({ unit }: PeopleNeed) => resources.filter(({ owner }) => owner === unit)
  const entitled = order.filter((need) => need.isEntitled)
  serve(entitled, own)
  if (isPooled) serve(entitled, () => resources)
  serve(
    order.filter((need) => !need.isEntitled),
    own,
  )
  const reached = order.filter(({ id }) => isServed.has(id))
  const right = total(reached.filter((need) => need.isEntitled))
  return {
    served,
    bookings,
    coverage: entitled.length === 0 ? 1 : right / total(entitled),
    accuracy: reached.length === 0 ? 1 : right / total(reached),
  }
}
