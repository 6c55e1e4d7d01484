import { sha256 } from '../database/canonical-json.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** Keeps an answer of a job under the name of its part; part of the transaction that ends the job. */
export async function saveJobDocument(
  { db, caller, record }: Access,
  job: string,
  part: string,
  document: string,
): Promise<void> {
  await db
    .insertInto('job_document')
    .values({ county: caller.county, job, part, document })
    .execute()
  const facts = { part, hash: sha256(document) }
  record({ action: 'answer', table: 'job_document', subject: job, facts })
}

/** One part of a job's answer, byte for byte as it was kept. */
export async function readJobDocument(
  { db, caller }: Access,
  job: string,
  part: string,
): Promise<string> {
  const row = await db
    .selectFrom('job_document')
    .select('document')
    .where('county', '=', caller.county)
    .where('job', '=', job)
    .where('part', '=', part)
    .executeTakeFirst()
  if (!row) throw refused('store-not-found', { what: job })
  return row.document
}
