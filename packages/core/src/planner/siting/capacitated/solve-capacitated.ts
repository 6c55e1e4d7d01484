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
import { improveParts } from './improve-parts.ts'
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
      : nearLists(problem.cost, problem.clients, problem.sites, clusterReach(problem), true)
  const search = annealing(problem, near, run, start)
  const large = problem.clients * problem.sites > 4e5
  search.run(large && !split ? 0.78 * total : Math.min((split ? 0.05 : 0.2) * total, 6))
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
  run.onProgress?.(best?.cost ?? Number.POSITIVE_INFINITY, prices.bound)
  if (best && meets(prices.bound, best.cost)) return { ...best, bound: best.cost }
  const pairs = pairsLeft(problem, prices, status, best?.cost ?? Number.POSITIVE_INFINITY, split)
  if (pairs === null) {
    await search.parts(() => run.secondsLeft() <= 0)
    search.run(run.secondsLeft())
    const last = search.best()
    const end = last && (!best || last.cost < best.cost) ? whole(problem, last) : best
    return end && { ...end, bound: prices.bound }
  }
  return closeCapacitated(problem, run, { search, best, prices, status, pairs, split })
}

/** Clients to look at around each: about two clusters full, at least a dozen. */
const clusterReach = ({ clients, p }: SingleSource): number =>
  Math.max(12, Math.min(30, Math.ceil((2.4 * clients) / (p ?? clients))))

const meets = (bound: number, cost: number): boolean => bound >= cost - 1e-7 * (1 + Math.abs(cost))

type Unproven = Omit<CapacitatedAnswer, 'bound'>

/** An answer from the integer program over the sites of least worth and the pairs near what their client pays. */
async function amongFew(
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

interface Annealing {
  run(seconds: number): void
  /** Solves parts of the best anew, until all of a size are as good as can be, or `stop`. */
  parts(stop: () => boolean): Promise<void>
  best(): Assigned | null
}

/** Open sites of a part that is solved anew: few at first, more when all of a size are as good as can be. */
const partSizes = [4, 6, 8, 10]

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
  let size = 0
  /** The best so far; where sites are free in number, every third spell begins with others by chance. */
  const startOf = (k: number): Assigned | { open: readonly number[] } => {
    if (best === null) return { open }
    if (problem.p !== null || k % 3 !== 2) return best
    const any = source.shuffle(Array.from({ length: problem.sites }, (_, j) => j))
    return { open: any.slice(0, Math.min(problem.sites, best.open.length + 1)) }
  }
  return {
    run: (seconds) => {
      const from = run.secondsLeft()
      if (seconds <= 0 || from <= 0) return
      const length = Math.min(seconds, from)
      const typical = typicalCost(problem, open)
      const hot = [0.35, 0.12, 0.7][spell % 3]!
      const found = annealClusters(problem, near, startOf(spell), {
        random: source,
        share: () => (from - run.secondsLeft()) / length,
        hot: hot * typical,
        cold: 0.005 * typical,
      })
      spell += 1
      if (found && hasWays(problem, found) && (best === null || found.cost < best.cost))
        best = found
    },
    parts: async (stop) => {
      if (best === null) return
      const before = best.cost
      const sitesOfPart = partSizes[size % partSizes.length]!
      best = await improveParts(problem, best, run, { random: source, sitesOfPart, stop })
      if (!stop() && best.cost === before) size += 1
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
  status: CapacityStatus
  pairs: readonly Pair[]
  split: boolean
}

async function closeCapacitated(
  problem: SingleSource,
  run: SitingRun,
  { search, best, prices, status, pairs, split }: Closing,
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
    run.onProgress?.(search.best()?.cost ?? Number.POSITIVE_INFINITY, prices.bound)
    await run.breathe()
  }
  if (!split) run.dropMilp()
  await solver
  return bestOf(problem, [best, search.best()], model, solved, prices.bound)
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
  [settledBy, annealed]: readonly [Unproven | null, Assigned | null],
  model: AssignmentModel,
  result: MilpResult | null,
  lagrangian: number,
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
  const bound = Math.max(lagrangian, proven)
  const optimal =
    (result?.status === 'optimal' && theirs !== null && best.cost <= theirs.cost + 1e-6) ||
    meets(bound, best.cost)
  return { ...best, bound: optimal ? best.cost : bound }
}

function fromValues(
  problem: SingleSource,
  model: AssignmentModel,
  values: readonly number[],
): Unproven {
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
