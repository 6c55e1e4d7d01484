import { placesOf } from '@kuashan/core/territory/area.ts'
import { type Kysely, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { FieldCipher } from '../secrets/field-cipher.ts'
import { AuditGuard, unrecorded } from './audit-guard.ts'
import { Caller, ownCaller } from './caller.ts'
import { newId } from './new-id.ts'
import { refused } from './refused.ts'
import type { Tables } from './tables.generated.ts'
import { translateError } from './translate-error.ts'

/** A line of the audit log: what was done to which record. The caller and the time are added. */
export interface AuditRecord {
  action: string
  table: keyof Tables
  subject: string
  facts?: Record<string, unknown>
}

/** One transaction of one caller: the only handle on the database that queries get. */
export interface Access {
  db: Transaction<Tables>
  caller: Caller
  cipher: FieldCipher
  /** Every write and every look at a person is recorded in the same transaction, or the transaction fails. */
  record(line: AuditRecord): void
  /**
   * Reads as the server itself, which sees the county whole and writes nothing: to answer a caller who is shown a part. What
   * comes of it must be cut to the caller's area. Nothing else may run in the transaction meanwhile.
   */
  readWhole<T>(read: (whole: Access) => Promise<T>): Promise<T>
}

/** The places of an area as policies compare with them. */
const patternsOf = (area: string): string =>
  placesOf(area)
    .map((place) => `${place}%`)
    .join(' ')

/**
 * SET takes no parameters and `set_config()` does not reach the workers of a distributed PostgreSQL, so the literals are
 * escaped here; Caller has been parsed, and only digits, ids and closed lists come this far.
 */
const introduce = (caller: Caller): string =>
  [
    ['kuashan.county', caller.county],
    ['kuashan.role', caller.role],
    ['kuashan.area', caller.area],
    ['kuashan.places', patternsOf(caller.area)],
    ['kuashan.purpose', caller.purpose],
    ['kuashan.account', caller.account ?? ''],
    ['statement_timeout', '60s'],
    ['idle_in_transaction_session_timeout', '60s'],
  ]
    .map(([name, value]) => `SET LOCAL ${name} = ${pg.escapeLiteral(value!)}`)
    .join('; ')

/** Becomes the reader for as long as `read` takes, and the caller again whatever comes of it. */
async function readingWhole<T>(
  transaction: Transaction<Tables>,
  access: Access,
  read: (whole: Access) => Promise<T>,
): Promise<T> {
  const caller = ownCaller(access.caller.county, 'reader')
  const goBack = () => sql.raw(introduce(access.caller)).execute(transaction)
  const whole: Access = { ...access, caller, readWhole: (again) => again(whole) }
  await sql.raw(introduce(caller)).execute(transaction)
  try {
    const result = await read(whole)
    await goBack()
    return result
  } catch (error) {
    // After a failed statement there is no way back, and nothing more can be read either.
    await goBack().catch(() => undefined)
    throw error
  }
}

async function writeLog(access: Access, lines: readonly AuditRecord[]): Promise<void> {
  if (lines.length === 0) return
  const { account, area, county, purpose, role, why } = access.caller
  const rows = lines.map((line) => ({
    county,
    entry: newId(),
    account,
    role,
    area,
    purpose,
    why,
    action: line.action,
    subject_table: line.table,
    subject: line.subject,
    facts: JSON.stringify(line.facts ?? {}),
  }))
  await access.db.insertInto('audit_entry').values(rows).execute()
}

/**
 * Runs `work` in one transaction as `caller`: all of it is kept or nothing, and row-level security shows what the
 * caller may see. Throws `Refused` (act on its finding) or `StoreOutage` (try again later); anything else is a bug.
 */
export async function withCaller<T>(
  database: { kysely: Kysely<Tables>; cipher: FieldCipher },
  asked: Caller,
  work: (access: Access) => Promise<T>,
): Promise<T> {
  const caller = Caller.parse(asked)
  try {
    return await database.kysely.transaction().execute(async (transaction) => {
      await sql.raw(introduce(caller)).execute(transaction)
      const guard = new AuditGuard()
      const lines: AuditRecord[] = []
      const access: Access = {
        db: transaction.withSchema('kuashan').withPlugin(guard) as Transaction<Tables>,
        caller,
        cipher: database.cipher,
        record: (line) => lines.push(line),
        readWhole: (read) => readingWhole(transaction, access, read),
      }
      const result = await work(access)
      if (guard.touched.looked.size > 0 && caller.why.trim() === '')
        throw refused('store-why-needed')
      const missing = unrecorded(guard.touched, new Set(lines.map((line) => line.table)))
      if (missing.length > 0) throw new Error(`not in the audit log: ${missing.join(', ')}`)
      await writeLog(access, lines)
      return result
    })
  } catch (error) {
    throw translateError(error)
  }
}
