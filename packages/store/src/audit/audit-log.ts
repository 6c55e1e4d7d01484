import type { Access } from '../database/with-caller.ts'
import type { LoggedEntry } from './chain.ts'
import { entryColumns } from './seal.ts'

export interface AuditQuestion {
  /** Records of one table, or of one record of it. */
  table?: string
  subject?: string
  account?: string
  /** Instants; both ends belong. */
  from?: string
  to?: string
  /** Id of the last entry of the page before. */
  before?: string
  limit?: number
}

/** Lines of the log, newest first, for the auditor's and the administrator's browser. */
export async function readAudit(
  { db, caller }: Access,
  asked: AuditQuestion = {},
): Promise<LoggedEntry[]> {
  let query = db.selectFrom('audit_entry').select(entryColumns).where('county', '=', caller.county)
  if (asked.table) query = query.where('subject_table', '=', asked.table)
  if (asked.subject) query = query.where('subject', '=', asked.subject)
  if (asked.account) query = query.where('account', '=', asked.account)
  if (asked.from) query = query.where('at', '>=', asked.from)
  if (asked.to) query = query.where('at', '<=', asked.to)
  if (asked.before) query = query.where('entry', '<', asked.before)
  return query
    .orderBy('entry', 'desc')
    .limit(Math.min(asked.limit ?? 100, 1000))
    .execute()
}

/** Which of these entries a seal covers. */
export async function sealedAmong(
  { db, caller }: Access,
  entries: readonly string[],
): Promise<Set<string>> {
  if (entries.length === 0) return new Set()
  const rows = await db
    .selectFrom('audit_sealed_entry')
    .select('entry')
    .where('county', '=', caller.county)
    .where('entry', 'in', entries)
    .execute()
  return new Set(rows.map(({ entry }) => entry))
}
