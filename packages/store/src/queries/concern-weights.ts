import { ConcernWeights, startingWeights } from '@kuashan/core/plan/concern.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** The weights that order the queue; version 0 is the proposal that nobody changed. */
export async function readConcernWeights({
  db,
  caller,
}: Access): Promise<{ version: number; weights: ConcernWeights }> {
  const row = await db
    .selectFrom('concern_weights')
    .select(['version', 'weights'])
    .where('county', '=', caller.county)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { version: row.version, weights: ConcernWeights.parse(row.weights) }
    : { version: 0, weights: startingWeights }
}

/** Replaces the weights, from the version their editor saw; earlier ones stay. */
export async function saveConcernWeights(
  access: Access,
  weights: ConcernWeights,
  version: number,
): Promise<void> {
  const { db, caller, record } = access
  const { version: now } = await readConcernWeights(access)
  if (now !== version) throw refused('store-stale', { what: 'concern weights', expected: version })
  const next = version + 1
  await db
    .insertInto('concern_weights')
    .values({
      county: caller.county,
      version: next,
      weights: JSON.stringify(weights),
      made_by: caller.account!,
    })
    .execute()
  const facts = { version: next }
  record({ action: 'save', table: 'concern_weights', subject: caller.county, facts })
}
