/** Set covering: choose columns so that every row has one, at least cost. Both directions are kept. */
export interface CoverProblem {
  rows: number
  columns: number
  cost: Float64Array
  rowStart: Int32Array
  rowColumn: Int32Array
  columnStart: Int32Array
  columnRow: Int32Array
  /** All costs are whole, so a bound may be rounded up. */
  whole: boolean
}

export function coverProblem(covers: readonly Int32Array[], cost: Float64Array): CoverProblem {
  const rowStart = new Int32Array(covers.length + 1)
  covers.forEach((row, i) => {
    rowStart[i + 1] = rowStart[i]! + row.length
  })
  const rowColumn = new Int32Array(rowStart[covers.length]!)
  const columnStart = new Int32Array(cost.length + 1)
  covers.forEach((row, i) => {
    rowColumn.set(row, rowStart[i]!)
    for (const j of row) columnStart[j + 1]! += 1
  })
  for (let j = 0; j < cost.length; j++) columnStart[j + 1]! += columnStart[j]!
  const at = columnStart.slice()
  const columnRow = new Int32Array(rowColumn.length)
  covers.forEach((row, i) => {
    for (const j of row) columnRow[at[j]!++] = i
  })
  return {
    rows: covers.length,
    columns: cost.length,
    cost,
    rowStart,
    rowColumn,
    columnStart,
    columnRow,
    whole: cost.every(Number.isInteger),
  }
}

export const priceOf = (problem: CoverProblem, chosen: readonly number[]): number =>
  chosen.reduce((sum, j) => sum + problem.cost[j]!, 0)

/** Whether nothing cheaper than `upper` is left above a bound. */
export const coverCloses = (problem: CoverProblem, bound: number, upper: number): boolean =>
  problem.whole ? bound > upper - 1 + 1e-6 : bound >= upper - 1e-9 * (1 + Math.abs(upper))
