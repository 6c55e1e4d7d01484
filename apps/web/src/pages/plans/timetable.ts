import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'

/** One visit with all that a list says of it. */
export interface VisitRow {
  visit: string
  tour: string
  date: PlainDate
  vehicle: string
  stop: string
  settlement: string
  /** Village of the stop; '' where it is not known. */
  village: string
  arrive: number
  leave: number
  services: string[]
  personTimes: number
  locked: boolean
}

/** Every visit of a plan in the order of days, vehicles and hours. */
export function visitRows(
  plan: Pick<Plan, 'tours' | 'stops' | 'locked'>,
  villageOf: ReadonlyMap<string, string>,
): VisitRow[] {
  const settlementOf = new Map(plan.stops.map((s) => [s.id, s.settlement]))
  const locked = new Set(plan.locked)
  const rows = plan.tours.flatMap((tour) =>
    tour.visits.map((visit): VisitRow => {
      const settlement = settlementOf.get(visit.stop) ?? ''
      return {
        visit: visit.id,
        tour: tour.id,
        date: tour.date,
        vehicle: tour.vehicle,
        stop: visit.stop,
        settlement,
        village: villageOf.get(settlement) ?? '',
        arrive: visit.arrive,
        leave: visit.leave,
        services: visit.services,
        personTimes: visit.personTimes,
        locked: locked.has(visit.id),
      }
    }),
  )
  return rows.sort(
    (a, b) =>
      a.date.localeCompare(b.date) || a.vehicle.localeCompare(b.vehicle) || a.arrive - b.arrive,
  )
}

/** By what a timetable is read: the village that waits, the day out of a crew, the vehicle. */
export type TimetableBy = 'village' | 'crew' | 'vehicle'

/** The keys of a timetable with how many visits each has, in the order of the rows. */
export function timetableKeys(
  rows: readonly VisitRow[],
  by: TimetableBy,
): { key: string; visits: number }[] {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOf(row, by), (counts.get(keyOf(row, by)) ?? 0) + 1)
  return [...counts].map(([key, visits]) => ({ key, visits }))
}

export const keyOf = (row: VisitRow, by: TimetableBy): string =>
  by === 'village' ? row.village : by === 'crew' ? `${row.date} ${row.vehicle}` : row.vehicle
