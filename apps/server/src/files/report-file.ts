import type { ReportFile } from '@kuashan/contract/reports.ts'
import { reportSheets } from '@kuashan/core/exchange/report-sheets.ts'
import type { ReportAsk } from '@kuashan/core/figures/report.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import { csvText } from '@kuashan/engine/files/csv.ts'
import { workbookBytes } from '@kuashan/engine/files/excel.ts'
import { namesOf } from '@kuashan/pages/report/names.ts'
import type { WorkedOut } from '../county/worked-report.ts'

/** A report as a workbook, or its figures as CSV; named by the data of its last side. */
export async function reportFile(
  ask: ReportAsk,
  { rows, opened }: WorkedOut,
  file: ReportFile,
): Promise<Uint8Array | string> {
  const [, language, kind] = file.split('.') as [string, Language, 'xlsx' | 'csv']
  const sides = opened.map(({ name }) => name[language])
  const names = namesOf(opened.at(-1)!.input, language)
  const sheets = reportSheets({ ask, rows, sides }, names, language)
  if (kind === 'xlsx') return workbookBytes(sheets)
  const [figures] = sheets
  const texts = figures!.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  return csvText({ headings: figures!.headings, rows: texts })
}
