import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import type { VisitRow } from '../timetable.ts'

/** Where somebody wants a visit to be. */
export interface WantedPlace {
  date: PlainDate
  vehicle: string
}

/** The edit that brings a visit to another day or vehicle; null where it stays. */
export function moveOf(row: VisitRow, { date, vehicle }: WantedPlace): PlanEdit | null {
  if (date === row.date && vehicle === row.vehicle) return null
  return {
    do: 'move-visit',
    visit: row.visit,
    date,
    ...(vehicle === row.vehicle ? {} : { vehicle }),
  }
}

export const lockOf = ({ visit, locked }: VisitRow): PlanEdit => ({
  do: locked ? 'unlock' : 'lock',
  visit,
})

export const dropOf = ({ visit }: VisitRow): PlanEdit => ({ do: 'drop-visit', visit })
