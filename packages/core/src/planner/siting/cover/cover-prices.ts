import { type CoverProblem, coverCloses } from './cover-problem.ts'

/**
 * Lagrangian relaxation of the rows: row i pays u_i, and column j is worth c_j − Σ u of its rows; the bound is
 * Σ u + Σ min(0, worth). Source: Beasley 1987, 1990; Caprara, Fischetti & Toth 1999.
 */
export interface CoverPrices {
  pay: Float64Array
  worth: Float64Array
  bound: number
}

/** Each row's cheapest share of a column's cost. */
export const startCoverPrices = (problem: CoverProblem): CoverPrices => {
  const { rowStart, rowColumn, columnStart, cost } = problem
  const pay = new Float64Array(problem.rows).map((_, i) => {
    let least = Number.POSITIVE_INFINITY
    for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
      const j = rowColumn[k]!
      least = Math.min(least, cost[j]! / (columnStart[j + 1]! - columnStart[j]!))
    }
    return least
  })
  return { pay, worth: new Float64Array(problem.columns), bound: Number.NEGATIVE_INFINITY }
}

/** Raises the bound by subgradient steps. `barred` columns are out. `onPrices` is shown better prices now and then. */
export function raiseCoverBound(
  problem: CoverProblem,
  from: CoverPrices,
  barred: Uint8Array,
  run: {
    upper: () => number
    iterations: number
    stop: () => boolean
    onPrices?: (prices: CoverPrices) => void
  },
): CoverPrices {
  const best: CoverPrices = { pay: from.pay.slice(), worth: from.worth.slice(), bound: from.bound }
  const pay = from.pay.slice()
  const worth = new Float64Array(problem.columns)
  const lack = new Int32Array(problem.rows)
  let scale = 1
  let still = 0
  let shown = 0
  for (let step = 0; step < run.iterations; step++) {
    if ((step & 7) === 7 && run.stop()) break
    const bound = price(problem, pay, barred, worth, lack)
    if (bound > best.bound) {
      still = bound > best.bound + 1e-5 * Math.abs(bound) ? 0 : still + 1
      best.bound = bound
      best.pay.set(pay)
      best.worth.set(worth)
      if (++shown % 5 === 0) run.onPrices?.(best)
    } else still += 1
    const upper = run.upper()
    if (coverCloses(problem, best.bound, upper)) break
    if (still >= 20) {
      scale /= 2
      still = 0
      if (scale < 2e-3) break
      pay.set(best.pay)
    }
    const length = lack.reduce((sum, g) => sum + g * g, 0)
    if (length === 0) break
    const size = (scale * (1.02 * upper - bound + 1e-9)) / length
    for (let i = 0; i < problem.rows; i++) pay[i] = Math.max(0, pay[i]! + size * lack[i]!)
  }
  return best
}

/** The bound at some prices; `lack` becomes 1 − how often each row is covered. */
function price(
  problem: CoverProblem,
  pay: Float64Array,
  barred: Uint8Array,
  worth: Float64Array,
  lack: Int32Array,
): number {
  const { columnStart, columnRow, cost } = problem
  lack.fill(1)
  let bound = 0
  for (let i = 0; i < problem.rows; i++) bound += pay[i]!
  for (let j = 0; j < problem.columns; j++) {
    if (barred[j] === 1) continue
    let rest = cost[j]!
    for (let k = columnStart[j]!; k < columnStart[j + 1]!; k++) rest -= pay[columnRow[k]!]!
    worth[j] = rest
    if (rest >= 0) continue
    bound += rest
    for (let k = columnStart[j]!; k < columnStart[j + 1]!; k++) lack[columnRow[k]!]! -= 1
  }
  return bound
}

/** Columns by what they are worth for each row still open, until all rows have one; then those not needed go, dearest first. */
export function coverGreedily(
  problem: CoverProblem,
  barred: Uint8Array,
  worth: Float64Array,
): number[] {
  const { columnStart, columnRow, rowStart, rowColumn, cost } = problem
  const times = new Int32Array(problem.rows)
  const fresh = new Int32Array(problem.columns)
  for (let j = 0; j < problem.columns; j++) fresh[j] = columnStart[j + 1]! - columnStart[j]!
  const chosen: number[] = []
  const take = (j: number): void => {
    chosen.push(j)
    for (let k = columnStart[j]!; k < columnStart[j + 1]!; k++) {
      const i = columnRow[k]!
      times[i]! += 1
      if (times[i] !== 1) continue
      for (let l = rowStart[i]!; l < rowStart[i + 1]!; l++) fresh[rowColumn[l]!]! -= 1
    }
  }
  for (;;) {
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (let j = 0; j < problem.columns; j++) {
      if (fresh[j] === 0 || barred[j] === 1) continue
      const rest = worth[j]!
      const score = rest > 0 ? rest / fresh[j]! : rest * fresh[j]!
      if (score < least) {
        least = score
        best = j
      }
    }
    if (best < 0) break
    take(best)
  }
  const dearest = chosen.sort((a, b) => cost[b]! - cost[a]! || b - a)
  return dearest
    .filter((j) => {
      const rows = columnRow.subarray(columnStart[j]!, columnStart[j + 1]!)
      if (!rows.every((i) => times[i]! > 1)) return true
      for (const i of rows) times[i]! -= 1
      return false
    })
    .sort((a, b) => a - b)
}
