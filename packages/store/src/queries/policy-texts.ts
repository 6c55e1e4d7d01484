import { PolicyText } from '@kuashan/core/plan/policy-text.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** The register of policy texts as it stands; version 0 is the empty one that nobody made. */
export async function readPolicyTexts({
  db,
  caller,
}: Access): Promise<{ version: number; texts: PolicyText[] }> {
  const row = await db
    .selectFrom('policy_register')
    .select(['version', 'texts'])
    .where('county', '=', caller.county)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { version: row.version, texts: PolicyText.array().parse(row.texts) }
    : { version: 0, texts: [] }
}

/** Replaces the register, from the version its editor saw; earlier ones stay. */
export async function savePolicyTexts(
  access: Access,
  texts: readonly PolicyText[],
  version: number,
): Promise<number> {
  const { db, caller, record } = access
  const { version: now } = await readPolicyTexts(access)
  if (now !== version) throw refused('store-stale', { what: 'policy texts', expected: version })
  const next = version + 1
  await db
    .insertInto('policy_register')
    .values({
      county: caller.county,
      version: next,
      texts: JSON.stringify(texts),
      made_by: caller.account!,
    })
    .execute()
  const facts = { version: next }
  record({ action: 'save', table: 'policy_register', subject: caller.county, facts })
  return next
}
