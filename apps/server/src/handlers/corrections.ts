import type { CorrectableTable, DataRow, RowWithHistory } from '@kuashan/contract/corrections.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { type EditableRow, editRow, getRow, listTable } from '@kuashan/store/queries/county-data.ts'
import { listRowChanges } from '@kuashan/store/queries/row-history.ts'
import type { z } from 'zod'
import type { TopicHandlers } from '../serve/handler.ts'

/** Fields of people that no plan is made by; they stay in the import. */
const hidden: Partial<Record<CorrectableTable, readonly string[]>> = { staff: ['birthYear'] }
const isHidden = (table: CorrectableTable, field: string): boolean =>
  hidden[table]?.includes(field) ?? false

const shown = (table: CorrectableTable, { id, division, version, value }: EditableRow): DataRow => {
  const fields = Object.entries(value).filter(([field]) => !isHidden(table, field))
  return { id, division, version, value: Object.fromEntries(fields) as DataRow['value'] }
}

interface RowKey {
  table: CorrectableTable
  row: string
}

async function readRow(
  access: Access,
  { table, row }: RowKey,
): Promise<{ data: z.infer<typeof RowWithHistory>; version: number }> {
  const found = shown(table, await getRow(access, { table, id: row }))
  const changes = await listRowChanges(access, { table, id: row })
  const open = changes.filter(({ field }) => !isHidden(table, field))
  const data = { row: found, changes: open as z.infer<typeof RowWithHistory>['changes'] }
  return { data, version: found.version }
}

async function correct(
  access: Access,
  { table, row }: RowKey,
  made: { field: string; value: unknown; reason: string; version: string },
) {
  if (isHidden(table, made.field)) throw refused('store-not-allowed')
  await editRow(access, { ...made, table, id: row, version: Number(made.version) })
  return readRow(access, { table, row })
}

export const correctionHandlers = (): TopicHandlers<'corrections'> => ({
  rows: ({ params, caller, store }) =>
    store.as(caller, async (access) => ({
      data: (await listTable(access, params.table)).map((row) => shown(params.table, row)),
    })),
  row: ({ params, caller, store }) => store.as(caller, (access) => readRow(access, params)),
  edit: ({ params, body, version, caller, store }) =>
    store.as(caller, (access) => correct(access, params, { ...body, version })),
  undo: ({ params, body, version, caller, store }) =>
    store.as(caller, async (access) => {
      const changes = await listRowChanges(access, { table: params.table, id: params.row })
      const change = changes.find((one) => one.version === body.change)
      if (!change) throw refused('store-not-found', { what: String(body.change) })
      const { field, before: value } = change
      return correct(access, params, { field, value, reason: body.reason, version })
    }),
})
