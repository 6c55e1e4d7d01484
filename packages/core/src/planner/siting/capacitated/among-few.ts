import type { SitingRun } from '../siting-run.ts'
import {
  assignmentModel,
  assignmentStart,
  fromValues,
  type Pair,
  type Unproven,
} from './assignment-model.ts'
import type { CapacityPrices } from './capacity-prices.ts'
import type { SingleSource } from './single-source.ts'

/** An answer from the integer program over the sites of least worth and the pairs near what their client pays. */
export async function amongFew(
  problem: SingleSource,
  run: SitingRun,
  prices: CapacityPrices,
): Promise<Unproven | null> {
  const { sites, cost } = problem
  const used = prices.open.reduce((sum, part) => sum + Math.ceil(part), 0)
  const order = [...prices.worth.keys()].sort(
    (a, b) => prices.worth[a]! - prices.worth[b]! || a - b,
  )
  const status = new Int8Array(sites).fill(-1)
  for (const j of order.slice(0, Math.max(8, 2 * used))) status[j] = 0
  const mean = prices.lambda.reduce((a, b) => a + b, 0) / problem.clients
  const pairs: Pair[] = []
  for (let client = 0; client < problem.clients; client++)
    for (let site = 0; site < sites; site++) {
      const price = cost[client * sites + site]!
      if (
        status[site] === 0 &&
        price < Math.min(problem.noWay, prices.lambda[client]! + 0.7 * mean)
      )
        pairs.push({ client, site })
    }
  const strong = strongRows(problem, prices, pairs)
  const model = assignmentModel(problem, status, pairs, { whole: false, strong })
  const flow = await flowAmong(problem, run, order.slice(0, used))
  const start = flow && assignmentStart(model, flow)
  const timeLimit = Math.max(0.1, 0.4 * run.secondsLeft())
  const result = await run.milp(model.milp, { gap: 0.001, timeLimit, ...(start ? { start } : {}) })
  const found = result.values.length > 0 ? fromValues(problem, model, result.values) : null
  return found && (!flow || found.cost < flow.cost) ? found : flow
}

/** The cheapest flow from some sites that are all open. */
async function flowAmong(
  problem: SingleSource,
  run: SitingRun,
  open: readonly number[],
): Promise<Unproven | null> {
  const status = new Int8Array(problem.sites).fill(-1)
  for (const j of open) status[j] = 1
  const pairs = open.flatMap((site) =>
    Array.from({ length: problem.clients }, (_, client) => ({ client, site })),
  )
  const sure = pairs.filter(
    ({ client, site }) => problem.cost[client * problem.sites + site]! < problem.noWay,
  )
  const model = assignmentModel(problem, status, sure, { whole: false, strong: () => false })
  const result = await run.milp(model.milp, { timeLimit: Math.max(0.1, 0.2 * run.secondsLeft()) })
  return result.values.length > 0 ? fromValues(problem, model, result.values) : null
}

/** Strong rows for all pairs while they are few, or needed; else for those that the prices find attractive. */
export function strongRows(
  problem: SingleSource,
  prices: CapacityPrices,
  pairs: readonly Pair[],
): (pair: Pair) => boolean {
  if (pairs.length <= 15_000) return () => true
  return ({ client, site }) =>
    problem.capacity[site] === Number.POSITIVE_INFINITY ||
    problem.demand[client] === 0 ||
    problem.cost[client * problem.sites + site]! < prices.lambda[client]!
}
