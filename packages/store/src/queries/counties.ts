import { z } from 'zod'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'

/** A county as an office knows it; its data are those of `head`. */
export const CountyEntry = z.object({
  county: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  head: z.string().nullable(),
  version: z.number().int(),
})
export type CountyEntry = z.infer<typeof CountyEntry>

/** Sets a county up; the machine's console alone may. */
export async function createCounty(
  { db, caller, record }: Access,
  { name, nameEn }: { name: string; nameEn?: string | undefined },
): Promise<void> {
  await db
    .insertInto('county')
    .values({ county: caller.county, name, name_en: nameEn ?? null })
    .execute()
  record({ action: 'create', table: 'county', subject: caller.county, facts: { name } })
}

/** The caller's county, or null where it has not been set up. */
export async function findCounty({ db, caller }: Access): Promise<CountyEntry | null> {
  const row = await db
    .selectFrom('county')
    .select(['county', 'name', 'name_en as nameEn', 'head', 'version'])
    .where('county', '=', caller.county)
    .executeTakeFirst()
  return row ? CountyEntry.parse(row) : null
}

export async function getCounty(access: Access): Promise<CountyEntry> {
  const found = await findCounty(access)
  if (!found) throw refused('store-not-found', { what: access.caller.county })
  return found
}
