import type { CoverProblem } from './cover-problem.ts'

/**
 * Looks for a cover of at most `most` columns by trying the columns of the row that has fewest, deepest first. A
 * branch ends where even the columns that bring most could not cover what is open. Returns the cover, null when
 * there is none, or undefined when `nodes` were not enough to tell.
 */
export function coverByFew(
  problem: CoverProblem,
  most: number,
  nodes: number,
): number[] | null | undefined {
  const { rows, columns, rowStart, rowColumn, columnStart, columnRow } = problem
  const times = new Int32Array(rows)
  const barred = new Int32Array(columns)
  const gain = new Int32Array(columns)
  for (let j = 0; j < columns; j++) gain[j] = columnStart[j + 1]! - columnStart[j]!
  const chosen: number[] = []
  let open = rows
  let left = nodes
  const turn = (j: number, by: 1 | -1): void => {
    for (let k = columnStart[j]!; k < columnStart[j + 1]!; k++) {
      const i = columnRow[k]!
      const before = times[i]!
      times[i] = before + by
      if (Math.min(before, times[i]!) > 0) continue
      open -= by
      for (let l = rowStart[i]!; l < rowStart[i + 1]!; l++) gain[rowColumn[l]!]! -= by
    }
  }
  const search = (room: number): boolean | undefined => {
    if (open === 0) return true
    if (room === 0 || !mayCover(gain, barred, room, open)) return false
    if (left-- <= 0) return undefined
    const row = hardestRow(problem, times, barred)
    const order = Array.from(rowColumn.subarray(rowStart[row]!, rowStart[row + 1]!))
      .filter((j) => barred[j] === 0)
      .sort((a, b) => gain[b]! - gain[a]! || a - b)
    let found: boolean | undefined = false
    const tried: number[] = []
    for (const j of order) {
      chosen.push(j)
      turn(j, 1)
      found = search(room - 1)
      turn(j, -1)
      if (found !== false) break
      chosen.pop()
      // Covers with this column are all tried: the next branches do without it.
      barred[j]! += 1
      tried.push(j)
    }
    for (const j of tried) barred[j]! -= 1
    return found
  }
  const found = search(most)
  return found === undefined ? undefined : found ? [...chosen].sort((a, b) => a - b) : null
}

/** Whether the `room` greatest gains add up to what is open. */
function mayCover(gain: Int32Array, barred: Int32Array, room: number, open: number): boolean {
  const top = new Int32Array(room)
  let sum = 0
  for (let j = 0; j < gain.length; j++) {
    const value = gain[j]!
    if (barred[j]! > 0 || value <= top[room - 1]!) continue
    sum += value - top[room - 1]!
    if (sum >= open) return true
    let k = room - 1
    while (k > 0 && top[k - 1]! < value) {
      top[k] = top[k - 1]!
      k -= 1
    }
    top[k] = value
  }
  return sum >= open
}

/** The open row that fewest columns may still cover. */
function hardestRow(problem: CoverProblem, times: Int32Array, barred: Int32Array): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < problem.rows; i++) {
    if (times[i]! > 0) continue
    let count = 0
    for (let k = problem.rowStart[i]!; k < problem.rowStart[i + 1]!; k++)
      if (barred[problem.rowColumn[k]!] === 0) count += 1
    if (count < least) {
      least = count
      best = i
    }
  }
  return best
}
