import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import { CountyTable } from './county-tables.ts'
import type { Revision } from './revisions.ts'

/** A row that one revision has otherwise than another; null where one of them lacks it. */
export interface RowDifference {
  table: CountyTable
  id: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

const rowsOfRevision = ({ db, caller }: Access, revision: string | null) =>
  db
    .selectFrom('county_row')
    .select(['table_name', 'row_id', 'value'])
    .where('county', '=', caller.county)
    // No revision has the nil id: nothing was there before a first import.
    .where('revision', '=', revision ?? '00000000-0000-0000-0000-000000000000')

/** What an import changes against the data it was made on, by table and row; corrections by people lie on top of both. */
export async function listDifferences(
  access: Access,
  { revision, parent }: Pick<Revision, 'revision' | 'parent'>,
): Promise<RowDifference[]> {
  if (access.caller.area !== '') throw refused('store-not-allowed')
  const rows = await access.db
    .selectFrom(rowsOfRevision(access, parent).as('old'))
    .fullJoin(rowsOfRevision(access, revision).as('new'), (join) =>
      join.onRef('old.table_name', '=', 'new.table_name').onRef('old.row_id', '=', 'new.row_id'),
    )
    .select((eb) => [
      eb.fn.coalesce('new.table_name', 'old.table_name').as('table'),
      eb.fn.coalesce('new.row_id', 'old.row_id').as('id'),
      'old.value as before',
      'new.value as after',
    ])
    .whereRef('old.value', 'is distinct from', 'new.value')
    .orderBy('table')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, table: CountyTable.parse(row.table) }) as RowDifference)
}
