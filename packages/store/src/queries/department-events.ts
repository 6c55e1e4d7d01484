import { DepartmentEvent } from '@kuashan/core/plan/department-event.ts'
import { z } from 'zod'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** A line of the shared calendar. `joint`: it has been agreed that both come together; `note` says with whom. */
export const CalendarEvent = DepartmentEvent.extend({
  event: z.string(),
  state: z.enum(['planned', 'joint', 'cancelled']),
  note: z.string(),
  version: z.number().int(),
})
export type CalendarEvent = z.infer<typeof CalendarEvent>

export type EventEntry = Pick<CalendarEvent, keyof DepartmentEvent | 'state' | 'note'>

const columns = [
  'department_event as event',
  'department',
  'village',
  'day as date',
  'purpose',
  'state',
  'note',
  'version',
] as const

/** By day, then village. */
export async function listEvents({ db, caller }: Access): Promise<CalendarEvent[]> {
  const rows = await db
    .selectFrom('department_event')
    .select(columns)
    .where('county', '=', caller.county)
    .orderBy('day')
    .orderBy('village')
    .orderBy('department_event')
    .execute()
  return rows.map((row) => CalendarEvent.parse(row))
}

/** Enters what is not in the calendar yet; what is stays as it stands. Returns how many were new. */
export async function enterEvents(
  { db, caller, record }: Access,
  events: readonly DepartmentEvent[],
): Promise<number> {
  let added = 0
  for (let at = 0; at < events.length; at += 500) {
    const rows = events.slice(at, at + 500).map(({ date, ...rest }) => ({
      ...rest,
      county: caller.county,
      department_event: newId(),
      day: date,
      made_by: caller.account!,
    }))
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('department_event')
      .values(rows)
      .onConflict((key) =>
        key.columns(['county', 'village', 'day', 'department', 'purpose']).doNothing(),
      )
      .executeTakeFirstOrThrow()
    added += Number(numInsertedOrUpdatedRows ?? 0n)
  }
  record({ action: 'enter', table: 'department_event', subject: '*', facts: { added } })
  return added
}

/** Replaces a line of the calendar, from the version its editor saw. */
export async function saveEvent(
  { db, caller, record }: Access,
  id: string,
  { date, ...rest }: EventEntry,
  version: number,
): Promise<CalendarEvent> {
  const row = await db
    .updateTable('department_event')
    .set({ ...rest, day: date, version: version + 1, changed_at: new Date().toISOString() })
    .where('county', '=', caller.county)
    .where('department_event', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
  if (!row) throw refused('store-stale', { what: id, expected: version })
  record({
    action: 'save',
    table: 'department_event',
    subject: id,
    facts: { version: version + 1, state: rest.state },
  })
  return CalendarEvent.parse(row)
}
