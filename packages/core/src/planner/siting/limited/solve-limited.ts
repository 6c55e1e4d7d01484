import { random } from '../../../kernel/random.ts'
import type { SitingRun } from '../siting-run.ts'
import { type SiteTree, siteTree } from './branch-on-sites.ts'
import { greedyStart, type LimitedSearch, limitedSearch } from './interchange.ts'
import { openSet } from './open-set.ts'
import { radiusModel, radiusOpen, radiusStart } from './radius-model.ts'
import type { ServiceCosts } from './service-costs.ts'
import {
  closes,
  raiseBound,
  type SitePrices,
  type SiteStatus,
  settleSites,
  sitesOf,
  startPrices,
} from './site-prices.ts'

export interface LimitedAnswer {
  open: readonly number[]
  cost: number
  bound: number
}

/** The most terms of an integer program that is handed over: beyond, the solver only eats time. */
const mostTerms = 400_000

/**
 * The best p sites: interchange for the answer, Lagrangian prices for the bound, sites settled by reduced cost, and
 * what is left closed by branching here and by the integer solver beside it, whichever ends first.
 * `barred` are sites that need not be looked at.
 */
export async function solveLimited(
  costs: ServiceCosts,
  p: number,
  run: SitingRun,
  barred: SiteStatus = new Int8Array(costs.sites),
): Promise<LimitedAnswer> {
  const source = random(run.seed)
  const search = limitedSearch(costs, p, source, greedyStart(costs, p))
  const total = run.secondsLeft()
  const stop = () => run.secondsLeft() <= 0
  const done = (bound: number): LimitedAnswer => {
    const { open, cost } = search.best()
    return { open, cost, bound: closes(costs, bound, cost) ? cost : bound }
  }
  if (p >= costs.sites) return done(search.best().cost)
  search.run(() => run.secondsLeft() < 0.9 * total, 60)
  const status = barred.slice()
  const prices = climb(costs, p, search, status, () => run.secondsLeft() < 0.4 * total)
  const { cost } = search.best()
  run.onProgress?.(cost, prices.bound)
  if (closes(costs, prices.bound, cost) || stop()) return done(prices.bound)
  return done(await closeGap(costs, p, run, { search, status, prices }))
}

/** Rounds of prices and settling, until a round settles nothing and lifts nothing. */
function climb(
  costs: ServiceCosts,
  p: number,
  search: LimitedSearch,
  status: SiteStatus,
  stop: () => boolean,
): SitePrices {
  let prices = startPrices(costs, openSet(costs, search.best().open))
  let shown = 0
  for (let round = 0; round < 8; round++) {
    const upper = search.best().cost
    const before = prices.bound
    prices = raiseBound(costs, p, prices, {
      upper,
      status,
      iterations: 1000,
      stop,
      onChosen: (sites) => {
        if (++shown % 20 === 0) search.offer([...sites])
      },
    })
    const now = search.best().cost
    if (closes(costs, prices.bound, now) || stop()) break
    const settled = settleSites(costs, p, prices, now, status)
    const all = status.every((s) => s !== 0)
    if (all) search.offer([...sitesOf(status, 1)])
    if (all) return { ...prices, bound: search.best().cost }
    const lifted = prices.bound - before > 0.02 * (now - prices.bound)
    if (settled === 0 && !lifted) break
  }
  return prices
}

/** Branches and searches in turns while the integer solver works beside; returns the bound that holds at the end. */
async function closeGap(
  costs: ServiceCosts,
  p: number,
  run: SitingRun,
  { search, status, prices }: { search: LimitedSearch; status: SiteStatus; prices: SitePrices },
): Promise<number> {
  const stop = () => run.secondsLeft() <= 0
  const upper = search.best().cost
  let proven = prices.bound
  let solved = false
  const model = radiusModel(costs, p, status, prices, upper, mostTerms)
  const solver = model
    ? run
        .milp(model.milp, {
          gap: 0,
          timeLimit: run.secondsLeft(),
          start: radiusStart(model, search.best().open),
        })
        .then(({ status: end, values, bound }) => {
          if (values.length > 0) search.offer(radiusOpen(model, values, status))
          // The model holds nothing but what is better than `upper`.
          const limit = end === 'infeasible' ? upper : Math.min(upper, bound + model.constant)
          proven = Math.max(proven, limit)
          solved = end === 'optimal' || end === 'infeasible'
        })
    : Promise.resolve()
  const tree = siteTree(costs, p, prices, status, upper, {
    stop,
    onChosen: onceIn(15, (sites) => search.offer([...sites])),
    onLast: (sites) => search.offer([...sites]),
  })
  while (!solved && !stop()) {
    if (slice(tree, search, run)) break
    proven = Math.max(proven, tree.bound())
    run.onProgress?.(search.best().cost, proven)
    if (closes(costs, proven, search.best().cost)) break
    await run.breathe()
  }
  run.dropMilp()
  await solver
  return Math.max(proven, tree.bound())
}

/** Calls every so many times only. */
function onceIn(times: number, call: (sites: Int32Array) => void): (sites: Int32Array) => void {
  let count = 0
  return (sites) => {
    if (++count % times === 0) call(sites)
  }
}

/** A fifth of a second of branching and as much of searching; true when the tree is empty. */
function slice(tree: SiteTree, search: LimitedSearch, run: SitingRun): boolean {
  const from = run.secondsLeft()
  tree.improve(search.best().cost)
  while (run.secondsLeft() > Math.max(0, from - 0.2)) if (tree.step()) return true
  const middle = run.secondsLeft()
  search.run(() => run.secondsLeft() <= Math.max(0, middle - 0.2), 200)
  return false
}
