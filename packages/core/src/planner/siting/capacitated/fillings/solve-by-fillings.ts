import type { SitingRun } from '../../siting-run.ts'
import { fillsInWholes } from '../capacity-prices.ts'
import type { Assigned, SingleSource } from '../single-source.ts'
import { branchOnFillings, type ListedFillings } from './branch-on-fillings.ts'
import { type Filling, fillingsOf } from './filling.ts'
import { type FillingBound, fillingMaster } from './filling-master.ts'
import { type FillingSearch, goalOf, isProven, leastStep } from './filling-search.ts'
import { cheapestFilling, listFillings } from './list-fillings.ts'
import { risesOfSites, roomNeed } from './open-set.ts'

export interface ByFillings {
  best: Assigned | null
  /** No answer is cheaper; the cost itself where that is proven. */
  bound: number
}

/** How far above the first bound answers are looked for at most, as a share of it. */
const far = 0.05

/** Clients of a site on average at most; fillings that are listed at most, first and then. */
const limits = { clients: 12, listed: [25_000, 75_000, 200_000, 600_000] }

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
  const state: FillingSearch = { best: from, bound: first.bound, step: leastStep(problem) }
  for (const most of limits.listed) {
    if (stop() || isProven(state)) break
    const listed = listWithin(problem, first, state, most)
    if (listed) await branchOnFillings(problem, run, state, listed)
  }
  const { best, bound } = state
  return { best, bound: best && isProven(state) ? best.cost : bound }
}

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

/** The fillings of all answers up to the goal, or to less where they are too many; null where that is nothing new. */
function listWithin(
  problem: SingleSource,
  at: FillingBound,
  state: FillingSearch,
  mostInAll: number,
): ListedFillings | null {
  const { opened } = risesOfSites(roomNeed(problem), at.worth)
  const goal = Math.min(goalOf(state), at.bound + far * Math.abs(at.bound))
  let last: ListedFillings | null = null
  // From little to more, as to find out that there are too many takes longest.
  for (let gap = (goal - at.bound) / 200; gap > 0; gap *= 1.2) {
    const upTo = Math.min(goal, at.bound + gap)
    if (upTo <= state.bound) continue
    const slackOf = (site: number) => upTo - at.bound - opened[site]!
    const fillings = listAll(problem, at.prices.client, mostInAll, slackOf)
    if (fillings === null) return last
    last = { upTo, fillings }
    if (upTo === goal) return last
  }
  return null
}

/** The fillings of every site within its slack; null where they are too many. */
function listAll(
  problem: SingleSource,
  price: Float64Array,
  mostInAll: number,
  slackOf: (site: number) => number,
): Filling[] | null {
  const fillings: Filling[] = []
  for (let site = 0; site < problem.sites; site++) {
    const slack = slackOf(site)
    if (slack < 0) continue
    const most = mostInAll - fillings.length
    const listed = listFillings(problem, site, price, { slack, most })
    if (listed === null) return null
    for (const filling of listed) fillings.push(filling)
  }
  return fillings
}
