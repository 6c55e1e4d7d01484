import { fillInParts, fillInWholes, type SiteItems, siteItems } from './fill-site.ts'
import type { SingleSource } from './single-source.ts'

/**
 * Lagrangian relaxation of "every client is served once": client i pays λ_i, and site j is worth its fixed cost less
 * the best filling of its capacity. Open are the p of least worth, or those that pay for themselves and as many more
 * as the whole demand needs. Source: Beasley 1993; Holmberg, Rönnqvist & Yuan 1999 (wholes).
 */
export interface CapacityPrices {
  lambda: Float64Array
  worth: Float64Array
  /** How much of each site is open in the best bound, 0 to 1. */
  open: Float64Array
  bound: number
}

/** -1 closed, 1 open, 0 free. */
export type CapacityStatus = Int8Array

export interface CapacityRun {
  upper: number
  status: CapacityStatus
  iterations: number
  stop: () => boolean
  /** Fill sites with wholes only: a better bound, for clients that may not be split. */
  wholes: boolean
}

/** Demands and capacities are whole and small enough for dynamic programming. */
export const fillsInWholes = ({ demand, capacity }: SingleSource): boolean =>
  demand.every(Number.isInteger) &&
  demand.every((d) => d > 0) &&
  capacity.every((c) => Number.isInteger(c) && c <= 3000)

export const startCapacityPrices = (problem: SingleSource): CapacityPrices => {
  const { clients, sites, cost } = problem
  const lambda = new Float64Array(clients).map((_, i) => {
    const row = cost.subarray(i * sites, (i + 1) * sites)
    let [least, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (const c of row)
      if (c < least) {
        second = least
        least = c
      } else if (c < second) second = c
    return Number.isFinite(second) ? second : least
  })
  return {
    lambda,
    worth: new Float64Array(sites),
    open: new Float64Array(sites),
    bound: Number.NEGATIVE_INFINITY,
  }
}

/** Raises the bound by subgradient steps with memory of the last direction. */
export function raiseCapacityBound(
  problem: SingleSource,
  from: CapacityPrices,
  run: CapacityRun,
): CapacityPrices {
  const { clients, sites } = problem
  const best: CapacityPrices = {
    lambda: from.lambda.slice(),
    worth: from.worth.slice(),
    open: from.open.slice(),
    bound: from.bound,
  }
  const lambda = from.lambda.slice()
  const worth = new Float64Array(sites)
  const open = new Float64Array(sites)
  const direction = new Float64Array(clients)
  const room = siteItems(clients)
  const parts = fillings(sites, clients)
  let scale = 1
  let still = 0
  for (let step = 0; step < run.iterations && !run.stop(); step++) {
    let bound = lambda.reduce((sum, pay) => sum + pay, 0)
    for (let j = 0; j < sites; j++)
      if (run.status[j] !== -1)
        worth[j] = problem.fixed[j]! - fill(problem, lambda, j, room, parts, run.wholes)
    bound += chooseOpen(problem, worth, run.status, open)
    if (bound > best.bound) {
      still = bound > best.bound + 1e-5 * Math.abs(run.upper - bound) ? 0 : still + 1
      best.bound = bound
      best.lambda.set(lambda)
      best.worth.set(worth)
      best.open.set(open)
    } else still += 1
    if (best.bound >= run.upper - 1e-9 * Math.abs(run.upper)) break
    if (still >= 15) {
      scale /= 2
      still = 0
      if (scale < 2e-3) break
      lambda.set(best.lambda)
    }
    const length = turn(parts, open, direction)
    if (length === 0) break
    const size = (scale * 1.05 * (run.upper - bound) + 1e-9) / length
    for (let i = 0; i < clients; i++) lambda[i]! += size * direction[i]!
  }
  return best
}

/** Who is taken by which site, and how much of him: lists by site in one array. */
interface Fillings {
  width: number
  count: Int32Array
  client: Int32Array
  part: Float64Array
}

const fillings = (sites: number, clients: number): Fillings => ({
  width: clients,
  count: new Int32Array(sites),
  client: new Int32Array(sites * clients),
  part: new Float64Array(sites * clients),
})

function fill(
  problem: SingleSource,
  lambda: Float64Array,
  j: number,
  room: SiteItems,
  parts: Fillings,
  wholes: boolean,
): number {
  const { clients, sites, cost, demand, capacity } = problem
  const from = j * parts.width
  let count = 0
  for (let i = 0, at = j; i < clients; i++, at += sites) {
    const value = lambda[i]! - cost[at]!
    if (value <= 0) continue
    room.value[count] = value
    room.demand[count] = demand[i]!
    parts.client[from + count] = i
    count += 1
  }
  room.count = count
  const total = wholes ? fillInWholes(room, capacity[j]!) : fillInParts(room, capacity[j]!)
  parts.count[j] = count
  for (let k = 0; k < count; k++) parts.part[from + k] = room.used[k]!
  return total
}

/** Opens sites as cheaply as p, or the whole demand, allows; returns what they are worth. */
function chooseOpen(
  problem: SingleSource,
  worth: Float64Array,
  status: CapacityStatus,
  open: Float64Array,
): number {
  const { p, capacity, demand } = problem
  open.fill(0)
  let sum = 0
  const take = (j: number, part: number): void => {
    open[j] = part
    sum += part * worth[j]!
  }
  const free = [...status.keys()].filter((j) => status[j] === 0)
  for (const j of status.keys()) if (status[j] === 1) take(j, 1)
  if (p !== null) {
    const forced = status.reduce((n, s) => n + (s === 1 ? 1 : 0), 0)
    free.sort((a, b) => worth[a]! - worth[b]! || a - b)
    for (const j of free.slice(0, Math.max(0, p - forced))) take(j, 1)
    return sum
  }
  let lack = demand.reduce((a, b) => a + b, 0)
  for (const j of status.keys()) if (status[j] === 1) lack -= capacity[j]!
  const rest: number[] = []
  for (const j of free)
    if (worth[j]! < 0) {
      take(j, 1)
      lack -= capacity[j]!
    } else rest.push(j)
  rest.sort((a, b) => worth[a]! / capacity[a]! - worth[b]! / capacity[b]! || a - b)
  for (const j of rest) {
    if (lack <= 0) break
    take(j, Math.min(1, lack / capacity[j]!))
    lack -= capacity[j]!
  }
  return sum
}

function turn(parts: Fillings, open: Float64Array, direction: Float64Array): number {
  for (let i = 0; i < direction.length; i++) direction[i] = 0.7 * direction[i]! + 1
  for (let j = 0; j < open.length; j++) {
    if (open[j] === 0) continue
    const from = j * parts.width
    for (let k = from; k < from + parts.count[j]!; k++)
      direction[parts.client[k]!]! -= open[j]! * parts.part[k]!
  }
  return direction.reduce((sum, d) => sum + d * d, 0)
}

/**
 * Settles sites whose opening or closing would lift the bound to `upper`; returns how many. With p, against the next
 * site in order; without, a site's own worth is the price (valid, as more demand to place elsewhere only adds).
 */
export function settleCapacity(
  problem: SingleSource,
  prices: CapacityPrices,
  upper: number,
  status: CapacityStatus,
): number {
  const hopeless = (rise: number) => prices.bound + rise >= upper - 1e-7 * (1 + Math.abs(upper))
  const free = [...status.keys()].filter((j) => status[j] === 0)
  const { worth, open } = prices
  const room = (problem.p ?? 0) - status.reduce((n, s) => n + (s === 1 ? 1 : 0), 0)
  const order = free.sort((a, b) => worth[a]! - worth[b]! || a - b)
  const last =
    problem.p === null ? 0 : room > 0 ? worth[order[room - 1]!]! : Number.NEGATIVE_INFINITY
  const next = problem.p === null ? 0 : (worth[order[room] ?? -1] ?? Number.POSITIVE_INFINITY)
  let settled = 0
  order.forEach((j, k) => {
    const chosen = problem.p === null ? open[j]! === 1 && worth[j]! <= 0 : k < room
    const unused = problem.p === null ? open[j] === 0 : k >= room
    if (chosen && hopeless(next - worth[j]!)) status[j] = 1
    else if (unused && hopeless(worth[j]! - last - marginal(problem, prices, j))) status[j] = -1
    else return
    settled += 1
  })
  return settled
}

/** What opening site j would save of the sites opened only for their capacity. */
function marginal(
  { p, capacity }: SingleSource,
  { worth, open }: CapacityPrices,
  j: number,
): number {
  if (p !== null) return 0
  let ratio = 0
  for (let k = 0; k < open.length; k++)
    if (open[k]! > 0 && worth[k]! > 0) ratio = Math.max(ratio, worth[k]! / capacity[k]!)
  return ratio === 0 ? 0 : ratio * capacity[j]!
}
