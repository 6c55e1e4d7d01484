import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Finding, finding, type Place } from '@kuashan/core/kernel/finding.ts'
import { placeIn, type RawTable } from '@kuashan/core/territory/import/raw-table.ts'
import ExcelJS from 'exceljs'
import { unzipSync, zipSync } from 'fflate'
import { atomicWrite } from './atomic-write.ts'
import { repairMojibake } from './mojibake.ts'
import { gatherTable, mostColumns, type TableLimits, tableLimits } from './raw-rows.ts'

/** A workbook is held whole, unpacked: less of it than of a CSV fits. */
const workbookLimits: TableLimits = { bytes: tableLimits.bytes, rows: 100_000 }

const dateText = (date: Date): string => {
  const iso = date.toISOString()
  if (date.getTime() < Date.UTC(1901, 0)) return iso.slice(11, 16)
  return iso.slice(0, 10)
}

const isError = (value: unknown): value is { error: string } =>
  typeof value === 'object' && value !== null && 'error' in value

function plainText(value: unknown): string | null {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value !== 'object') return String(value)
  if (isError(value)) return null
  if ('richText' in value)
    return (value.richText as { text: string }[]).map((part) => part.text).join('')
  if ('text' in value) return plainText(value.text)
  return String(value)
}

/** A formula's cached value is used, with a finding; one without a value, or an error value, cannot be. */
function cellText(cell: ExcelJS.Cell, at: Place, findings: Finding[]): string {
  const value = cell.value
  if (cell.type === ExcelJS.ValueType.Merge) return ''
  if (cell.type !== ExcelJS.ValueType.Formula) {
    const text = plainText(value)
    if (text !== null) return text
    const facts = { formula: '', value: (value as { error: string }).error }
    findings.push(finding('cell-formula-without-value', at, facts))
    return ''
  }
  const formula = `=${cell.formula ?? ''}`.slice(0, 60)
  const result = (value as ExcelJS.CellFormulaValue).result
  const text = result === undefined ? null : plainText(result)
  if (text === null) {
    const facts = { formula, value: isError(result) ? result.error : '' }
    findings.push(finding('cell-formula-without-value', at, facts))
    return ''
  }
  findings.push(finding('cell-formula', at, { formula, value: text }))
  return text
}

function readSheet(sheet: ExcelJS.Worksheet, file: string, limits: TableLimits): RawTable {
  const findings: Finding[] = []
  const gatherer = gatherTable(file, sheet.name, limits, findings)
  const columns = Math.min(sheet.columnCount, mostColumns)
  let reading = true
  // Only rows that are there: a single cell at the end of a sheet would make a million empty ones.
  sheet.eachRow((row, number) => {
    if (!reading) return
    const width = Math.min(row.cellCount, columns)
    if (row.cellCount > columns) {
      const facts = { cells: row.cellCount, headings: columns }
      findings.push(finding('row-too-long', placeIn({ file, sheet: sheet.name }, number), facts))
    }
    const cells = Array.from({ length: width }, (_, k) => {
      const cell = row.getCell(k + 1)
      const column = cell.address.replace(/\d+/, '')
      return cellText(cell, placeIn({ file, sheet: sheet.name }, number, column), findings)
    })
    // A short row of a sheet only has blank cells at its end: nothing is ragged.
    const padded = [...cells, ...Array<string>(columns - width).fill('')]
    reading = gatherer.line(padded, number)
  })
  return repairMojibake(gatherer.finish())
}

/** Bytes a packed file would unfold to: a small file can hide a huge one. */
function unfoldedBytes(packed: Uint8Array): number {
  let total = 0
  unzipSync(packed, {
    filter: ({ originalSize }) => {
      total += originalSize
      return false
    },
  })
  return total
}

/** All sheets of an .xlsx file that hold anything, in their order. */
export async function readWorkbook(
  path: string,
  limits: TableLimits = workbookLimits,
): Promise<RawTable[]> {
  const file = basename(path)
  const refuse = (refused: Finding): RawTable[] => [
    { file, headings: [], rows: [], findings: [refused] },
  ]
  if ((await stat(path)).size === 0) return refuse(finding('table-empty', { file }))
  const packed = await readFile(path)
  const workbook = new ExcelJS.Workbook()
  try {
    const unfolded = unfoldedBytes(packed)
    if (unfolded > limits.bytes) {
      const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)
      const facts = { size: megabytes(unfolded), limit: megabytes(limits.bytes), unit: 'MB' }
      return refuse(finding('table-too-big', { file }, facts))
    }
    // Unpacked here, where no part unfolds to more than was said of it, and handed on as it is.
    const whole = zipSync(unzipSync(packed), { level: 0 })
    await workbook.xlsx.load(whole.buffer as ArrayBuffer)
  } catch (error) {
    return refuse(finding('table-unreadable', { file }, { reason: String(error).slice(0, 200) }))
  }
  const filled = workbook.worksheets.filter((sheet) => sheet.actualRowCount > 0)
  if (filled.length === 0) return refuse(finding('table-empty', { file }))
  return filled.map((sheet) => readSheet(sheet, file, limits))
}

/** One sheet to write: a note above the headings says what the figures are. */
export interface SheetToWrite {
  name: string
  note?: string
  headings: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

/** Sheet names have at most 31 characters, none of []:*?/\, and are unique without regard to case. */
function sheetName(name: string, taken: Set<string>): string {
  const clean = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || 'Sheet'
  let unique = clean
  for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${clean.slice(0, 27)} (${n})`
  taken.add(unique.toLowerCase())
  return unique
}

const widthOf = (text: string): number => {
  let width = 0
  for (const c of text) width += c.charCodeAt(0) > 255 ? 2 : 1
  return width
}

function fillSheet(sheet: ExcelJS.Worksheet, { note, headings, rows }: SheetToWrite): void {
  if (note) sheet.addRow([note])
  const head = sheet.addRow([...headings])
  head.font = { bold: true }
  for (const row of rows) sheet.addRow([...row])
  sheet.views = [{ state: 'frozen', ySplit: head.number }]
  for (const [k, heading] of headings.entries()) {
    const shown = rows.slice(0, 200).map((row) => widthOf(String(row[k] ?? '')))
    sheet.getColumn(k + 1).width = Math.min(60, Math.max(8, widthOf(heading), ...shown) + 2)
  }
}

/** A workbook. Texts stay texts: nothing in them is ever a formula. */
export async function workbookBytes(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  // A fixed day, so that equal content gives equal properties.
  workbook.created = new Date(Date.UTC(2000, 0, 1))
  workbook.modified = workbook.created
  const taken = new Set<string>()
  for (const sheet of sheets) fillSheet(workbook.addWorksheet(sheetName(sheet.name, taken)), sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Writes a workbook to a file, whole or not at all. */
export const writeWorkbook = async (path: string, sheets: readonly SheetToWrite[]): Promise<void> =>
  atomicWrite(path, await workbookBytes(sheets))
