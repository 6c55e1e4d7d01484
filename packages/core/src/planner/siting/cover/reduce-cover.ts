import { type CoverProblem, coverProblem } from './cover-problem.ts'

/** A smaller problem with the same best cost; `columns` gives the original column of each. */
export interface ReducedCover {
  problem: CoverProblem
  columns: Int32Array
}

/** Beyond this, comparing all pairs would take longer than it saves. */
const most = 8000

/**
 * Drops rows that another row implies (all its columns are among theirs) and columns that a column no dearer
 * replaces, again and again until nothing goes. Source: Beasley 1987. Among equals the lower index stays.
 */
export function reduceCover(problem: CoverProblem): ReducedCover {
  let rows: readonly Int32Array[] = Array.from({ length: problem.rows }, (_, i) =>
    problem.rowColumn.slice(problem.rowStart[i]!, problem.rowStart[i + 1]!),
  )
  let columns: Int32Array = Int32Array.from({ length: problem.columns }, (_, j) => j)
  if (problem.columns > most || problem.rows > most) return { problem, columns }
  for (;;) {
    const before = rows.length + columns.length
    rows = keptRows(rows)
    const rowsOf: number[][] = Array.from({ length: problem.columns }, () => [])
    rows.forEach((row, i) => {
      for (const j of row) rowsOf[j]!.push(i)
    })
    const lists = [...columns].map((j) => Int32Array.from(rowsOf[j]!))
    const stays = keptColumns(lists, columns, problem.cost)
    columns = columns.filter((_, k) => stays[k] === 1)
    const present = new Uint8Array(problem.columns)
    for (const j of columns) present[j] = 1
    rows = rows.map((row) => row.filter((j) => present[j] === 1))
    if (rows.length + columns.length === before) break
  }
  const index = new Int32Array(problem.columns)
  columns.forEach((j, k) => {
    index[j] = k
  })
  return {
    problem: coverProblem(
      rows.map((row) => row.map((j) => index[j]!)),
      Float64Array.from(columns, (j) => problem.cost[j]!),
    ),
    columns,
  }
}

/** Rows that no other row implies: none of the others is a part of it. */
function keptRows(rows: readonly Int32Array[]): Int32Array[] {
  const order = rows.map((_, i) => i).sort((a, b) => rows[a]!.length - rows[b]!.length || a - b)
  const byColumn = new Map<number, number[]>()
  const stay: number[] = []
  for (const i of order) {
    const mine = new Set(rows[i]!)
    const implied = rows[i]!.some((j) =>
      (byColumn.get(j) ?? []).some((other) => rows[other]!.every((column) => mine.has(column))),
    )
    if (implied) continue
    stay.push(i)
    // A part of a later row has its first column in it, so it is found by that.
    const first = rows[i]![0]
    if (first !== undefined) byColumn.set(first, [...(byColumn.get(first) ?? []), i])
  }
  return stay.sort((a, b) => a - b).map((i) => rows[i]!)
}

/** 1 for columns that no other replaces: one that covers all their rows and costs no more. */
function keptColumns(
  lists: readonly Int32Array[],
  columns: Int32Array,
  cost: Float64Array,
): Uint8Array {
  const stays = new Uint8Array(lists.length).fill(1)
  const byRow = new Map<number, number[]>()
  lists.forEach((list, k) => {
    for (const i of list) {
      const there = byRow.get(i)
      if (there) there.push(k)
      else byRow.set(i, [k])
    }
  })
  const sets = lists.map((list) => new Set(list))
  for (let k = 0; k < lists.length; k++) {
    const list = lists[k]!
    if (list.length === 0) {
      stays[k] = 0
      continue
    }
    const rarest = list.reduce((a, b) => (byRow.get(b)!.length < byRow.get(a)!.length ? b : a))
    const price = cost[columns[k]!]!
    const replaced = byRow.get(rarest)!.some((other) => {
      if (other === k || stays[other] === 0 || lists[other]!.length < list.length) return false
      const rival = cost[columns[other]!]!
      if (rival > price) return false
      const equal = rival === price && lists[other]!.length === list.length
      return (!equal || other < k) && list.every((i) => sets[other]!.has(i))
    })
    if (replaced) stays[k] = 0
  }
  return stays
}
