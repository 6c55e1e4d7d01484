import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import { getCounty } from './counties.ts'
import {
  type CountyRow,
  CountyTable,
  countyOfRows,
  isByPlace,
  rowSchema,
  withRows,
} from './county-tables.ts'

/** A row with the corrections on it; its version counts them. */
export interface EditableRow extends CountyRow {
  version: number
}

export interface RowEdit {
  table: CountyTable
  id: string
  field: string
  value: unknown
  reason: string
  /** The version of the row that the editor saw; 0 for a row that nobody has edited. */
  version: number
}

type Edits = Map<string, { version: number; fields: Record<string, unknown> }>

const keyOf = (table: string, id: string): string => `${table}\n${id}`

async function editsOf({ db, caller }: Access, row?: { table: string; id?: string }) {
  let query = db
    .selectFrom('row_edit')
    .select(['table_name', 'row_id', 'version', 'field', 'after'])
    .where('county', '=', caller.county)
  if (row) query = query.where('table_name', '=', row.table)
  if (row?.id !== undefined) query = query.where('row_id', '=', row.id)
  const edits: Edits = new Map()
  for (const edit of await query.orderBy('version').execute()) {
    const key = keyOf(edit.table_name, edit.row_id)
    const fields = { ...edits.get(key)?.fields, [edit.field]: edit.after ?? null }
    edits.set(key, { version: edit.version, fields })
  }
  return edits
}

const readRows = async (
  { db, caller }: Access,
  revision: string,
  row?: { table: string; id?: string },
): Promise<CountyRow[]> => {
  let query = db
    .selectFrom('county_row')
    .select(['table_name', 'row_id', 'position', 'division', 'value'])
    .where('county', '=', caller.county)
    .where('revision', '=', revision)
  if (row) query = query.where('table_name', '=', row.table)
  if (row?.id !== undefined) query = query.where('row_id', '=', row.id)
  const rows = await query.orderBy('table_name').orderBy('position').execute()
  return rows.map(({ table_name, row_id, position, division, value }) => ({
    table: CountyTable.parse(table_name),
    id: row_id,
    position,
    division,
    value: value as Record<string, unknown>,
  }))
}

/** A row with one value put in; null takes a value away where the core knows no null for it. */
function withValue(
  table: CountyTable,
  row: Readonly<Record<string, unknown>>,
  field: string,
  value: unknown,
): Record<string, unknown> {
  const next = { ...row, [field]: value }
  if (value !== null || rowSchema(table).safeParse(next).success) return next
  const { [field]: _, ...rest } = next
  return rest
}

const withEdits = (row: CountyRow, edits: Edits): EditableRow => {
  const edit = edits.get(keyOf(row.table, row.id))
  const value = Object.entries(edit?.fields ?? {}).reduce(
    (made, [field, to]) => withValue(row.table, made, field, to),
    row.value,
  )
  return { ...row, value, version: edit?.version ?? 0 }
}

const headOf = async (access: Access): Promise<string> => {
  const { head } = await getCounty(access)
  if (!head) throw refused('store-not-found', { what: 'county data' })
  return head
}

/** Rows of a revision (the one in force where none is named) as the caller may see them, with later corrections. */
export async function listRows(access: Access, revision?: string): Promise<EditableRow[]> {
  const rows = await readRows(access, revision ?? (await headOf(access)))
  const edits = await editsOf(access)
  return rows.map((row) => withEdits(row, edits))
}

/** Rows of one table of the data in force, as far as the caller may see them, in the order of the file. */
export async function listTable(access: Access, table: CountyTable): Promise<EditableRow[]> {
  const rows = await readRows(access, await headOf(access), { table })
  const edits = await editsOf(access, { table })
  return rows.map((row) => withEdits(row, edits))
}

/** One row of the data in force with the corrections on it. */
export async function getRow(
  access: Access,
  key: { table: CountyTable; id: string },
): Promise<EditableRow> {
  const found = (await readRows(access, await headOf(access), key))[0]
  if (!found) throw refused('store-not-found', { what: key.id })
  return withEdits(found, await editsOf(access, key))
}

/** The whole county as the core takes it. Callers bound to an area see only their part and are refused. */
export async function readCounty(access: Access, revision?: string): Promise<County> {
  return (await openCounty(access, revision ?? (await headOf(access)))).county
}

/** A county with what it was made of, so that a later state of it can be made of what was corrected since. */
export interface OpenedCounty {
  revision: string
  county: County
  /** As imported. */
  rows: ReadonlyMap<string, CountyRow>
  /** How often each row has been corrected; those never corrected are not named. */
  versions: ReadonlyMap<string, number>
}

const versionsOf = (edits: Edits) => new Map([...edits].map(([key, { version }]) => [key, version]))

/** A revision with later corrections. Refused to callers bound to an area, who see only their part. */
export async function openCounty(access: Access, revision: string): Promise<OpenedCounty> {
  const settings = await settingsOf(access, revision)
  const rows = await readRows(access, revision)
  const edits = await editsOf(access)
  const county = countyOfRows(
    settings,
    rows.map((row) => withEdits(row, edits)),
  )
  const byKey = new Map(rows.map((row) => [keyOf(row.table, row.id), row]))
  return { revision, county, rows: byKey, versions: versionsOf(edits) }
}

/** The same revision as it is now: equal to opening it anew, but only rows corrected since are made anew. */
export async function reopenCounty(access: Access, before: OpenedCounty): Promise<OpenedCounty> {
  if (access.caller.area !== '') throw refused('store-not-allowed')
  const edits = await editsOf(access)
  const corrected = [...edits].flatMap(([key, { version }]) => {
    const row = before.versions.get(key) === version ? undefined : before.rows.get(key)
    return row ? [withEdits(row, edits)] : []
  })
  return { ...before, county: withRows(before.county, corrected), versions: versionsOf(edits) }
}

/**
 * What tells one state of the county in force from another: its revision, how many corrections lie on it, and how often its
 * register of vehicles has been changed. Refused to callers bound to an area, who see only their part.
 */
export async function countyState(
  access: Access,
): Promise<{ revision: string; corrections: number; register: number }> {
  const { db, caller } = access
  if (caller.area !== '') throw refused('store-not-allowed')
  const found = await db
    .selectFrom('county')
    .select(['head'])
    .select((eb) => [
      eb
        .selectFrom('row_edit')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('row_edit.county', '=', caller.county)
        .as('corrections'),
      // Entries are never taken out, and each change of one counts its version up.
      eb
        .selectFrom('fleet_vehicle')
        .select(({ fn }) => fn.sum<number | null>('version').as('n'))
        .where('fleet_vehicle.county', '=', caller.county)
        .as('register'),
    ])
    .where('county.county', '=', caller.county)
    .executeTakeFirst()
  if (!found?.head) throw refused('store-not-found', { what: 'county data' })
  const { head: revision, corrections, register } = found
  return { revision, corrections: corrections ?? 0, register: register ?? 0 }
}

/** A revision as it was imported, without what people have corrected since. */
export async function readCountyAsImported(access: Access, revision: string): Promise<County> {
  return countyOfRows(await settingsOf(access, revision), await readRows(access, revision))
}

async function settingsOf({ db, caller }: Access, revision: string): Promise<unknown> {
  if (caller.area !== '') throw refused('store-not-allowed')
  const found = await db
    .selectFrom('revision')
    .select('settings')
    .where('county', '=', caller.county)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (!found) throw refused('store-not-found', { what: revision })
  return found.settings
}

/** The core takes the row, and knows the field that was put in or taken away. */
function isRow({ table, field }: RowEdit, value: Record<string, unknown>, before: unknown) {
  const parsed = rowSchema(table).safeParse(value)
  if (!parsed.success) return false
  return field in value ? field in (parsed.data as object) : before !== undefined
}

/**
 * Corrects one value. The row must still be what the core takes; of two editors with one version, one is refused. Rows
 * without an id of their own are refused: after the next import their number may mean another row.
 */
export async function editRow(access: Access, edit: RowEdit): Promise<EditableRow> {
  const { db, caller, record } = access
  if (isByPlace(edit.id)) throw refused('row-without-id', { table: edit.table })
  const row = await getRow(access, edit)
  if (row.version !== edit.version)
    throw refused('store-stale', { what: edit.id, expected: edit.version })
  const before = row.value[edit.field]
  const value = withValue(edit.table, row.value, edit.field, edit.value)
  if (edit.value === undefined || !isRow(edit, value, before))
    throw refused('store-value-not-possible')
  const version = row.version + 1
  await db
    .insertInto('row_edit')
    .values({
      county: caller.county,
      table_name: edit.table,
      row_id: edit.id,
      version,
      division: row.division,
      field: edit.field,
      before: before === undefined ? null : JSON.stringify(before),
      after: JSON.stringify(edit.value),
      reason: edit.reason,
      made_by: caller.account!,
    })
    .execute()
  const facts = { field: edit.field, version }
  record({ action: 'edit', table: 'row_edit', subject: `${edit.table} ${edit.id}`, facts })
  return { ...row, value, version }
}

/** What an import found, in the order found; `from` and `limit` page through it. */
export async function listFindings(
  { db, caller }: Access,
  revision: string,
  { from = 0, limit = 1000 }: { from?: number; limit?: number } = {},
): Promise<Finding[]> {
  const rows = await db
    .selectFrom('import_finding')
    .select(['code', 'severity', 'place', 'facts'])
    .where('county', '=', caller.county)
    .where('revision', '=', revision)
    .where('position', '>=', from)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(({ place, ...row }) => ({ ...row, at: place })) as Finding[]
}
