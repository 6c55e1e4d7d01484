import { z } from 'zod'
import { correcting, inCounty, planning } from './access.ts'
import { json, route } from './route.ts'

/** Tables whose rows have ids of their own and can be corrected one by one; other tables are imported anew. */
export const CorrectableTable = z.enum([
  'divisions',
  'settlements',
  'facilities',
  'vehicles',
  'staff',
  'funds',
  'buses',
])
export type CorrectableTable = z.infer<typeof CorrectableTable>

/** A row of the data in force with the corrections on it. */
export const DataRow = z
  .object({
    id: z.string(),
    /** Where it lies, 12 digits; null where it lies nowhere. */
    division: z.string().nullable(),
    /** Counts its corrections; 0 where it stands as it was imported. */
    version: z.number().int(),
    /** Fields as the model has them: money in fen, times in seconds. */
    value: z.record(z.string(), z.json()),
  })
  .meta({ id: 'DataRow' })
export type DataRow = z.infer<typeof DataRow>

/** One correction of one value. `before` null: there was none. */
export const RowChange = z
  .object({
    version: z.number().int(),
    field: z.string(),
    before: z.json(),
    after: z.json(),
    reason: z.string(),
    madeBy: z.uuid(),
    madeAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'RowChange' })
export type RowChange = z.infer<typeof RowChange>

/** A row and everything that was corrected in it, the newest first. */
export const RowWithHistory = z
  .object({ row: DataRow, changes: z.array(RowChange) })
  .meta({ id: 'RowWithHistory' })

const Reason = z.string().trim().min(1).max(2000)
const oneTable = z.strictObject({ ...inCounty, table: CorrectableTable })
const oneRow = z.strictObject({
  ...inCounty,
  table: CorrectableTable,
  row: z.string().min(1).max(200),
})

export const correctionRoutes = {
  rows: route({
    id: 'corrections.rows',
    method: 'GET',
    path: '/api/counties/{county}/rows/{table}',
    what: { zh: '一张表的各行，含更正', en: 'Rows of a table with their corrections' },
    params: oneTable,
    answer: json(z.array(DataRow)),
    access: planning,
  }),
  row: route({
    id: 'corrections.row',
    method: 'GET',
    path: '/api/counties/{county}/rows/{table}/{row}',
    what: { zh: '一行和它的更正记录', en: 'A row and the history of its corrections' },
    params: oneRow,
    answer: json(RowWithHistory),
    access: planning,
    versioned: true,
  }),
  edit: route({
    id: 'corrections.edit',
    method: 'PUT',
    path: '/api/counties/{county}/rows/{table}/{row}',
    what: { zh: '更正一个值，写明理由', en: 'Correct one value, with a reason' },
    params: oneRow,
    body: json(
      z.strictObject({
        /** A field of the row, whole: `name`, or `permanent` with all its parts. */
        field: z.string().min(1).max(100),
        /** Null takes a value away that a row need not have. */
        value: z.json(),
        reason: Reason,
      }),
    ),
    answer: json(RowWithHistory),
    access: correcting,
    versioned: true,
  }),
  undo: route({
    id: 'corrections.undo',
    method: 'POST',
    path: '/api/counties/{county}/rows/{table}/{row}/undo',
    what: { zh: '把一次更正改回去', en: 'Set a corrected value back to what it was before' },
    params: oneRow,
    body: json(z.strictObject({ change: z.number().int().min(1), reason: Reason })),
    answer: json(RowWithHistory),
    access: correcting,
    versioned: true,
  }),
} as const
