import { withClient } from '../database/connect.ts'
import type { Store } from '../open-store.ts'
import { CountyEntry } from './counties.ts'

/**
 * Every county of this database, by code: what the sign-in page offers. Read as the machine, since no caller sees more than
 * one county.
 */
export const countiesHere = (store: Store): Promise<CountyEntry[]> =>
  withClient(store.adminUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT county, name, name_en AS "nameEn", head, version FROM kuashan.county ORDER BY county',
    )
    return rows.map((row) => CountyEntry.parse(row))
  })
