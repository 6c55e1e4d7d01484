import type { RoutingInstance } from '../../../plan/routing.ts'
import { type BoundTools, roundedUp } from './certified-bound.ts'
import { enumerateRoutes } from './enumerate-routes.ts'
import { graphPrices, reducedCost } from './generate-columns.ts'
import type { Ledger } from './ledger.ts'
import { columnOf } from './master.ts'
import type { ColumnProof } from './prove-by-columns.ts'
import type { BoundProblem, RouteColumn } from './route-graph.ts'
import { solveWhole, withoutSurplus } from './whole-routes.ts'

const free = { low: -Infinity, high: Infinity }
const mostListed = 60_000
const mostSteps = 4_000_000
const mostForStart = 6_000
const nodesForStart = 200

/** A whole-number solution over the most promising columns found so far. */
export async function findStart(
  instance: RoutingInstance,
  { master, prices }: ColumnProof,
  tools: BoundTools,
  ledger: Ledger,
): Promise<void> {
  if (!prices || tools.stop(ledger.proof.rounds)) return
  const columns = master.columns
    .map((column) => ({ column, reduced: reducedCost(master, prices, column) }))
    .sort((a, b) => a.reduced - b.reduced)
    .slice(0, mostForStart)
    .map((c) => c.column)
  const found = await solveWhole(master.problem, columns, free, tools.milp, {
    nodeLimit: nodesForStart,
    gap: 1e-6,
  })
  if (found.values.length > 0) take(instance, master.problem, columns, found.values, ledger)
}

/**
 * All routes that the gap leaves in question, listed and solved in whole numbers: their bound holds for all (Baldacci,
 * Christofides & Mingozzi 2008).
 */
export async function closeGap(
  instance: RoutingInstance,
  proof: ColumnProof,
  tools: BoundTools,
  ledger: Ledger,
): Promise<void> {
  const { master, prices } = proof
  const { problem } = master
  if (!prices || ledger.upper === Infinity || tools.stop(ledger.proof.rounds)) return
  if (roundedUp(ledger.best.cost, problem.grain) >= ledger.upper - 1e-6) return
  const listed = listRoutes(proof, ledger.upper - proof.bound + 1e-6, tools, ledger)
  if (!listed) return
  ledger.proof.listed = listed.length
  const all = await solveWhole(problem, listed, free, tools.milp, {
    nodeLimit: tools.nodeLimit ?? 2000,
    gap: 1e-6,
  })
  if (all.values.length > 0) take(instance, problem, listed, all.values, ledger)
  // What was not listed is in no solution below `upper`.
  const bound = all.status === 'infeasible' ? Infinity : all.bound
  ledger.raise(roundedUp(Math.min(bound, ledger.upper), problem.grain), 'enumeration')
}

function listRoutes(
  { master, pricing, prices }: ColumnProof,
  below: number,
  tools: BoundTools,
  ledger: Ledger,
): RouteColumn[] | null {
  const listed: RouteColumn[] = []
  for (const [g, graph] of master.problem.graphs.entries()) {
    const found = enumerateRoutes(graph, pricing.tables[g]!, {
      ...graphPrices(master, prices!, g),
      below,
      mostSteps,
      stop: () => tools.stop(ledger.proof.rounds),
    })
    if (!found || listed.length + found.length > mostListed) return null
    for (const route of found) listed.push(columnOf(graph, g, route.end, route.stops))
  }
  return listed
}

/** Keeps a whole-number solution if it is the best so far. */
function take(
  instance: RoutingInstance,
  problem: BoundProblem,
  columns: readonly RouteColumn[],
  values: readonly number[],
  ledger: Ledger,
): void {
  const routes = withoutSurplus(problem, columns, values)
  const cost = routes.reduce((sum, { column, times }) => sum + column.cost * times, 0)
  if (ledger.start && cost >= ledger.start.cost) return
  ledger.start = {
    cost,
    routes: routes.map(({ column, times }) => ({
      times,
      depot: problem.graphs[column.graph]!.start,
      ...(problem.choices.length > 0 ? { day: problem.day[column.stops[0]!]! } : {}),
      stops: column.stops.map((stop) => instance.customers[problem.customer[stop]!]!.id),
    })),
  }
  const visits = new Int32Array(problem.units)
  for (const { column, times } of routes) for (const stop of column.stops) visits[stop]! += times
  const exact = visits.every((times, i) => times <= problem.most[i]!)
  ledger.valid = exact && problem.relaxed.length === 0
  ledger.upper = Math.min(ledger.upper, cost)
}
