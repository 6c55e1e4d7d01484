import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { placeIn, type RawRow, type RawTable } from '@kuashan/core/territory/import/raw-table.ts'

/** What one table may hold. A county's largest is a few ten thousand rows; a city's minutes a few hundred thousand. */
export interface TableLimits {
  bytes: number
  rows: number
}

export const tableLimits: TableLimits = { bytes: 64 * 1024 * 1024, rows: 500_000 }

/** No table for people has more. */
export const mostColumns = 1000

/** Rows above the headings that are a title or a note have one cell. */
const isTitle = (cells: readonly string[]): boolean =>
  cells.filter((c) => c.trim() !== '').length < 2

/** A title stands above the headings, at most this many rows of it. */
const TITLE_ROWS = 5

/** Gathers the lines of a table: finds its headings under a title, drops blank lines, names ragged ones. */
export interface TableGatherer {
  /** Returns false when the limit is reached: then stop reading. */
  line(cells: readonly string[], row: number): boolean
  finish(): RawTable
}

export function gatherTable(
  file: string,
  sheet: string | undefined,
  limits: TableLimits,
  findings: Finding[],
): TableGatherer {
  const where = { file, sheet }
  const titles: { cells: readonly string[]; row: number }[] = []
  const rows: RawRow[] = []
  let headings: readonly string[] | null = null
  const head = (cells: readonly string[]): void => {
    const last = cells.findLastIndex((cell) => cell.trim() !== '')
    headings = cells.slice(0, last + 1).map((cell) => cell.trim())
  }
  const ragged = (cells: readonly string[], row: number): void => {
    const wide = headings!.length
    const facts = { cells: cells.length, headings: wide }
    if (cells.slice(wide).some((cell) => cell.trim() !== ''))
      findings.push(finding('row-too-long', placeIn(where, row), facts))
    else if (cells.length < wide)
      findings.push(finding('row-too-short', placeIn(where, row), facts))
  }
  /** Nothing keeps U+0000 as text: what was meant is lost. */
  const readable = (cell: string, row: number, column: string): string => {
    if (!cell.includes('\0')) return cell
    const value = cell.replaceAll('\0', '\ufffd')
    findings.push(
      finding('cell-character-lost', placeIn(where, row, column), { value: value.slice(0, 60) }),
    )
    return value
  }
  return {
    line(cells, row) {
      if (cells.every((cell) => cell.trim() === '')) return true
      if (headings === null) {
        if (isTitle(cells) && titles.length < TITLE_ROWS) titles.push({ cells, row })
        else head(cells)
        const columns = headings === null ? 0 : (headings as readonly string[]).length
        if (columns <= mostColumns) return true
        const facts = { size: columns, limit: mostColumns, unit: 'columns' }
        findings.push(finding('table-too-big', placeIn(where), facts))
        return false
      }
      if (rows.length >= limits.rows) {
        const facts = { size: `> ${limits.rows}`, limit: limits.rows, unit: 'rows' }
        findings.push(finding('table-too-big', placeIn(where), facts))
        return false
      }
      ragged(cells, row)
      const byHeading: Record<string, string> = {}
      for (const [k, heading] of headings.entries())
        if (heading !== '' && byHeading[heading] === undefined)
          byHeading[heading] = readable(cells[k] ?? '', row, heading)
      rows.push({ row, cells: byHeading })
      return true
    },
    finish() {
      if (headings === null && titles.length > 0) head(titles.at(-1)!.cells)
      if (headings === null) findings.push(finding('table-empty', placeIn(where)))
      return { file, sheet, headings: headings ?? [], rows, findings }
    },
  }
}
