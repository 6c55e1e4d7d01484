import type { Finding, Place } from '../../kernel/finding.ts'

/** One row as a file gives it: texts by heading. `row` is counted as a spreadsheet shows it; the heading row is 1. */
export interface RawRow {
  row: number
  cells: Readonly<Record<string, string>>
}

/** A table as read from CSV or a sheet, before anything is made of it. A doubled heading stands twice in `headings`; `cells` holds the first. */
export interface RawTable {
  file: string
  sheet?: string | undefined
  headings: readonly string[]
  rows: readonly RawRow[]
  /** What was odd about the file itself. */
  findings: readonly Finding[]
}

/** Where a cell of a table is. */
export const placeIn = (
  table: Pick<RawTable, 'file' | 'sheet'>,
  row?: number,
  column?: string,
): Place => ({
  file: table.file,
  ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
  ...(row === undefined ? {} : { row }),
  ...(column === undefined ? {} : { column }),
})
