import type { MilpResult } from '../../../kernel/milp.ts'
import { random } from '../../../kernel/random.ts'
import type { SitingRun } from '../siting-run.ts'
import { annealClusters } from './anneal-clusters.ts'
import {
  type AssignmentModel,
  assignmentModel,
  assignmentStart,
  type Pair,
} from './assignment-model.ts'
import {
  type CapacityPrices,
  type CapacityStatus,
  fillsInWholes,
  raiseCapacityBound,
  settleCapacity,
  startCapacityPrices,
} from './capacity-prices.ts'
import type { NearLists } from './cluster-moves.ts'
import { nearLists } from './near-lists.ts'
import type { Assigned, SingleSource } from './single-source.ts'

/** An answer with the parts of each client that each open site serves. */
export interface CapacitatedAnswer {
  cost: number
  bound: number
  open: readonly number[]
  parts: readonly (readonly { site: number; share: number }[])[]
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
      : nearLists(problem.cost, problem.clients, problem.sites, 24, true)
  const search = annealing(problem, near, run, start)
  const large = problem.clients * problem.sites > 4e5
  search.run(large ? 0.62 * total : Math.min(0.2 * total, 6))
  const status = new Int8Array(problem.sites)
  const unsplit = search.best()
  const upper = unsplit?.cost ?? guess(problem)
  const prices = raiseCapacityBound(problem, startCapacityPrices(problem), {
    upper,
    status,
    iterations: 1500,
    stop: () => run.secondsLeft() < (large ? 0.25 : 0.5) * total,
    wholes: !split && fillsInWholes(problem),
  })
  if (unsplit) settleCapacity(problem, prices, upper, status)
  run.onProgress?.(upper, prices.bound)
  const pairs = pairsLeft(
    problem,
    prices,
    status,
    unsplit ? upper : Number.POSITIVE_INFINITY,
    split,
  )
  const best = unsplit && whole(problem, unsplit)
  const met = (answer: { cost: number } | null, bound: number): boolean =>
    answer !== null && bound >= answer.cost - 1e-7 * (1 + Math.abs(answer.cost))
  if (best && met(best, prices.bound)) return { ...best, bound: best.cost }
  if (pairs.length > mostPairs) {
    search.run(run.secondsLeft())
    const last = search.best()
    return last && { ...whole(problem, last), bound: prices.bound }
  }
  return closeCapacitated(problem, run, { search, prices, status, pairs, split })
}

interface Annealing {
  run(seconds: number): void
  best(): Assigned | null
}

/** Annealing in spells, each from the best so far, the first from scratch and hottest. */
function annealing(
  problem: SingleSource,
  near: NearLists,
  run: SitingRun,
  open: readonly number[],
): Annealing {
  const source = random(run.seed)
  let best: Assigned | null = null
  let spell = 0
  return {
    run: (seconds) => {
      const from = run.secondsLeft()
      if (seconds <= 0 || from <= 0) return
      const length = Math.min(seconds, from)
      const typical = typicalCost(problem, open)
      const hot = spell === 0 ? 0.35 : 0.12
      const found = annealClusters(problem, near, best ?? { open }, {
        random: source,
        share: () => (from - run.secondsLeft()) / length,
        hot: hot * typical,
        cold: 0.005 * typical,
      })
      spell += 1
      if (found && hasWays(problem, found) && (best === null || found.cost < best.cost))
        best = found
    },
    best: () => best,
  }
}

const hasWays = (problem: SingleSource, { siteOf }: Assigned): boolean =>
  siteOf.every((j, i) => problem.cost[i * problem.sites + j]! < problem.noWay)

/** What serving a client costs on average, near sites and its part of their fixed cost: the measure of heat. */
function typicalCost(problem: SingleSource, open: readonly number[]): number {
  const { cost, clients, sites, fixed, p, demand, capacity } = problem
  let sum = 0
  for (let i = 0; i < clients; i++) {
    let least = Number.POSITIVE_INFINITY
    for (const j of open) least = Math.min(least, cost[i * sites + j]!)
    if (least < problem.noWay) sum += Math.abs(least)
  }
  if (p !== null) return sum / clients || 1
  const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length
  const needed = Math.min(sites, Math.max(1, (mean(demand) * clients) / mean(capacity)))
  return (sum + mean(fixed) * needed) / clients || 1
}

/** All sites open and everybody at the dearest: above any answer. */
const guess = ({ cost, clients, sites, fixed, noWay }: SingleSource): number => {
  let sum = fixed.reduce((a, b) => a + b, 0)
  for (let i = 0; i < clients; i++)
    sum += cost
      .subarray(i * sites, (i + 1) * sites)
      .reduce((a, b) => (b < noWay ? Math.max(a, b) : a), 0)
  return sum
}

/** Pairs that an answer below `upper` may use. Where clients may be split, a small part always may. */
function pairsLeft(
  problem: SingleSource,
  prices: CapacityPrices,
  status: CapacityStatus,
  upper: number,
  split: boolean,
): Pair[] {
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
    }
  return pairs
}

const whole = (
  problem: SingleSource,
  { siteOf, open }: Assigned,
): Omit<CapacitatedAnswer, 'bound'> => {
  const fixed = open.reduce((sum, j) => sum + problem.fixed[j]!, 0)
  const cost = siteOf.reduce((sum, j, i) => sum + problem.cost[i * problem.sites + j]!, fixed)
  return { cost, open, parts: Array.from(siteOf, (site) => [{ site, share: 1 }]) }
}

interface Closing {
  search: Annealing
  prices: CapacityPrices
  status: CapacityStatus
  pairs: readonly Pair[]
  split: boolean
}

async function closeCapacitated(
  problem: SingleSource,
  run: SitingRun,
  { search, prices, status, pairs, split }: Closing,
): Promise<CapacitatedAnswer | null> {
  const known = search.best()
  const model = assignmentModel(problem, status, pairs, {
    whole: !split,
    strong: strongRows(problem, prices, pairs),
  })
  let solved: MilpResult | null = null
  const start = known && assignmentStart(model, known.siteOf, known.open)
  const solver = run
    .milp(model.milp, {
      gap: 0,
      timeLimit: Math.max(0.1, run.secondsLeft()),
      ...(start ? { start } : {}),
    })
    .then((result) => {
      solved = result
    })
  while (solved === null && run.secondsLeft() > 0) {
    search.run(split ? 0.05 : Math.max(0.4, (problem.clients * problem.sites) / 2e5))
    run.onProgress?.(search.best()?.cost ?? Number.POSITIVE_INFINITY, prices.bound)
    await run.breathe()
  }
  run.dropMilp()
  await solver
  return bestOf(problem, search.best(), known, model, solved, prices.bound)
}

/** Strong rows for all pairs while they are few, or needed; else for those that the prices find attractive. */
function strongRows(
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

function bestOf(
  problem: SingleSource,
  annealed: Assigned | null,
  known: Assigned | null,
  model: AssignmentModel,
  result: MilpResult | null,
  lagrangian: number,
): CapacitatedAnswer | null {
  const mine = annealed && whole(problem, annealed)
  const theirs =
    result && result.values.length > 0 ? fromValues(problem, model, result.values) : null
  const best = mine && (!theirs || mine.cost <= theirs.cost) ? mine : theirs
  if (!best) return null
  // The model holds all that is better than the answer it was settled by.
  const limit = known?.cost ?? Number.POSITIVE_INFINITY
  const proven =
    result?.status === 'infeasible'
      ? limit
      : Math.min(limit, result?.bound ?? Number.NEGATIVE_INFINITY)
  const bound = Math.max(lagrangian, proven)
  const optimal =
    (result?.status === 'optimal' && theirs !== null && best.cost <= theirs.cost + 1e-6) ||
    bound >= best.cost - 1e-7 * (1 + Math.abs(best.cost))
  return { ...best, bound: optimal ? best.cost : bound }
}

function fromValues(
  problem: SingleSource,
  model: AssignmentModel,
  values: readonly number[],
): Omit<CapacitatedAnswer, 'bound'> {
  const parts: { site: number; share: number }[][] = Array.from(
    { length: problem.clients },
    () => [],
  )
  model.pairs.forEach(({ client, site }, k) => {
    const share = values[model.sites.length + k]!
    if (share > 1e-9) parts[client]!.push({ site, share })
  })
  const used = new Set(parts.flatMap((list) => list.map(({ site }) => site)))
  const open = model.sites.filter((j, k) => used.has(j) || (problem.p !== null && values[k]! > 0.5))
  const fixed = open.reduce((sum, j) => sum + problem.fixed[j]!, 0)
  const cost = parts.reduce(
    (sum, list, i) =>
      sum +
      list.reduce((s, { site, share }) => s + share * problem.cost[i * problem.sites + site]!, 0),
    fixed,
  )
  return { cost, open, parts }
}
