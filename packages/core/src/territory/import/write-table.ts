import { clockText } from '../../kernel/clock.ts'
import type { Column, Columns } from './column.ts'

/** A table ready to be written: texts, headings first. */
export interface WrittenTable {
  headings: string[]
  rows: string[][]
}

type CellValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly (string | number)[]
  | Readonly<Record<string, number>>

/** The text from which `readCell` reads the value again. */
function cellOf(value: CellValue, column: Column): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number')
    return column.type === 'clock' ? clockText(value) : String(value / (column.scale ?? 1))
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.join('; ')
  return Object.entries(value)
    .map(([key, amount]) => `${key}=${amount}`)
    .join('; ')
}

/** Writes records by their columns; columns that no record fills are left out, needed ones apart. */
export function writeRecords<C extends Columns>(
  columns: C,
  records: readonly Partial<Record<keyof C, CellValue>>[],
): WrittenTable {
  const cells = records.map((record) =>
    Object.entries(columns).map(([id, column]) => cellOf(record[id], column)),
  )
  const kept = Object.entries(columns).flatMap(([id, column], k) =>
    column.needed || cells.some((row) => row[k] !== '') ? [{ id, k }] : [],
  )
  return {
    headings: kept.map(({ id }) => id),
    rows: cells.map((row) => kept.map(({ k }) => row[k]!)),
  }
}
