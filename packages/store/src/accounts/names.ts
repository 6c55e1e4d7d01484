import type { Access } from '../database/with-caller.ts'

/** Display names of everybody who works or worked for the county, by account; nothing else of them. */
export async function listNames({
  db,
  caller,
}: Access): Promise<{ account: string; name: string }[]> {
  return db
    .selectFrom('account')
    .select(['account', 'name'])
    .where('county', '=', caller.county)
    .orderBy('account')
    .execute()
}
