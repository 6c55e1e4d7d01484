import { basename, extname } from 'node:path'
import { finding } from '@kuashan/core/kernel/finding.ts'
import type { RawTable } from '@kuashan/core/territory/import/raw-table.ts'
import { readCsv } from './csv.ts'
import { readWorkbook } from './excel.ts'

const isText = /^\.(csv|tsv|txt)$/i
const isWorkbook = /^\.(xlsx|xlsm)$/i

/** True for a file that `readTables` can read, or name as unreadable. */
export const isTableFile = (path: string): boolean =>
  /\.(csv|tsv|xlsx|xlsm|xls|et|ods)$/i.test(path) && !basename(path).startsWith('~$')

/** The tables of a CSV file (one) or a workbook (one for each sheet). */
export async function readTables(path: string): Promise<RawTable[]> {
  const ending = extname(path)
  if (isText.test(ending)) return [await readCsv(path)]
  if (isWorkbook.test(ending)) return readWorkbook(path)
  const file = basename(path)
  const reason = `${ending} → .xlsx / .csv`
  return [
    { file, headings: [], rows: [], findings: [finding('table-unreadable', { file }, { reason })] },
  ]
}
