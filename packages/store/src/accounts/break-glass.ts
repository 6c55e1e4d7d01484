import { Area, type Caller } from '../database/caller.ts'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

const longestMinutes = 240

/**
 * Opens the people of an area to the caller for a time, because somebody is in danger. Returns the caller to go on as:
 * every look is logged with the reason, and an auditor who is not the caller looks into it afterwards.
 */
export async function breakGlass(
  { db, caller, record }: Access,
  asked: { area: Area; reason: string; minutes: number },
): Promise<Caller> {
  const area = Area.parse(asked.area)
  if (!(asked.minutes >= 1 && asked.minutes <= longestMinutes) || asked.reason.trim().length < 10)
    throw refused('store-value-not-possible')
  const id = newId()
  const started = await db
    .selectNoFrom((eb) => eb.fn<string>('now').as('now'))
    .executeTakeFirstOrThrow()
  const expires = new Date(Date.parse(started.now) + asked.minutes * 60_000).toISOString()
  await db
    .insertInto('break_glass')
    .values({
      county: caller.county,
      account: caller.account!,
      break_glass: id,
      area,
      reason: asked.reason,
      expires_at: expires,
    })
    .execute()
  const facts = { area, reason: asked.reason, minutes: asked.minutes }
  record({ action: 'break glass', table: 'break_glass', subject: id, facts })
  return { ...caller, area, purpose: 'emergency', why: asked.reason }
}

/** What the caller has open now, oldest first. */
export const listOwnOpen = ({ db, caller }: Access, now: number) =>
  db
    .selectFrom('break_glass')
    .select(['break_glass as id', 'area', 'reason', 'started_at as startedAt'])
    .select('expires_at as expiresAt')
    .where('county', '=', caller.county)
    .where('account', '=', caller.account)
    .where('expires_at', '>', new Date(now).toISOString())
    .orderBy('break_glass')
    .execute()

/** Ends an emergency of the caller's own before its time. Refused where it is not open. */
export async function endBreakGlass({ db, caller, record }: Access, id: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('break_glass')
    .set((eb) => ({ expires_at: eb.fn<string>('now') }))
    .where('county', '=', caller.county)
    .where('account', '=', caller.account)
    .where('break_glass', '=', id)
    .where('expires_at', '>', (eb) => eb.fn<string>('now'))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-not-found', { what: id })
  record({ action: 'end', table: 'break_glass', subject: id })
}

/** What was opened and has not been looked into, oldest first. */
export const listUnreviewed = ({ db, caller }: Access) =>
  db
    .selectFrom('break_glass')
    .select(['break_glass as id', 'account', 'area', 'reason', 'started_at as startedAt'])
    .select('expires_at as expiresAt')
    .where('county', '=', caller.county)
    .where('reviewed_at', 'is', null)
    .orderBy('break_glass')
    .execute()

/** An auditor's word on an emergency; never on one's own. */
export async function reviewBreakGlass(access: Access, id: string, review: string) {
  const { db, caller, record } = access
  const { numUpdatedRows } = await db
    .updateTable('break_glass')
    .set({ reviewed_by: caller.account, reviewed_at: new Date().toISOString(), review })
    .where('county', '=', caller.county)
    .where('break_glass', '=', id)
    .where('reviewed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-not-found', { what: id })
  record({ action: 'review', table: 'break_glass', subject: id })
}
