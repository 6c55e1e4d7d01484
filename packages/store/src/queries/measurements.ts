import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { z } from 'zod'
import { sha256 } from '../database/canonical-json.ts'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** A measurement of a revision by the standards of a day; `document` is its JSON as it was made. */
export const Measurement = z.object({
  measurement: z.string(),
  revision: z.string(),
  scenario: z.string().nullable(),
  asOf: PlainDate,
  hash: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
})
export type Measurement = z.infer<typeof Measurement>

const columns = [
  'measurement',
  'revision',
  'scenario',
  'as_of as asOf',
  'hash',
  'made_by as madeBy',
  'made_at as madeAt',
] as const

/** Keeps a measurement. Returns its id. */
export async function saveMeasurement(
  { db, caller, record }: Access,
  made: { revision: string; scenario?: string | undefined; asOf: PlainDate; document: string },
): Promise<string> {
  const measurement = newId()
  const hash = sha256(made.document)
  await db
    .insertInto('measurement')
    .values({
      county: caller.county,
      measurement,
      revision: made.revision,
      scenario: made.scenario ?? null,
      as_of: made.asOf,
      hash,
      document: made.document,
      made_by: caller.account!,
    })
    .execute()
  record({ action: 'measure', table: 'measurement', subject: measurement, facts: { hash } })
  return measurement
}

/** Newest first, without the documents. */
export async function listMeasurements({ db, caller }: Access): Promise<Measurement[]> {
  const rows = await db
    .selectFrom('measurement')
    .select(columns)
    .where('county', '=', caller.county)
    .orderBy('measurement', 'desc')
    .execute()
  return rows.map((row) => Measurement.parse(row))
}

/** The newest of today, or of a scenario; null where nothing was measured. */
export async function newestMeasurement(
  { db, caller }: Access,
  scenario: string | null,
): Promise<Measurement | null> {
  const row = await db
    .selectFrom('measurement')
    .select(columns)
    .where('county', '=', caller.county)
    .where('scenario', scenario === null ? 'is' : '=', scenario)
    .orderBy('measurement', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? Measurement.parse(row) : null
}

/** A measurement without its document, which is large; its hash says which it is. */
export async function findMeasurement(
  { db, caller }: Access,
  measurement: string,
): Promise<Measurement> {
  const row = await db
    .selectFrom('measurement')
    .select(columns)
    .where('county', '=', caller.county)
    .where('measurement', '=', measurement)
    .executeTakeFirst()
  if (!row) throw refused('store-not-found', { what: measurement })
  return Measurement.parse(row)
}

export async function readMeasurement({ db, caller }: Access, measurement: string) {
  const row = await db
    .selectFrom('measurement')
    .select(columns)
    .select('document')
    .where('county', '=', caller.county)
    .where('measurement', '=', measurement)
    .executeTakeFirst()
  if (!row) throw refused('store-not-found', { what: measurement })
  return { ...Measurement.parse(row), document: row.document }
}
