import { type Finding, finding, type Place } from '../../kernel/finding.ts'
import { byText } from '../../kernel/order.ts'
import { type CellResult, readCell } from './cell.ts'
import type { Column, Columns, RowValues } from './column.ts'
import { withoutExamples } from './example-row.ts'
import { type MatchedHeadings, matchHeadings } from './match-headings.ts'
import { placeIn, type RawRow, type RawTable } from './raw-table.ts'
import type { TableMapping } from './table-mapping.ts'

export interface ReadRow<C extends Columns> {
  row: number
  values: RowValues<C>
  raw: RawRow
  /** True where a cell could not be read: the row is not made into anything. */
  bad: boolean
  /** Columns whose value was assumed. */
  assumed: readonly string[]
  at: (column?: keyof C & string) => Place
}

export interface ReadTable<C extends Columns> {
  file: string
  rows: ReadRow<C>[]
  /** Columns the source has, by heading or constant. */
  has: (column: keyof C & string) => boolean
  claimed: readonly string[]
  findings: Finding[]
}

export interface ReadOptions {
  mapping?: TableMapping | null | undefined
  /** Headings that belong to the table without being one of its columns: age bands. */
  claims?: (heading: string) => boolean
}

/** Counts of what was tidied and translated: one finding for each kind instead of one a row. */
interface Tally {
  tidied: Map<string, { count: number; example: string }>
  readAs: Map<string, { column: string; value: string; meaning: string; count: number }>
}

function count(tally: Tally, column: string, text: string, result: CellResult<unknown>): void {
  if ('code' in result) return
  if (result.tidied) {
    const { count, example } = tally.tidied.get(column) ?? { count: 0, example: text }
    tally.tidied.set(column, { count: count + 1, example: text < example ? text : example })
  }
  if (result.readAs !== undefined) {
    const key = `${column}\n${text}`
    const before = tally.readAs.get(key)?.count ?? 0
    const meaning = result.readAs
    tally.readAs.set(key, { column, value: text, meaning, count: before + 1 })
  }
}

const formula = /^[=@]|^[+-](?![\d.])/

function cellText(
  id: string,
  row: RawRow,
  matched: MatchedHeadings,
  mapping: TableMapping | null,
): { text: string; mappedFrom: string | null } {
  const heading = matched.heading.get(id)
  const raw = (heading === undefined ? undefined : row.cells[heading]) ?? ''
  const text = raw.trim() === '' ? (mapping?.constants[id] ?? raw) : raw
  const mapped = mapping?.values[id]?.[text.trim()]
  return mapped === undefined
    ? { text, mappedFrom: null }
    : { text: mapped, mappedFrom: text.trim() }
}

function formulaTexts(table: RawTable): Finding[] {
  return table.rows.flatMap(({ row, cells }) =>
    Object.entries(cells)
      .filter(([, text]) => formula.test(text) && text.length > 1)
      .map(([column, value]) =>
        finding('cell-formula-text', placeIn(table, row, column), { value: value.slice(0, 60) }),
      ),
  )
}

function assumedColumns(
  table: RawTable,
  columns: Columns,
  has: (id: string) => boolean,
): Finding[] {
  return Object.entries(columns)
    .filter(([id, column]) => column.assumed !== undefined && !has(id) && table.rows.length > 0)
    .map(([id, column]) =>
      finding('column-assumed', placeIn(table, 1, id), {
        column: id,
        columnZh: column.zh,
        value: column.assumed! / (column.scale ?? 1),
      }),
    )
}

interface RowReader {
  table: RawTable
  columns: Columns
  mapping: TableMapping | null
  matched: MatchedHeadings
  has: (id: string) => boolean
  tally: Tally
  findings: Finding[]
}

/** One row by its columns; null when the mapping leaves it out. */
function readRow(raw: RawRow, reader: RowReader): ReadRow<Columns> | null {
  const { table, columns, mapping, matched, has, tally, findings } = reader
  const at = (column?: string): Place =>
    placeIn(table, raw.row, column && (matched.heading.get(column) ?? column))
  const values: Record<string, unknown> = {}
  const assumed: string[] = []
  let bad = false
  for (const [id, column] of Object.entries<Column>(columns)) {
    const { text, mappedFrom } = cellText(id, raw, matched, mapping)
    if (mappedFrom !== null && text === 'skip') {
      findings.push(finding('row-left-out', at(id), { value: mappedFrom }))
      return null
    }
    const result = readCell(text, column)
    count(tally, id, text, result)
    const missing = 'code' in result || result.value === null
    values[id] = missing ? (column.assumed ?? null) : result.value
    if ('code' in result) findings.push(finding(result.code, at(id), result.facts))
    else if (missing && column.needed && has(id))
      findings.push(finding('cell-missing', at(id), { column: id }))
    if ('code' in result || (missing && column.needed)) bad = true
    else if (missing && column.assumed !== undefined) assumed.push(id)
  }
  return { row: raw.row, values: values as RowValues<Columns>, raw, bad, assumed, at }
}

/**
 * Reads a table by its columns: headings in either language, cells by type. Every trouble of every
 * row is a finding; a row with an unreadable or missing cell is `bad` and stays listed.
 */
export function readTable<C extends Columns>(
  table: RawTable,
  columns: C,
  options: ReadOptions = {},
): ReadTable<C> {
  const mapping = options.mapping ?? null
  const { rows: own, examples } = withoutExamples(table)
  const matched = matchHeadings(table, columns, mapping, options.claims ?? (() => false))
  const has = (id: string): boolean =>
    matched.heading.has(id) || mapping?.constants[id] !== undefined
  const findings = [
    ...table.findings,
    ...matched.findings,
    ...assumedColumns(table, columns, has),
    ...formulaTexts(table),
  ]
  if (table.rows.length === 0 && table.headings.length > 0)
    findings.push(finding('table-without-rows', placeIn(table)))
  if (examples > 0) findings.push(finding('rows-example', placeIn(table), { count: examples }))
  const tally: Tally = { tidied: new Map(), readAs: new Map() }
  const reader = { table, columns, mapping, matched, has, tally, findings }
  const rows = own.flatMap((raw) => readRow(raw, reader) ?? []) as ReadRow<C>[]
  findings.push(...tallyFindings(table, tally, matched))
  return { file: table.file, rows, has, claimed: matched.claimed, findings }
}

function tallyFindings(table: RawTable, tally: Tally, matched: MatchedHeadings): Finding[] {
  const column = (id: string): string => matched.heading.get(id) ?? id
  const tidied = [...tally.tidied].map(([id, facts]) =>
    finding('numbers-tidied', placeIn(table, undefined, column(id)), facts),
  )
  const readAs = [...tally.readAs.values()]
    .sort(byText((x) => x.value))
    .map(({ column: id, ...facts }) =>
      finding('values-read-as', placeIn(table, undefined, column(id)), facts),
    )
  return [...tidied, ...readAs]
}
