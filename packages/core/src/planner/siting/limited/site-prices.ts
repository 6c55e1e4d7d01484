import type { ServiceCosts } from './service-costs.ts'

/**
 * Lagrangian relaxation of "every client is served once": client i pays λ_i, and site j is worth
 * ρ_j = Σ_i min(0, c_ij − λ_i). Any λ gives a lower bound: Σ λ + the p least ρ. Source: Cornuéjols, Fisher &
 * Nemhauser 1977; Beasley 1985.
 */
export interface SitePrices {
  lambda: Float64Array
  /** ρ at `lambda`. */
  worth: Float64Array
  /** How often each site was chosen of late, 0 to 1: about its value in the linear relaxation. */
  use: Float64Array
  bound: number
}

/** What is settled about a site: -1 closed, 1 open, 0 free. */
export type SiteStatus = Int8Array

/** Sites of one status, ascending. */
export const sitesOf = (status: SiteStatus, wanted: -1 | 0 | 1): Int32Array =>
  Int32Array.from([...status.keys()].filter((j) => status[j] === wanted))

export interface PriceRun {
  /** A cost that is known to be reachable. */
  upper: number
  status: SiteStatus
  iterations: number
  stop: () => boolean
  /** Is shown the sites that a better bound chose. */
  onChosen?: (sites: Int32Array) => void
}

/** Prices of which only λ is known yet. */
export const freshPrices = (lambda: Float64Array, sites: number): SitePrices => ({
  lambda,
  worth: new Float64Array(sites),
  use: new Float64Array(sites),
  bound: Number.NEGATIVE_INFINITY,
})

/** Prices to start from: halfway between the two cheapest open sites of each client. */
export const startPrices = (
  costs: ServiceCosts,
  set: { firstCost: Float64Array; secondCost: Float64Array },
): SitePrices =>
  freshPrices(
    set.firstCost.map((first, i) => (first + set.secondCost[i]!) / 2),
    costs.sites,
  )

/** Raises the bound by subgradient steps with memory of the last direction (Camerini, Fratta & Maffioli 1975); returns the best prices. */
export function raiseBound(
  costs: ServiceCosts,
  p: number,
  from: SitePrices,
  run: PriceRun,
): SitePrices {
  const { clients, sites } = costs
  const best: SitePrices = {
    lambda: from.lambda.slice(),
    worth: from.worth.slice(),
    use: new Float64Array(costs.sites),
    bound: from.bound,
  }
  const lambda = from.lambda.slice()
  const worth = new Float64Array(sites)
  const direction = new Float64Array(clients)
  const free = Int32Array.from([...run.status.keys()].filter((j) => run.status[j] !== -1))
  const chosen = new Int32Array(p)
  let scale = 1
  let still = 0
  for (let step = 0; step < run.iterations; step++) {
    if ((step & 7) === 7 && run.stop()) break
    const bound = priceSites(costs, lambda, free, worth) + choose(worth, free, run.status, chosen)
    for (const j of free) best.use[j]! *= 0.95
    for (const j of chosen) best.use[j]! += 0.05
    if (bound > best.bound) {
      still = bound > best.bound + 1e-5 * Math.abs(run.upper - bound) ? 0 : still + 1
      best.bound = bound
      best.lambda.set(lambda)
      best.worth.set(worth)
      run.onChosen?.(chosen)
    } else still += 1
    if (closes(costs, best.bound, run.upper)) break
    if (still >= 20) {
      scale /= 2
      still = 0
      if (scale < 1e-3) break
      lambda.set(best.lambda)
    }
    const length = turn(costs, lambda, chosen, direction)
    if (length === 0) break
    const size = (scale * 1.05 * (run.upper - bound) + 1e-9) / length
    for (let i = 0; i < clients; i++)
      lambda[i] = Math.min(costs.fallback[i]!, Math.max(0, lambda[i]! + size * direction[i]!))
  }
  return best
}

/** Whether nothing better than `upper` is left above a bound. */
export const closes = (costs: ServiceCosts, bound: number, upper: number): boolean =>
  costs.whole ? bound > upper - 1 + 1e-6 : bound >= upper - 1e-9 * (1 + Math.abs(upper))

/** Σ λ, and ρ of every free site. */
function priceSites(
  costs: ServiceCosts,
  lambda: Float64Array,
  free: Int32Array,
  worth: Float64Array,
): number {
  let sum = 0
  let most = 0
  for (let i = 0; i < costs.clients; i++) {
    sum += lambda[i]!
    if (lambda[i]! > most) most = lambda[i]!
  }
  const { siteStart, siteClient, siteCost } = costs
  for (const j of free) {
    let total = 0
    for (let k = siteStart[j]!, end = siteStart[j + 1]!; k < end; k++) {
      const cost = siteCost[k]!
      if (cost >= most) break
      const rest = cost - lambda[siteClient[k]!]!
      if (rest < 0) total += rest
    }
    worth[j] = total
  }
  return sum
}

/** The sites that must be open and the best others up to p; the sum of their ρ. */
function choose(
  worth: Float64Array,
  free: Int32Array,
  status: SiteStatus,
  chosen: Int32Array,
): number {
  const rank = (j: number) => (status[j] === 1 ? Number.NEGATIVE_INFINITY : worth[j]!)
  const keys = Float64Array.from(free, rank).sort()
  const p = chosen.length
  const limit = keys[Math.min(p, keys.length) - 1]!
  let count = 0
  let sum = 0
  for (const j of free)
    if (rank(j) < limit) {
      chosen[count++] = j
      sum += worth[j]!
    }
  for (const j of free)
    if (count < p && rank(j) === limit) {
      chosen[count++] = j
      sum += worth[j]!
    }
  return sum
}

/** Turns the direction towards the new subgradient; returns its squared length. */
function turn(
  costs: ServiceCosts,
  lambda: Float64Array,
  chosen: Int32Array,
  direction: Float64Array,
): number {
  const { siteStart, siteClient, siteCost } = costs
  for (let i = 0; i < costs.clients; i++) direction[i] = 0.7 * direction[i]! + 1
  for (const j of chosen)
    for (let k = siteStart[j]!, end = siteStart[j + 1]!; k < end; k++) {
      const i = siteClient[k]!
      if (siteCost[k]! < lambda[i]!) direction[i]! -= 1
    }
  let length = 0
  for (let i = 0; i < costs.clients; i++) {
    // A price at its ceiling is not pushed further.
    if (direction[i]! > 0 && lambda[i]! >= costs.fallback[i]!) direction[i] = 0
    length += direction[i]! ** 2
  }
  return length
}

/**
 * Settles sites by their reduced cost: opening a site that was not chosen, or closing one that was, would lift the
 * bound to `upper` or above. Returns how many were settled anew.
 */
export function settleSites(
  costs: ServiceCosts,
  p: number,
  prices: SitePrices,
  upper: number,
  status: SiteStatus,
): number {
  const free = [...sitesOf(status, 0)]
  const room = p - status.reduce((sum, s) => sum + (s === 1 ? 1 : 0), 0)
  const order = free.sort((a, b) => prices.worth[a]! - prices.worth[b]! || a - b)
  const last = room > 0 ? prices.worth[order[room - 1]!]! : Number.NEGATIVE_INFINITY
  const next = room < order.length ? prices.worth[order[room]!]! : Number.POSITIVE_INFINITY
  let settled = 0
  order.forEach((j, k) => {
    const rise = k < room ? next - prices.worth[j]! : prices.worth[j]! - last
    if (!closes(costs, prices.bound + rise, upper)) return
    status[j] = k < room ? 1 : -1
    settled += 1
  })
  return settled
}
