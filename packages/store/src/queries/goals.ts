import { Goal } from '@kuashan/core/catalogue/goal.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** The goal tree as it stands; version 0 is the empty one that nobody made. */
export async function readGoals({
  db,
  caller,
}: Access): Promise<{ version: number; goals: Goal[] }> {
  const row = await db
    .selectFrom('goal_tree')
    .select(['version', 'goals'])
    .where('county', '=', caller.county)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { version: row.version, goals: Goal.array().parse(row.goals) }
    : { version: 0, goals: [] }
}

/** Replaces the tree, from the version its editor saw. Returns the new version; earlier ones stay. */
export async function saveGoals(
  access: Access,
  goals: readonly Goal[],
  version: number,
): Promise<number> {
  const { db, caller, record } = access
  const { version: now } = await readGoals(access)
  if (now !== version) throw refused('store-stale', { what: 'goals', expected: version })
  const next = version + 1
  await db
    .insertInto('goal_tree')
    .values({
      county: caller.county,
      version: next,
      goals: JSON.stringify(goals),
      made_by: caller.account!,
    })
    .execute()
  record({ action: 'save', table: 'goal_tree', subject: caller.county, facts: { version: next } })
  return next
}
