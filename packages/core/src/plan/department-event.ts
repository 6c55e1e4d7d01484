import { z } from 'zod'
import { Domain } from '../catalogue/service.ts'
import { daysBetween, PlainDate } from '../kernel/calendar.ts'
import { compareText } from '../kernel/order.ts'
import { DivisionCode } from '../territory/division.ts'
import { type DatedVisit, datedVisits, eachOnce, type JointGround } from './joint-visits.ts'
import type { Plan } from './plan.ts'

/** What a department does in a village on a day by itself, outside of any plan: a check-up, a fair, a lesson. */
export const DepartmentEvent = z.strictObject({
  department: Domain,
  /** The village, 12 digits. */
  village: DivisionCode,
  date: PlainDate,
  purpose: z.string().trim().min(1).max(200),
})
export type DepartmentEvent = z.infer<typeof DepartmentEvent>

/** A visit of the plan and another department’s event in one village. Where `days` is 0 they come on one day already. */
export interface JointEvent<E extends DepartmentEvent> {
  event: E
  visit: DatedVisit
  days: number
  /** The visit is locked: it does not move to the event’s day. */
  isLocked: boolean
}

const apart = (a: PlainDate, b: PlainDate): number => Math.abs(daysBetween(a, b))

/**
 * Events that clash with visits of other departments to the same village, on one day or not more than `within` days apart,
 * each with the nearest of them. Clashes on one day first. No event and no visit is offered twice.
 */
export function jointEvents<E extends DepartmentEvent>(
  plan: Plan,
  events: readonly E[],
  ground: {
    domainOf: JointGround['domainOf']
    villageOf: (settlement: string) => string | undefined
  },
  within: number,
): JointEvent<E>[] {
  const locked = new Set(plan.locked ?? [])
  const visits = Map.groupBy(datedVisits(plan, ground.domainOf), (v) =>
    ground.villageOf(v.settlement),
  )
  const offers = events.flatMap((event) =>
    (visits.get(event.village) ?? [])
      .filter(
        ({ domains, date }) =>
          domains.length > 0 &&
          !domains.includes(event.department) &&
          apart(event.date, date) <= within,
      )
      .map((visit) => ({
        event,
        visit,
        days: apart(event.date, visit.date),
        isLocked: locked.has(visit.visit),
      })),
  )
  offers.sort((a, b) => a.days - b.days || compareText(a.event.date, b.event.date))
  return eachOnce(offers, ({ event, visit }) => [event, visit.visit])
}
