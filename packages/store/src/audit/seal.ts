import { oneAfterAnother } from '../database/one-after-another.ts'
import type { Access } from '../database/with-caller.ts'
import { beginning, hashOfEntries, hashOfEntry, hashOfSeal } from './chain.ts'

/** Entries in one seal; what is left waits for the next. */
const most = 5000

export const entryColumns = [
  'audit_entry.county',
  'audit_entry.entry',
  'at',
  'account',
  'role',
  'area',
  'purpose',
  'action',
  'subject_table',
  'subject',
  'why',
  'facts',
] as const

const lastSeal = ({ db, caller }: Access) =>
  db
    .selectFrom('audit_seal')
    .select(['seal', 'hash'])
    .where('county', '=', caller.county)
    .orderBy('seal', 'desc')
    .limit(1)
    .executeTakeFirst()

const unsealed = ({ db, caller }: Access) =>
  db
    .selectFrom('audit_entry')
    .leftJoin('audit_sealed_entry as sealed', (join) =>
      join
        .onRef('sealed.county', '=', 'audit_entry.county')
        .onRef('sealed.entry', '=', 'audit_entry.entry'),
    )
    .select(entryColumns)
    .where('audit_entry.county', '=', caller.county)
    .where('sealed.entry', 'is', null)
    .orderBy('audit_entry.entry')
    .limit(most)
    .execute()

/**
 * Chains what has been logged since the last seal; null where nothing has. Looks never wait for it: entries are added
 * freely and sealed later, in whatever order they committed. Of two that seal at once one does so after the other.
 * The caller is `sealer`. Keep the answer outside the database (print it, send it): only that shows a chain cut short.
 */
export async function sealAudit(access: Access): Promise<{ seal: number; hash: string } | null> {
  const { db, caller } = access
  await oneAfterAnother(access, 'seal')
  const last = await lastSeal(access)
  const entries = await unsealed(access)
  if (entries.length === 0) return null
  const hashes = entries.map(hashOfEntry)
  const body = {
    county: caller.county,
    seal: (last?.seal ?? 0) + 1,
    entries: entries.length,
    entries_hash: hashOfEntries(hashes),
    previous_hash: last?.hash ?? beginning,
  }
  const hash = hashOfSeal(body)
  await db
    .insertInto('audit_seal')
    .values({ ...body, hash })
    .execute()
  await db
    .insertInto('audit_sealed_entry')
    .values(
      entries.map(({ county, entry }, position) => ({
        county,
        entry,
        seal: body.seal,
        position,
        hash: hashes[position]!,
      })),
    )
    .execute()
  return { seal: body.seal, hash }
}

/** Lines under seal, and the newest seal. */
export async function countSealed(
  access: Access,
): Promise<{ lines: number; last: { seal: number; hash: string } | null }> {
  const { db, caller } = access
  const seals = await db
    .selectFrom('audit_seal')
    .select('entries')
    .where('county', '=', caller.county)
    .execute()
  const lines = seals.reduce((sum, { entries }) => sum + entries, 0)
  return { lines, last: (await lastSeal(access)) ?? null }
}
