import type { SitingRun } from '../../siting-run.ts'
import { fillsInWholes } from '../capacity-prices.ts'
import type { Assigned, SingleSource } from '../single-source.ts'
import { type Filling, fillingsOf } from './filling.ts'
import { type FillingBound, type FillingMaster, fillingMaster } from './filling-master.ts'
import {
  costsWith,
  type FillingPool,
  fillingPool,
  holdTriples,
  keptOf,
  poolOracle,
} from './filling-pool.ts'
import { assignedByFillings, fillingProgram } from './filling-program.ts'
import { cheapestFilling, listFillings } from './list-fillings.ts'
import { risesOfSites, roomNeed } from './open-set.ts'
import { splitTriples } from './split-triples.ts'

export interface ByFillings {
  best: Assigned | null
  /** No answer is cheaper; the cost itself where that is proven. */
  bound: number
}

/** Clients of a site on average, fillings that are listed, those of the first integer program, triples of a round, rounds. */
const limits = { clients: 12, listed: 150_000, program: 3000, triples: 40, rounds: 12 }

/** Fillings can be listed where sites take few clients, and demands are whole numbers that are not many. */
export function listsFillings(problem: SingleSource): boolean {
  const { clients, sites, demand, capacity, p } = problem
  if (p !== null || !fillsInWholes(problem)) return false
  const all = demand.reduce((a, b) => a + b, 0)
  const room = capacity.reduce((a, b) => a + b, 0)
  return (room / sites) * clients <= limits.clients * all && all * sites * sites <= 2e8
}

/**
 * Whole clients at sites by listing what each site may take: column generation for a bound, all fillings that an answer
 * up to some cost may use, triples to raise the bound and shorten the list, and the integer solver on what is left. The
 * cost goes up until an answer is found: that one is the best there is.
 */
export async function solveByFillings(
  problem: SingleSource,
  run: SitingRun,
  from: Assigned | null,
): Promise<ByFillings> {
  const stop = () => run.secondsLeft() <= 0
  const first = await pricesOfAll(problem, run, from, stop)
  if (first === null) return { best: from, bound: Number.NEGATIVE_INFINITY }
  const state: Search = { best: from, bound: first.bound, step: leastStep(problem) }
  for (let most = limits.program; ; most *= 3) {
    const goal = goalOf(state)
    if (stop() || proven(state)) break
    const listed = listWithin(problem, first, goal, state.bound)
    if (listed === null) break
    if (!(await settleUpTo(problem, run, state, { ...listed, most }))) break
  }
  const { best, bound } = state
  return { best, bound: best && proven(state) ? best.cost : bound }
}

interface Search {
  best: Assigned | null
  /** No answer is cheaper than this. */
  bound: number
  /** By how much a better answer is better at least. */
  step: number
}

/** Costs above which there is nothing to look for. */
const goalOf = ({ best, step }: Search): number =>
  best === null ? Number.POSITIVE_INFINITY : best.cost - step

const proven = (state: Search): boolean => state.best !== null && state.bound > goalOf(state)

/** Where all costs are whole, so is what is saved. */
const leastStep = ({ cost, fixed }: SingleSource): number =>
  cost.every(Number.isInteger) && fixed.every(Number.isInteger) ? 1 - 1e-5 : 1e-6

async function pricesOfAll(
  problem: SingleSource,
  run: SitingRun,
  from: Assigned | null,
  stop: () => boolean,
): Promise<FillingBound | null> {
  const lp = await run.openLp()
  try {
    const master = fillingMaster(problem, lp)
    if (from) master.add(fillingsOf(problem, from.siteOf))
    return master.solve(({ client }) => {
      const least = new Float64Array(problem.sites)
      const fillings: Filling[] = []
      for (let j = 0; j < problem.sites; j++) {
        const { filling, value } = cheapestFilling(problem, j, client)
        least[j] = value
        if (filling.clients.length > 0) fillings.push(filling)
      }
      return { least, fillings }
    }, stop)
  } finally {
    lp.close()
  }
}

interface Listed {
  /** All answers up to this cost are made of the fillings. */
  upTo: number
  fillings: readonly Filling[]
}

/** The fillings of all answers up to the goal, or to less where they are too many; null where that is nothing new. */
function listWithin(
  problem: SingleSource,
  at: FillingBound,
  goal: number,
  bound: number,
): Listed | null {
  const { opened } = risesOfSites(roomNeed(problem), at.worth)
  const far = at.bound + 0.02 * Math.abs(at.bound)
  for (let upTo = Math.min(goal, far); upTo > bound; upTo = at.bound + 0.7 * (upTo - at.bound)) {
    const fillings = listAll(problem, at.prices.client, (site) => upTo - at.bound - opened[site]!)
    if (fillings) return { upTo, fillings }
  }
  return null
}

/** The fillings of every site within its slack; null where they are too many. */
function listAll(
  problem: SingleSource,
  price: Float64Array,
  slackOf: (site: number) => number,
): Filling[] | null {
  const fillings: Filling[] = []
  for (let site = 0; site < problem.sites; site++) {
    const slack = slackOf(site)
    if (slack < 0) continue
    const most = limits.listed - fillings.length
    const listed = listFillings(problem, site, price, { slack, most })
    if (listed === null) return null
    for (const filling of listed) fillings.push(filling)
  }
  return fillings
}

/** Looks for the best answer up to a cost; false when time is up. */
async function settleUpTo(
  problem: SingleSource,
  run: SitingRun,
  state: Search,
  { upTo, fillings, most }: Listed & { most: number },
): Promise<boolean> {
  const { pool, bound, triples, costs } = await shortened(problem, run, state, { upTo, fillings })
  if (run.secondsLeft() <= 0) return false
  if (bound > upTo) {
    state.bound = Math.max(state.bound, upTo)
    return true
  }
  state.bound = Math.max(state.bound, bound)
  const order = costs.toSorted((a, b) => a - b)
  const limit = order.length <= most ? upTo : order[most]!
  const few = keptOf(pool, (k) => costs[k]! <= limit)
  const model = fillingProgram(problem, few, triples)
  const timeLimit = Math.max(0.1, run.secondsLeft())
  const result = await run.milp(model, { gap: 0, timeLimit })
  if (result.values.length > 0) {
    const found = assignedByFillings(problem, few.fillings, result.values)
    if (state.best === null || found.cost < state.best.cost) state.best = found
  }
  const done = result.status === 'optimal' || result.status === 'infeasible'
  const reached = done ? limit : Math.min(limit, result.bound)
  const known = state.best?.cost ?? Number.POSITIVE_INFINITY
  state.bound = Math.max(state.bound, Math.min(known, reached))
  return done
}

/** The pool with triples against what is split, as long as they shorten it. */
async function shortened(
  problem: SingleSource,
  run: SitingRun,
  state: Search,
  { upTo, fillings }: Listed,
) {
  const lp = await run.openLp()
  const room = roomNeed(problem)
  const stop = () => run.secondsLeft() <= 0
  try {
    const master: FillingMaster = fillingMaster(problem, lp)
    let pool: FillingPool = fillingPool(fillings)
    let costs: readonly number[] = fillings.map(() => Number.NEGATIVE_INFINITY)
    let bound = state.bound
    for (let round = 0; ; round++) {
      const solved = master.solve(poolOracle(pool, problem.sites), stop)
      if (solved === null) break
      const known = costsWith(pool, room, problem.fixed, solved)
      const better = known.costs.map((cost, k) => Math.max(cost, costs[k]!))
      costs = better.filter((cost) => cost <= upTo)
      pool = keptOf(pool, (k) => better[k]! <= upTo)
      bound = Math.max(bound, solved.bound)
      if (bound > upTo || round >= limits.rounds || stop()) break
      const more = splitTriples(master.fractions(), problem.clients, limits.triples)
      if (more.length === 0) break
      holdTriples(pool, more, master.triples().length, problem.clients)
      master.addTriples(more)
    }
    return { pool, bound, triples: master.triples().length, costs }
  } finally {
    lp.close()
  }
}
