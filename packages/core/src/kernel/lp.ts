/**
 * A linear program that grows, as column generation needs it: minimise `cost`·x subject to row bounds and x ≥ 0. Rows and
 * columns are added between solves, each of which starts from the last basis. The solver is passed in (`engine/milp`), so
 * the core knows none.
 */
export interface LpModel {
  /** Columns get the next numbers, from 0. Entries are [row, coefficient], rows once each. */
  addColumns(columns: readonly LpColumn[]): void
  /** Rows get the next numbers, from 0. Entries are [column, coefficient] over columns that are there. */
  addRows(rows: readonly LpRow[]): void
  setRowBounds(row: number, low: number, high: number): void
  /** A column with `high` 0 is out of the program. */
  setColumnHigh(column: number, high: number): void
  solve(): LpResult
  /** Frees the solver's memory. */
  close(): void
}

export interface LpColumn {
  cost: number
  entries: readonly (readonly [row: number, coefficient: number])[]
}

/** low ≤ Σ ≤ high; ±Infinity for an open side. */
export interface LpRow {
  low: number
  high: number
  entries: readonly (readonly [column: number, coefficient: number])[]
}

export interface LpResult {
  status: 'optimal' | 'infeasible' | 'unbounded' | 'stopped'
  objective: number
  /** One value a column. */
  primal: Float64Array
  /** One price a row: ≥ 0 where the lower side binds, ≤ 0 where the upper one does. */
  dual: Float64Array
}

export type OpenLp = () => LpModel
