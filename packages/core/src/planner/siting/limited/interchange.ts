import type { Random } from '../../../kernel/random.ts'
import { copyInto, type OpenSet, openSet, swap, swapPricer } from './open-set.ts'
import type { ServiceCosts } from './service-costs.ts'

/** A search that goes on where it stopped. */
export interface LimitedSearch {
  /** Searches until `stop` says so or `idle` shakes in a row brought nothing; true when it ended idle. */
  run(stop: () => boolean, idle: number): boolean
  /** Takes a set of sites as a new start, improves it, and keeps it if it is better. */
  offer(open: readonly number[]): void
  best(): { open: number[]; cost: number }
}

/**
 * Variable neighbourhood search over swaps: shake by k random swaps, descend, keep what is better.
 * Source: Hansen & Mladenović 1997.
 */
export function limitedSearch(
  costs: ServiceCosts,
  p: number,
  random: Random,
  start: readonly number[],
): LimitedSearch {
  const best = openSet(costs, start)
  const work = openSet(costs, start)
  const pricer = swapPricer(costs, work)
  const order = Int32Array.from({ length: costs.sites }, (_, j) => j)
  const tiny = 1e-9 * (1 + Math.abs(best.cost))
  let shake = 1
  const most = Math.max(1, Math.min(p, costs.sites - p, 25))

  const keep = (): boolean => {
    const better = work.cost < best.cost - tiny
    copyInto(better ? work : best, better ? best : work)
    return better
  }
  descend(costs, work, pricer, order, random, tiny)
  keep()
  const once = (): boolean => {
    for (let k = 0; k < shake; k++) shakeOnce(costs, work, pricer, random)
    descend(costs, work, pricer, order, random, tiny)
    const better = keep()
    shake = better ? 1 : shake >= most ? 1 : shake + 1
    return better
  }
  return {
    run: (stop, idle) => {
      if (p >= costs.sites) return true
      for (let still = 0; still < idle; ) {
        if (stop()) return false
        still = once() ? 0 : still + 1
      }
      return true
    },
    offer: (open) => {
      copyInto(openSet(costs, open), work)
      descend(costs, work, pricer, order, random, tiny)
      keep()
    },
    best: () => ({ open: [...best.list].sort((a, b) => a - b), cost: best.cost }),
  }
}

function shakeOnce(
  costs: ServiceCosts,
  set: OpenSet,
  pricer: ReturnType<typeof swapPricer>,
  random: Random,
): void {
  let into = random.below(costs.sites)
  while (set.isOpen[into] === 1) into = (into + 1) % costs.sites
  const { out } = pricer.best(into)
  const chosen = random.next() < 0.5 ? out : set.list[random.below(set.list.length)]!
  swap(costs, set, into, chosen)
}

/** First improvement over all sites in a random order until none helps. */
function descend(
  costs: ServiceCosts,
  set: OpenSet,
  pricer: ReturnType<typeof swapPricer>,
  order: Int32Array,
  random: Random,
  tiny: number,
): void {
  const n = order.length
  for (let k = n - 1; k > 0; k--) {
    const other = random.below(k + 1)
    const kept = order[k]!
    order[k] = order[other]!
    order[other] = kept
  }
  for (let k = 0, since = 0; since < n; k = (k + 1) % n, since++) {
    const into = order[k]!
    if (set.isOpen[into] === 1) continue
    const { out, change } = pricer.best(into)
    if (out < 0 || change >= -tiny) continue
    swap(costs, set, into, out)
    since = 0
  }
}

/** p sites, each the one that lowers the cost most. Gains only shrink, so that old ones serve as limits (Minoux 1978). */
export function greedyStart(costs: ServiceCosts, p: number): number[] {
  const least = costs.fallback.slice()
  const gains = new Float64Array(costs.sites).fill(Number.POSITIVE_INFINITY)
  const gainOf = (j: number): number => {
    let gain = 0
    for (let k = costs.siteStart[j]!; k < costs.siteStart[j + 1]!; k++) {
      const saved = least[costs.siteClient[k]!]! - costs.siteCost[k]!
      if (saved > 0) gain += saved
    }
    return gain
  }
  const open: number[] = []
  while (open.length < p) {
    let top = -1
    for (let fresh = -1; ; fresh = top) {
      top = 0
      for (let j = 1; j < costs.sites; j++) if (gains[j]! > gains[top]!) top = j
      if (top === fresh) break
      gains[top] = gainOf(top)
    }
    open.push(top)
    gains[top] = -1
    for (let k = costs.siteStart[top]!; k < costs.siteStart[top + 1]!; k++) {
      const i = costs.siteClient[k]!
      if (costs.siteCost[k]! < least[i]!) least[i] = costs.siteCost[k]!
    }
  }
  return open
}
