import { Goal } from '@kuashan/core/catalogue/goal.ts'
import { ConcernWeights, startingWeights } from '@kuashan/core/plan/concern.ts'
import { PolicyText } from '@kuashan/core/plan/policy-text.ts'
import { MapSource } from '@kuashan/core/territory/map-source.ts'
import type { z } from 'zod'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** Something that a county has once and keeps whole: each change is a version of its own and none is ever changed. */
interface KeptWhole<T> {
  /** As it stands; version 0 is what a county begins with and nobody made. */
  read(access: Access): Promise<{ version: number; value: T }>
  /** Replaces it, from the version its editor saw. Returns the new version; earlier ones stay. */
  save(access: Access, value: T, version: number): Promise<number>
}

/** The column that holds the value; the other columns of these tables are the same. */
const columns = {
  goal_tree: 'goals',
  policy_register: 'texts',
  concern_weights: 'weights',
  map_source: 'source',
} as const

function keptWhole<T>(
  table: keyof typeof columns,
  schema: z.ZodType<T>,
  beginning: T,
): KeptWhole<T> {
  const column = columns[table]
  const one = table as 'goal_tree'
  const read = async ({ db, caller }: Access) => {
    const row = await db
      .selectFrom(one)
      .selectAll()
      .where('county', '=', caller.county)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!row) return { version: 0, value: beginning }
    const { version, [column as 'goals']: value } = row
    return { version, value: schema.parse(value) }
  }
  return {
    read,
    save: async (access, value, version) => {
      const { db, caller, record } = access
      const { version: now } = await read(access)
      const what = table.replaceAll('_', ' ')
      if (now !== version) throw refused('store-stale', { what, expected: version })
      const next = version + 1
      const key = { county: caller.county, version: next, made_by: caller.account! }
      const kept = value === null ? null : JSON.stringify(value)
      await db
        .insertInto(one)
        .values({ ...key, [column as 'goals']: kept as string })
        .execute()
      record({ action: 'save', table, subject: caller.county, facts: { version: next } })
      return next
    },
  }
}

/** The county's goals as a tree. */
export const goalTree = keptWhole('goal_tree', Goal.array(), [])
/** The policy texts that standards lean on. */
export const policyRegister = keptWhole('policy_register', PolicyText.array(), [])
/** What each term of a concern's score counts for; a proposal to begin with. */
export const concernWeights = keptWhole('concern_weights', ConcernWeights, startingWeights)
/** The map under the county's places; null is none. */
export const mapSource = keptWhole<MapSource | null>('map_source', MapSource.nullable(), null)
