import type { MilpResult } from '../../../kernel/milp.ts'
import type { SitingRun } from '../siting-run.ts'
import { amongFew, strongRows } from './among-few.ts'
import { type Annealing, annealing } from './annealing.ts'
import {
  type AssignmentModel,
  assignmentModel,
  assignmentStart,
  fromValues,
  type Pair,
  type Unproven,
} from './assignment-model.ts'
import {
  type CapacityPrices,
  type CapacityStatus,
  fillsInWholes,
  raiseCapacityBound,
  settleCapacity,
  startCapacityPrices,
} from './capacity-prices.ts'
import { listsFillings, solveByFillings } from './fillings/solve-by-fillings.ts'
import { nearLists } from './near-lists.ts'
import type { Assigned, SingleSource } from './single-source.ts'

export interface CapacitatedAnswer extends Unproven {
  bound: number
}

/** Pairs beyond which the integer program is left out: it would only eat time and memory. */
const mostPairs = 60_000

/**
 * Capacitated location: annealing for an answer, prices for the bound, sites and pairs settled by reduced cost, and
 * the integer solver on what is left while annealing goes on. `split` clients may go to several sites. `start` gives
 * sites to begin with.
 */
export async function solveCapacitated(
  problem: SingleSource,
  run: SitingRun,
  { split, start }: { split: boolean; start: readonly number[] },
): Promise<CapacitatedAnswer | null> {
  const total = run.secondsLeft()
  const near =
    problem.p === null
      ? nearLists(problem.cost, problem.clients, problem.sites, 12, false)
      : nearLists(problem.cost, problem.clients, problem.sites, clusterReach(problem), true)
  const search = annealing(problem, near, run, start)
  const large = problem.clients * problem.sites > 4e5
  search.run(large && !split ? 0.78 * total : Math.min((split ? 0.05 : 0.2) * total, 6))
  const listed =
    !split && listsFillings(problem) ? await solveByFillings(problem, run, search.best()) : null
  if (listed?.best) {
    const { best, bound } = listed
    if (meets(bound, best.cost)) return { ...whole(problem, best), bound: best.cost }
    search.take(best)
  }
  const status = new Int8Array(problem.sites)
  const annealed = search.best()
  const prices = raiseCapacityBound(problem, startCapacityPrices(problem), {
    upper: annealed?.cost ?? guess(problem),
    status,
    iterations: 1500,
    stop: () => run.secondsLeft() < (large && !split ? 0.14 : 0.5) * total,
    wholes: !split && fillsInWholes(problem),
  })
  const first = annealed && whole(problem, annealed)
  const many = problem.clients * problem.sites > 15_000
  const few = split && many ? await amongFew(problem, run, prices) : null
  const best = few && (!first || few.cost < first.cost) ? few : first
  if (best) settleCapacity(problem, prices, best.cost, status)
  const bound = Math.max(prices.bound, listed?.bound ?? Number.NEGATIVE_INFINITY)
  run.onProgress?.(best?.cost ?? Number.POSITIVE_INFINITY, bound)
  if (best && meets(bound, best.cost)) return { ...best, bound: best.cost }
  const pairs = pairsLeft(problem, prices, status, best?.cost ?? Number.POSITIVE_INFINITY, split)
  if (pairs === null) {
    await search.parts(() => run.secondsLeft() <= 0)
    search.run(run.secondsLeft())
    const last = search.best()
    const end = last && (!best || last.cost < best.cost) ? whole(problem, last) : best
    return end && { ...end, bound }
  }
  return closeCapacitated(problem, run, { search, best, prices, bound, status, pairs, split })
}

/** Clients to look at around each: about two clusters full, at least a dozen. */
const clusterReach = ({ clients, p }: SingleSource): number =>
  Math.max(12, Math.min(30, Math.ceil((2.4 * clients) / (p ?? clients))))

const meets = (bound: number, cost: number): boolean => bound >= cost - 1e-7 * (1 + Math.abs(cost))

/** All sites open and everybody at the dearest: above any answer. */
const guess = ({ cost, clients, sites, fixed, noWay }: SingleSource): number => {
  let sum = fixed.reduce((a, b) => a + b, 0)
  for (let i = 0; i < clients; i++)
    sum += cost
      .subarray(i * sites, (i + 1) * sites)
      .reduce((a, b) => (b < noWay ? Math.max(a, b) : a), 0)
  return sum
}

/** Pairs that an answer below `upper` may use; null when they are too many. Where clients may be split, a small part always may. */
function pairsLeft(
  problem: SingleSource,
  prices: CapacityPrices,
  status: CapacityStatus,
  upper: number,
  split: boolean,
): Pair[] | null {
  const { clients, sites, cost, capacity } = problem
  const limited = split && capacity.some(Number.isFinite)
  const limit = upper + 1e-7 * (1 + Math.abs(upper))
  const pairs: Pair[] = []
  for (let client = 0; client < clients; client++)
    for (let site = 0; site < sites; site++) {
      const price = cost[client * sites + site]!
      if (status[site] === -1 || price >= problem.noWay) continue
      const rise = Math.max(0, price - prices.lambda[client]!)
      if (limited || prices.bound + rise <= limit) pairs.push({ client, site })
      if (pairs.length > mostPairs) return null
    }
  return pairs
}

const whole = (problem: SingleSource, { siteOf, open }: Assigned): Unproven => {
  const fixed = open.reduce((sum, j) => sum + problem.fixed[j]!, 0)
  const cost = siteOf.reduce((sum, j, i) => sum + problem.cost[i * problem.sites + j]!, fixed)
  return { cost, open, parts: Array.from(siteOf, (site) => [{ site, share: 1 }]) }
}

interface Closing {
  search: Annealing
  /** The answer that sites and pairs were settled by. */
  best: Unproven | null
  prices: CapacityPrices
  /** What is proven before. */
  bound: number
  status: CapacityStatus
  pairs: readonly Pair[]
  split: boolean
}

async function closeCapacitated(
  problem: SingleSource,
  run: SitingRun,
  { search, best, prices, bound, status, pairs, split }: Closing,
): Promise<CapacitatedAnswer | null> {
  const model = assignmentModel(problem, status, pairs, {
    whole: !split,
    strong: strongRows(problem, prices, pairs),
  })
  let solved: MilpResult | null = null
  const start = best && assignmentStart(model, best)
  const solver = run
    .milp(model.milp, {
      gap: 0,
      timeLimit: Math.max(0.1, run.secondsLeft()),
      ...(start ? { start } : {}),
    })
    .then((result) => {
      solved = result
    })
  // Annealing keeps clients whole, so where they may be split the solver is left alone.
  while (!split && solved === null && run.secondsLeft() > 0) {
    search.run(Math.max(1.5, (problem.clients * problem.sites) / 2e5))
    await search.parts(() => solved !== null || run.secondsLeft() <= 0)
    run.onProgress?.(search.best()?.cost ?? Number.POSITIVE_INFINITY, bound)
    await run.breathe()
  }
  if (!split) run.dropMilp()
  await solver
  return bestOf(problem, [best, search.best()], model, solved, bound)
}

function bestOf(
  problem: SingleSource,
  [settledBy, annealed]: readonly [Unproven | null, Assigned | null],
  model: AssignmentModel,
  result: MilpResult | null,
  before: number,
): CapacitatedAnswer | null {
  const theirs =
    result && result.values.length > 0 ? fromValues(problem, model, result.values) : null
  const all = [annealed && whole(problem, annealed), settledBy, theirs].filter((a) => a !== null)
  if (all.length === 0) return null
  const best = all.reduce((a, b) => (b.cost < a.cost ? b : a))
  // The model holds all that is better than the answer it was settled by.
  const limit = settledBy?.cost ?? Number.POSITIVE_INFINITY
  const proven =
    result?.status === 'infeasible'
      ? limit
      : Math.min(limit, result?.bound ?? Number.NEGATIVE_INFINITY)
  const bound = Math.max(before, proven)
  const optimal =
    (result?.status === 'optimal' && theirs !== null && best.cost <= theirs.cost + 1e-6) ||
    meets(bound, best.cost)
  return { ...best, bound: optimal ? best.cost : bound }
}
