import { MapSource } from '@kuashan/core/territory/map-source.ts'
import { withClient } from '../database/connect.ts'
import type { Store } from '../open-store.ts'

/** The maps of every county here, read as the machine: the browser has to be told which servers it may ask before anybody signs in. */
export const mapSourcesHere = (store: Store): Promise<MapSource[]> =>
  withClient(store.adminUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT DISTINCT ON (county) source FROM kuashan.map_source ORDER BY county, version DESC`,
    )
    return rows.flatMap(({ source }) => (source === null ? [] : [MapSource.parse(source)]))
  })
