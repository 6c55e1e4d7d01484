import { UNREACHABLE } from '../kernel/units.ts'
import type { TravelTable } from './travel-table.ts'

/** Where a pair of places stands in the arrays of a table; -1 when its cell is not kept. */
export function cellAt(table: TravelTable, row: number, column: number): number {
  if (table.kept === undefined) return row * table.to.length + column
  const { first, column: columns } = table.kept
  let low = first[row]!
  let high = first[row + 1]! - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = columns[middle]!
    if (found === column) return middle
    if (found < column) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Seconds between a row and a column; -1 where there is no way, or none is known within the bound. */
export function secondsAt(table: TravelTable, row: number, column: number): number {
  const cell = cellAt(table, row, column)
  return cell < 0 ? UNREACHABLE : table.p50[cell]!
}

/** Visits the cells of a row that have a way, in order of column. */
export type VisitCell = (column: number, cell: number) => void

/** Goes through the cells of a row towards some columns; `columns` may be in any order. */
export function cellsTowards(
  table: TravelTable,
  columns: readonly number[],
): (row: number, visit: VisitCell) => void {
  const { kept, p50 } = table
  const width = table.to.length
  if (kept === undefined)
    return (row, visit) => {
      for (const column of columns) {
        const cell = row * width + column
        if (p50[cell] !== UNREACHABLE) visit(column, cell)
      }
    }
  const wanted = new Uint8Array(width)
  for (const column of columns) wanted[column] = 1
  return (row, visit) => {
    for (let cell = kept.first[row]!; cell < kept.first[row + 1]!; cell++) {
      const column = kept.column[cell]!
      if (wanted[column] === 1 && p50[cell] !== UNREACHABLE) visit(column, cell)
    }
  }
}

/** Whether any column can be reached from a row. The nearest of every kind is kept, so this is proved in either form. */
export function reachesAny(table: TravelTable, row: number): boolean {
  const width = table.to.length
  const [start, end] =
    table.kept === undefined
      ? [row * width, (row + 1) * width]
      : [table.kept.first[row]!, table.kept.first[row + 1]!]
  for (let cell = start; cell < end; cell++) if (table.p50[cell] !== UNREACHABLE) return true
  return false
}

/** Rows, marked 1, that have a way to any of some places at any distance, as the nearest of every likeness is kept. */
export function rowsReaching(table: TravelTable, wanted: (id: string) => boolean): Uint8Array {
  const towards = cellsTowards(
    table,
    table.to.flatMap((id, column) => (wanted(id) ? [column] : [])),
  )
  const reaching = new Uint8Array(table.from.length)
  for (let row = 0; row < reaching.length; row++)
    towards(row, () => {
      reaching[row] = 1
    })
  return reaching
}

/** What `placesIn` said of a list: a table is asked by many, and its lists never change. */
const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

/** Rows and columns of a table by place. */
export function placesIn(ids: readonly string[]): ReadonlyMap<string, number> {
  const found = known.get(ids) ?? new Map(ids.map((id, k) => [id, k]))
  known.set(ids, found)
  return found
}

/** Whether there is a way between two places and back, at any distance: proved, not "within the bound". */
export function thereAndBack(table: TravelTable): (a: string, b: string) => boolean {
  const pieces = table.kept?.pieces
  if (pieces !== undefined)
    return (a, b) => {
      const piece = pieces.get(a)
      return piece !== undefined && piece === pieces.get(b)
    }
  const [rows, columns] = [placesIn(table.from), placesIn(table.to)]
  const way = (a: string, b: string): boolean => {
    const [row, column] = [rows.get(a), columns.get(b)]
    return row !== undefined && column !== undefined && secondsAt(table, row, column) >= 0
  }
  return (a, b) => way(a, b) && way(b, a)
}
