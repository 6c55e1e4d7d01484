import { Change } from '@kuashan/core/plan/change.ts'
import { z } from 'zod'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** A list of changes to a revision of the county's data, under a name. */
export const Scenario = z.object({
  scenario: z.string(),
  name: z.string(),
  revision: z.string(),
  changes: z.array(Change),
  version: z.number().int(),
  madeBy: z.string(),
  madeAt: z.string(),
  changedAt: z.string(),
})
export type Scenario = z.infer<typeof Scenario>

export interface NewScenario {
  name: string
  revision: string
  changes: readonly Change[]
}

const columns = [
  'scenario',
  'name',
  'revision',
  'changes',
  'version',
  'made_by as madeBy',
  'made_at as madeAt',
  'changed_at as changedAt',
] as const

const parse = (row: { changes: string }): Scenario =>
  Scenario.parse({ ...row, changes: JSON.parse(row.changes) })

/** Returns the new scenario's id. */
export async function createScenario(
  { db, caller, record }: Access,
  made: NewScenario,
): Promise<string> {
  const scenario = newId()
  const { name, revision } = made
  const changes = JSON.stringify(made.changes)
  const madeBy = { made_by: caller.account! }
  await db
    .insertInto('scenario')
    .values({ county: caller.county, scenario, name, revision, changes, ...madeBy })
    .execute()
  record({ action: 'create', table: 'scenario', subject: scenario, facts: { name } })
  return scenario
}

/** Replaces name and changes, from the version the editor saw. Returns the new version. */
export async function saveScenario(
  { db, caller, record }: Access,
  scenario: string,
  made: Omit<NewScenario, 'revision'>,
  version: number,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('scenario')
    .set({
      name: made.name,
      changes: JSON.stringify(made.changes),
      version: version + 1,
      changed_at: new Date().toISOString(),
    })
    .where('county', '=', caller.county)
    .where('scenario', '=', scenario)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-stale', { what: scenario, expected: version })
  record({ action: 'save', table: 'scenario', subject: scenario, facts: { version: version + 1 } })
  return version + 1
}

export async function getScenario({ db, caller }: Access, scenario: string): Promise<Scenario> {
  const row = await db
    .selectFrom('scenario')
    .select(columns)
    .where('county', '=', caller.county)
    .where('scenario', '=', scenario)
    .executeTakeFirst()
  if (!row) throw refused('store-not-found', { what: scenario })
  return parse(row)
}

/** Takes a scenario off the list, from the version its reader saw; plans and measurements made under it still find it. */
export async function dropScenario(
  { db, caller, record }: Access,
  scenario: string,
  version: number,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('scenario')
    .set({ dropped_at: new Date().toISOString(), version: version + 1 })
    .where('county', '=', caller.county)
    .where('scenario', '=', scenario)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-stale', { what: scenario, expected: version })
  record({ action: 'drop', table: 'scenario', subject: scenario })
}

/** Newest first, without those that were dropped. */
export async function listScenarios({ db, caller }: Access): Promise<Scenario[]> {
  const rows = await db
    .selectFrom('scenario')
    .select(columns)
    .where('county', '=', caller.county)
    .where('dropped_at', 'is', null)
    .orderBy('scenario', 'desc')
    .execute()
  return rows.map(parse)
}
