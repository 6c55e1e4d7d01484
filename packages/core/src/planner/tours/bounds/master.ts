import type { LpColumn, LpModel, OpenLp } from '../../../kernel/lp.ts'
import type { BoundProblem, RouteColumn } from './route-graph.ts'
import { cutCoefficient, type SubsetRowCut } from './subset-row-cuts.ts'

/**
 * The restricted master: every customer covered as often as it must be, by routes at least cost, each kind of vehicle within
 * its days. Rows, in order: units, kinds, lodgings (as many routes start as end), all routes together, choices, then cuts.
 */
export interface Master {
  problem: BoundProblem
  lp: LpModel
  columns: RouteColumn[]
  cuts: SubsetRowCut[]
  /** Bounds on the number of routes. */
  routes: { low: number; high: number }
  known: Set<string>
  /** First columns of the LP: one that misses a visit, for each unit; then one for each pattern that can be chosen. */
  artificial: number
  /** Number of columns before the first route's. */
  offset: number
  /** What such a column costs. */
  missing: number
}

export interface Prices {
  unit: Float64Array
  /** ≤ 0. */
  kind: Float64Array
  lodging: Float64Array
  routes: number
  /** ≤ 0. */
  cut: number[]
}

export function openMaster(problem: BoundProblem, openLp: OpenLp): Master {
  const lp = openLp()
  const { least, most, kinds, lodgings, units, choices } = problem
  const free = { low: -Infinity, high: Infinity, entries: [] }
  lp.addRows([
    ...Array.from(least, (low, i) => ({
      low,
      high: mustCover(problem, i) ? Infinity : most[i]!,
      entries: [],
    })),
    ...kinds.map((kind) => ({ ...free, high: kind.most })),
    ...lodgings.map(() => ({ low: 0, high: 0, entries: [] })),
    free,
    ...choices.map(() => ({ low: 1, high: Infinity, entries: [] })),
  ])
  const missing = missingCost(problem)
  lp.addColumns(Array.from(least, (_, i): LpColumn => ({ cost: missing, entries: [[i, 1]] })))
  const first = firstChoiceRow(problem)
  lp.addColumns(
    choices.flatMap((patterns, c) =>
      patterns.map(
        (set): LpColumn => ({
          cost: 0,
          entries: [...set.map((unit): [number, number] => [unit, -1]), [first + c, 1]],
        }),
      ),
    ),
  )
  const master: Master = {
    problem,
    lp,
    columns: [],
    cuts: [],
    routes: { low: -Infinity, high: Infinity },
    known: new Set(),
    artificial: units,
    offset: units + choices.reduce((sum, patterns) => sum + patterns.length, 0),
    missing,
  }
  addColumns(master, singles(problem))
  return master
}

/** Whether a unit's row asks for visits, rather than only limiting them. */
const mustCover = ({ least, choices }: BoundProblem, unit: number): boolean =>
  least[unit]! > 0 || choices.length > 0

/** More than any visit can cost by itself, so that visits are missed only where they must be. */
function missingCost({ graphs }: BoundProblem): number {
  let worst = 1
  for (const { startCost, ends } of graphs)
    startCost.forEach((cost, i) => {
      const back = Math.min(...ends.map((end) => end.cost[i]!))
      if (cost + back < Infinity) worst = Math.max(worst, cost + back)
    })
  return worst * 20
}

/** One unit a route. */
const singles = ({ graphs }: BoundProblem): RouteColumn[] =>
  graphs.flatMap((graph, g) =>
    Array.from(graph.at, (_, j) => columnOf(graph, g, 0, [j])).filter((c) => c.cost < Infinity),
  )

export function columnOf(
  graph: BoundProblem['graphs'][number],
  g: number,
  end: number,
  locals: readonly number[],
): RouteColumn {
  let cost = graph.startCost[locals[0]!]!
  for (let k = 1; k < locals.length; k++)
    cost += graph.cost[locals[k - 1]! * graph.size + locals[k]!]!
  cost += graph.ends[end]!.cost[locals.at(-1)!]!
  return { graph: g, end, cost, stops: locals.map((j) => graph.at[j]!) }
}

/** Rows of a column and its coefficients, without cuts. */
export function rowsOf(problem: BoundProblem, column: RouteColumn): Map<number, number> {
  const { units, kinds, lodgings, graphs } = problem
  const graph = graphs[column.graph]!
  const rows = new Map<number, number>()
  const add = (row: number, value: number) => rows.set(row, (rows.get(row) ?? 0) + value)
  for (const stop of column.stops) add(stop, 1)
  add(units + graph.kind, 1)
  const lodging = (place: number) => units + kinds.length + lodgings.indexOf(place)
  if (lodgings.includes(graph.start)) add(lodging(graph.start), 1)
  const to = graph.ends[column.end]!.place
  if (lodgings.includes(to)) add(lodging(to), -1)
  add(units + kinds.length + lodgings.length, 1)
  return rows
}

export const firstChoiceRow = ({ units, kinds, lodgings }: BoundProblem): number =>
  units + kinds.length + lodgings.length + 1

export const firstCutRow = (problem: BoundProblem): number =>
  firstChoiceRow(problem) + problem.choices.length

/** Adds those not there yet; tells how many. */
export function addColumns(master: Master, columns: readonly RouteColumn[]): number {
  const { problem, known, cuts } = master
  const fresh = columns.filter((column) => {
    const key = `${column.graph} ${column.end} ${column.stops.join(' ')}`
    if (known.has(key)) return false
    known.add(key)
    return true
  })
  master.lp.addColumns(
    fresh.map((column) => {
      const rows = rowsOf(problem, column)
      cuts.forEach((cut, k) => {
        const times = cutCoefficient(cut, column.stops)
        if (times > 0) rows.set(firstCutRow(problem) + k, times)
      })
      return { cost: column.cost, entries: [...rows].filter(([, value]) => value !== 0) }
    }),
  )
  master.columns.push(...fresh)
  return fresh.length
}

export function addCuts(master: Master, cuts: readonly SubsetRowCut[]): void {
  master.lp.addRows(
    cuts.map((cut) => ({
      low: -Infinity,
      high: cut.most,
      entries: master.columns.flatMap((column, c): [number, number][] => {
        const times = cutCoefficient(cut, column.stops)
        return times > 0 ? [[master.offset + c, times]] : []
      }),
    })),
  )
  master.cuts.push(...cuts)
}

/** Cuts from the `from`-th on no longer bind. */
export function dropCuts(master: Master, from: number): void {
  for (let k = from; k < master.cuts.length; k++)
    master.lp.setRowBounds(firstCutRow(master.problem) + k, -Infinity, Infinity)
}

export function boundRoutes(master: Master, low: number, high: number): void {
  const { units, kinds, lodgings } = master.problem
  master.lp.setRowBounds(units + kinds.length + lodgings.length, low, high)
  master.routes = { low, high }
}

/** Prices by row, with the signs that the rows' sides allow: rounding in the solver must not make them invalid. */
export function pricesFrom(master: Master, dual: Float64Array): Prices {
  const { problem, routes } = master
  const { units, kinds, lodgings, least } = problem
  const first = units + kinds.length
  const all = dual[first + lodgings.length]!
  const low = routes.low === -Infinity ? Math.min(0, all) : all
  return {
    unit: Float64Array.from(least, (_, i) =>
      mustCover(problem, i) ? Math.max(0, dual[i]!) : Math.min(0, dual[i]!),
    ),
    kind: Float64Array.from(kinds, (k, at) =>
      k.most < Infinity ? Math.min(0, dual[units + at]!) : 0,
    ),
    lodging: Float64Array.from(lodgings, (_, k) => dual[first + k]!),
    routes: routes.high === Infinity ? Math.max(0, low) : low,
    cut: master.cuts.map((_, k) => Math.min(0, dual[firstCutRow(problem) + k]!)),
  }
}

/** What the prices are worth: Σ price × the side that it belongs to, and of patterns the least. */
export function worth({ problem, cuts, routes }: Master, prices: Prices): number {
  let sum = 0
  for (const patterns of problem.choices)
    sum += Math.min(
      ...patterns.map((set) => set.reduce((worthOfSet, u) => worthOfSet + prices.unit[u]!, 0)),
    )
  if (problem.choices.length === 0)
    problem.least.forEach((must, i) => {
      sum += prices.unit[i]! * (must > 0 ? must : problem.most[i]!)
    })
  problem.kinds.forEach((kind, k) => {
    if (prices.kind[k] !== 0) sum += prices.kind[k]! * kind.most
  })
  cuts.forEach((cut, k) => {
    sum += prices.cut[k]! * cut.most
  })
  if (prices.routes > 0) sum += prices.routes * routes.low
  if (prices.routes < 0) sum += prices.routes * routes.high
  return sum
}
