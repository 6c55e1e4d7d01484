import { MapSource } from '@kuashan/core/territory/map-source.ts'
import { withClient } from '../database/connect.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import type { Store } from '../open-store.ts'

/** The map under a county’s places; version 0 is none, which nobody chose. */
export async function readMapSource({
  db,
  caller,
}: Access): Promise<{ version: number; source: MapSource | null }> {
  const row = await db
    .selectFrom('map_source')
    .select(['version', 'source'])
    .where('county', '=', caller.county)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { version: 0, source: null }
  return { version: row.version, source: MapSource.nullable().parse(row.source) }
}

/** Chooses another map, or none, from the version its editor saw. Returns the new version. */
export async function saveMapSource(
  access: Access,
  source: MapSource | null,
  version: number,
): Promise<number> {
  const { db, caller, record } = access
  const { version: now } = await readMapSource(access)
  if (now !== version) throw refused('store-stale', { what: 'map', expected: version })
  const next = version + 1
  await db
    .insertInto('map_source')
    .values({
      county: caller.county,
      version: next,
      source: source === null ? null : JSON.stringify(source),
      made_by: caller.account!,
    })
    .execute()
  record({ action: 'save', table: 'map_source', subject: caller.county, facts: { version: next } })
  return next
}

/** The maps of every county here, read as the machine: the browser has to be told which servers it may ask before anybody signs in. */
export const mapSourcesHere = (store: Store): Promise<MapSource[]> =>
  withClient(store.adminUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT DISTINCT ON (county) source FROM kuashan.map_source ORDER BY county, version DESC`,
    )
    return rows.flatMap(({ source }) => (source === null ? [] : [MapSource.parse(source)]))
  })
