import type { ServiceCosts } from './service-costs.ts'
import {
  closes,
  freshPrices,
  raiseBound,
  type SitePrices,
  type SiteStatus,
  settleSites,
  sitesOf,
} from './site-prices.ts'

interface Node {
  status: SiteStatus
  lambda: Float64Array
  bound: number
  /** The site to branch on; -1 when all are settled. */
  site: number
}

/** A tree search under way: what is proven, and the sites of the best answer it met. */
export interface SiteTree {
  /** Splits the node with the least bound; true when none is left. */
  step(): boolean
  /** Nothing better than this is left. */
  bound(): number
  /** A better answer was found elsewhere. */
  improve(upper: number): void
  nodes(): number
}

export interface TreeEvents {
  stop: () => boolean
  /** Sites that some prices chose: material for answers. */
  onChosen: (sites: Int32Array) => void
  /** The one set that is left in a branch; it must be priced, as it may be the best. */
  onLast: (sites: Int32Array) => void
}

/**
 * Branch and bound on the sites with Lagrangian bounds, least bound first. Source: Beasley 1985; the branching site is the one least decided.
 */
export function siteTree(
  costs: ServiceCosts,
  p: number,
  root: SitePrices,
  status: SiteStatus,
  start: number,
  { stop, onChosen, onLast }: TreeEvents,
): SiteTree {
  let upper = start
  const open: Node[] = [nodeOf(status, root)]
  let nodes = 0
  // Waiting nodes are kept to about 200 MB; beyond that the tree rests, its bound still valid.
  const mostOpen = Math.max(64, Math.floor(2e8 / (8 * costs.clients + costs.sites)))
  const child = (node: Node, value: -1 | 1): void => {
    const status = node.status.slice()
    status[node.site] = value
    const opened = status.reduce((sum, s) => sum + (s === 1 ? 1 : 0), 0)
    const left = status.reduce((sum, s) => sum + (s >= 0 ? 1 : 0), 0)
    if (opened > p || left < p) return
    const from = freshPrices(node.lambda, costs.sites)
    const prices = raiseBound(costs, p, from, { upper, status, iterations: 150, stop, onChosen })
    prices.bound = Math.max(prices.bound, node.bound)
    nodes += 1
    if (closes(costs, prices.bound, upper)) return
    settleSites(costs, p, prices, upper, status)
    insert(open, nodeOf(status, prices))
  }
  return {
    step: () => {
      if (open.length >= mostOpen) return false
      const node = open.shift()
      if (!node) return true
      if (closes(costs, node.bound, upper)) return open.length === 0
      if (node.site < 0) {
        // All is settled: what is left is one set of sites, and the caller prices it.
        onLast(sitesOf(node.status, 1))
        return open.length === 0
      }
      child(node, 1)
      child(node, -1)
      return open.length === 0
    },
    bound: () => Math.min(upper, open[0]?.bound ?? upper),
    improve: (better) => {
      upper = Math.min(upper, better)
    },
    nodes: () => nodes,
  }
}

const nodeOf = (status: SiteStatus, prices: SitePrices): Node => ({
  status,
  lambda: prices.lambda,
  bound: prices.bound,
  site: leastDecided(status, prices.use),
})

/** Keeps nodes by bound, the least first. */
function insert(open: Node[], node: Node): void {
  let [low, high] = [0, open.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (open[middle]!.bound <= node.bound) low = middle + 1
    else high = middle
  }
  open.splice(low, 0, node)
}

function leastDecided(status: SiteStatus, use: Float64Array): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let j = 0; j < status.length; j++) {
    if (status[j] !== 0) continue
    const off = Math.abs(use[j]! - 0.5)
    if (off < least) {
      least = off
      best = j
    }
  }
  return best
}
