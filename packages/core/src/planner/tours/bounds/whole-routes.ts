import type { Milp, MilpResult, SolveMilp } from '../../../kernel/milp.ts'
import { firstChoiceRow, firstCutRow, rowsOf } from './master.ts'
import type { BoundProblem, RouteColumn } from './route-graph.ts'

/** The master in whole numbers over the columns given: how often each is driven. */
export function solveWhole(
  problem: BoundProblem,
  columns: readonly RouteColumn[],
  routes: { low: number; high: number },
  milp: SolveMilp,
  options: { nodeLimit: number; gap: number },
): Promise<MilpResult> {
  return milp(wholeProgram(problem, columns, routes), options)
}

function wholeProgram(
  problem: BoundProblem,
  columns: readonly RouteColumn[],
  routes: { low: number; high: number },
): Milp {
  const { units, kinds, lodgings, least, most, choices } = problem
  const terms = Array.from({ length: firstCutRow(problem) }, (): [number, number][] => [])
  columns.forEach((column, c) => {
    for (const [row, value] of rowsOf(problem, column))
      if (value !== 0) terms[row]!.push([c, value])
  })
  const chosen = choices.flatMap((patterns, c) => patterns.map((set) => ({ set, choice: c })))
  chosen.forEach(({ set, choice }, k) => {
    for (const unit of set) terms[unit]!.push([columns.length + k, -1])
    terms[firstChoiceRow(problem) + choice]!.push([columns.length + k, 1])
  })
  const bounds = (row: number): [number, number] => {
    if (row < units)
      return least[row]! > 0 || choices.length > 0
        ? [least[row]!, Infinity]
        : [-Infinity, most[row]!]
    if (row < units + kinds.length) return [-Infinity, kinds[row - units]!.most]
    if (row < units + kinds.length + lodgings.length) return [0, 0]
    if (row >= firstChoiceRow(problem)) return [1, 1]
    return [routes.low, routes.high]
  }
  return {
    variables: [
      ...columns.map((column, c) => ({
        name: `r${c}`,
        cost: column.cost,
        low: 0,
        high: Math.max(1, ...column.stops.map((stop) => most[stop]!)),
        integer: true,
      })),
      ...chosen.map((_, k) => ({ name: `p${k}`, cost: 0, low: 0, high: 1, integer: true })),
    ],
    rows: terms.flatMap((list, row) => {
      const [low, high] = bounds(row)
      if (low === -Infinity && high === Infinity) return []
      return [{ name: `c${row}`, low, high, terms: list }]
    }),
  }
}

/** Visits that each unit must have by a whole-number solution's choice of patterns. */
function asked({ least, choices }: BoundProblem, chosen: readonly number[]): Int32Array {
  const visits = Int32Array.from(least)
  choices.flat().forEach((set, k) => {
    if (chosen[k]! > 0.5) for (const unit of set) visits[unit]! += 1
  })
  return visits
}

/** The same columns with each unit visited no more than it must be, at no higher cost where short cuts are no detours. */
export function withoutSurplus(
  problem: BoundProblem,
  columns: readonly RouteColumn[],
  values: readonly number[],
): { column: RouteColumn; times: number }[] {
  const surplus = asked(problem, values.slice(columns.length)).map((must) => -must)
  columns.forEach((column, c) => {
    for (const stop of column.stops) surplus[stop]! += values[c]!
  })
  return columns.flatMap((column, c) => {
    const made = new Map<string, { column: RouteColumn; times: number }>()
    for (let k = 0; k < values[c]!; k++) {
      const less = lessSurplus(problem, column, surplus)
      if (less.stops.length === 0) continue
      const key = less.stops.join(' ')
      const known = made.get(key)
      if (known) known.times += 1
      else made.set(key, { column: less, times: 1 })
    }
    return [...made.values()]
  })
}

function lessSurplus(
  { graphs, least, choices }: BoundProblem,
  column: RouteColumn,
  surplus: Int32Array,
): RouteColumn {
  const graph = graphs[column.graph]!
  const local = new Map(Array.from(graph.at, (unit, j) => [unit, j]))
  let best = column
  for (const stop of column.stops) {
    if (surplus[stop]! <= 0 || (least[stop] === 0 && choices.length === 0)) continue
    const at = best.stops.indexOf(stop)
    const stops = best.stops.filter((_, k) => k !== at)
    const cost =
      stops.length === 0
        ? 0
        : costOf(
            graph,
            column.end,
            stops.map((s) => local.get(s)!),
          )
    if (cost > best.cost) continue
    surplus[stop]! -= 1
    best = { ...best, stops, cost }
  }
  return best
}

function costOf(
  graph: BoundProblem['graphs'][number],
  end: number,
  locals: readonly number[],
): number {
  let cost = graph.startCost[locals[0]!]!
  for (let k = 1; k < locals.length; k++)
    cost += graph.cost[locals[k - 1]! * graph.size + locals[k]!]!
  return cost + graph.ends[end]!.cost[locals.at(-1)!]!
}
