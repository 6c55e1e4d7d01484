import { DatedHours } from '@kuashan/core/resources/pool/shared-resource.ts'
import { z } from 'zod'
import { newId } from '../database/new-id.ts'
import { oneAfterAnother } from '../database/one-after-another.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** Hours of a resource that a unit has, with owner and price as they were agreed. */
export const KeptBooking = DatedHours.extend({
  id: z.string(),
  resource: z.string(),
  unit: z.string(),
  purpose: z.string(),
  owner: z.string(),
  pricePerHourFen: z.number().int(),
  state: z.enum(['booked', 'cancelled']),
  version: z.number().int(),
})
export type KeptBooking = z.infer<typeof KeptBooking>

const columns = [
  'resource_booking as id',
  'shared_resource as resource',
  'unit',
  'day as date',
  'from_minute as from',
  'to_minute as to',
  'purpose',
  'owner',
  'price_per_hour_fen as pricePerHourFen',
  'state',
  'version',
] as const

/** By day and hour, cancelled ones too. */
export async function listBookings({ db, caller }: Access): Promise<KeptBooking[]> {
  const rows = await db
    .selectFrom('resource_booking')
    .select(columns)
    .where('county', '=', caller.county)
    .orderBy('day')
    .orderBy('from_minute')
    .orderBy('resource_booking')
    .execute()
  return rows.map((row) => KeptBooking.parse(row))
}

/** Books hours; the database refuses any that share a minute with a booking of the same resource. Returns the booking’s id. */
export async function bookResource(
  access: Access,
  booking: Omit<KeptBooking, 'id' | 'state' | 'version'>,
): Promise<string> {
  const { db, caller, record } = access
  const id = newId()
  const { resource, unit, date, from, to, purpose, owner, pricePerHourFen } = booking
  // Bookings of one resource one after another: an exclusion constraint alone lets several at once deadlock.
  await oneAfterAnother(access, resource)
  await db
    .insertInto('resource_booking')
    .values({
      county: caller.county,
      resource_booking: id,
      shared_resource: resource,
      unit,
      day: date,
      from_minute: from,
      to_minute: to,
      purpose,
      owner,
      price_per_hour_fen: pricePerHourFen,
      made_by: caller.account!,
    })
    .execute()
  record({ action: 'book', table: 'resource_booking', subject: id, facts: { resource, date } })
  return id
}

/** Gives the hours back. */
export async function cancelBooking(
  { db, caller, record }: Access,
  id: string,
  version: number,
): Promise<KeptBooking> {
  const row = await db
    .updateTable('resource_booking')
    .set({ state: 'cancelled', version: version + 1, changed_at: new Date().toISOString() })
    .where('county', '=', caller.county)
    .where('resource_booking', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
  if (!row) throw refused('store-stale', { what: id, expected: version })
  record({ action: 'cancel', table: 'resource_booking', subject: id })
  return KeptBooking.parse(row)
}
