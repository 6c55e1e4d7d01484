import type { Access } from '../database/with-caller.ts'
import type { CountyTable } from './county-tables.ts'

/** One correction of one value: what it was, what it became, who said so and why. */
export interface RowChange {
  version: number
  field: string
  before: unknown
  after: unknown
  reason: string
  madeBy: string
  madeAt: string
}

/** Every correction of a row, the newest first. */
export const listRowChanges = (
  { db, caller }: Access,
  row: { table: CountyTable; id: string },
): Promise<RowChange[]> =>
  db
    .selectFrom('row_edit')
    .select(['version', 'field', 'before', 'after', 'reason'])
    .select(['made_by as madeBy', 'made_at as madeAt'])
    .where('county', '=', caller.county)
    .where('table_name', '=', row.table)
    .where('row_id', '=', row.id)
    .orderBy('version', 'desc')
    .execute()
