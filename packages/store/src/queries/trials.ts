import { type Trial, TrialEntry } from '@kuashan/core/plan/trial.ts'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** All trials at their newest versions, those that began last first. */
export async function listTrials({ db, caller }: Access): Promise<Trial[]> {
  const rows = await db
    .selectFrom('trial')
    .distinctOn(['county', 'trial'])
    .select(['trial', 'version', 'document'])
    .where('county', '=', caller.county)
    .orderBy('county')
    .orderBy('trial')
    .orderBy('version', 'desc')
    .execute()
  return rows
    .map(({ trial: id, version, document }) => ({ ...TrialEntry.parse(document), id, version }))
    .sort((a, b) => (a.range.from < b.range.from ? 1 : -1))
}

export async function getTrial(access: Access, id: string): Promise<Trial> {
  const found = (await listTrials(access)).find((trial) => trial.id === id)
  if (!found) throw refused('store-not-found', { what: 'trial' })
  return found
}

/** Keeps the next version of a trial; version 1 registers it. The key is the lock. Returns its id. */
async function keep(access: Access, id: string, version: number, entry: TrialEntry) {
  const { db, caller, record } = access
  await db
    .insertInto('trial')
    .values({
      county: caller.county,
      trial: id,
      version,
      document: JSON.stringify(entry),
      made_by: caller.account!,
    })
    .execute()
  const action = version === 1 ? 'register' : 'save'
  record({ action, table: 'trial', subject: id, facts: { version } })
  return id
}

export const registerTrial = (access: Access, entry: TrialEntry): Promise<string> =>
  keep(access, newId(), 1, entry)

/** Changes a trial, from the version its editor saw; what it was stays. */
export async function saveTrial(
  access: Access,
  { id, version }: { id: string; version: number },
  entry: TrialEntry,
): Promise<void> {
  const { version: now } = await getTrial(access, id)
  if (now !== version) throw refused('store-stale', { what: id, expected: version })
  await keep(access, id, version + 1, entry)
}
