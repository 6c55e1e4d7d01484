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
  /** What the demand for sites pays for one more site, and for each unit of its capacity. */
  perSite: number
  perRoom: number
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
    perSite: 0,
    perRoom: 0,
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
    perSite: from.perSite,
    perRoom: from.perRoom,
    bound: from.bound,
  }
  const lambda = from.lambda.slice()
  const worth = new Float64Array(sites)
  const open = new Float64Array(sites)
  const direction = new Float64Array(clients)
  const room = siteItems(clients)
  const parts = fillings(sites, clients)
  const least = leastSites(problem)
  let scale = 1
  let still = 0
  for (let step = 0; step < run.iterations && !run.stop(); step++) {
    let bound = lambda.reduce((sum, pay) => sum + pay, 0)
    for (let j = 0; j < sites; j++)
      if (run.status[j] !== -1)
        worth[j] = problem.fixed[j]! - fill(problem, lambda, j, room, parts, run.wholes)
    const choice = chooseOpen(problem, worth, run.status, least, open)
    bound += choice.sum
    if (bound > best.bound) {
      best.perSite = choice.perSite
      best.perRoom = choice.perRoom
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

/** The fewest sites whose capacities can hold the demand. */
export function leastSites({ capacity, demand }: SingleSource): number {
  let lack = demand.reduce((a, b) => a + b, 0)
  const falling = capacity.slice().sort().reverse()
  let count = 0
  while (lack > 1e-9 && count < falling.length) lack -= falling[count++]!
  return count
}

interface Choice {
  sum: number
  perSite: number
  perRoom: number
}

/** Opens sites as cheaply as their number, or the room for the whole demand, allows. */
function chooseOpen(
  problem: SingleSource,
  worth: Float64Array,
  status: CapacityStatus,
  least: number,
  open: Float64Array,
): Choice {
  const forced = [...status.keys()].filter((j) => status[j] === 1)
  const free = [...status.keys()].filter((j) => status[j] === 0)
  free.sort((a, b) => worth[a]! - worth[b]! || a - b)
  const { p } = problem
  const paying = free.filter((j) => worth[j]! < 0).length
  const count = (p ?? Math.max(least, forced.length + paying)) - forced.length
  const byNumber = chooseByNumber(worth, forced, free, Math.max(0, count))
  if (p === null && count <= paying) byNumber.choice.perSite = 0
  const byRoom = p === null ? chooseByRoom(problem, worth, forced, free) : null
  const better = byRoom && byRoom.choice.sum > byNumber.choice.sum ? byRoom : byNumber
  open.fill(0)
  for (const [j, part] of better.parts) open[j] = part
  return better.choice
}

interface OpenParts {
  parts: (readonly [site: number, part: number])[]
  choice: Choice
}

function chooseByNumber(
  worth: Float64Array,
  forced: readonly number[],
  order: readonly number[],
  count: number,
): OpenParts {
  const chosen = [...forced, ...order.slice(0, count)]
  return {
    parts: chosen.map((j) => [j, 1] as const),
    choice: {
      sum: chosen.reduce((sum, j) => sum + worth[j]!, 0),
      perSite: count > 0 ? (worth[order[Math.min(count, order.length) - 1] ?? -1] ?? 0) : 0,
      perRoom: 0,
    },
  }
}

/** Those that pay for themselves, then the cheapest for their capacity, the last in part: a linear knapsack. */
function chooseByRoom(
  { capacity, demand }: SingleSource,
  worth: Float64Array,
  forced: readonly number[],
  free: readonly number[],
): OpenParts {
  const paying = free.filter((j) => worth[j]! < 0)
  const parts: (readonly [number, number])[] = [...forced, ...paying].map((j) => [j, 1] as const)
  let lack = demand.reduce((a, b) => a + b, 0)
  for (const [j] of parts) lack -= capacity[j]!
  const ratio = (j: number) => worth[j]! / capacity[j]!
  const rest = free.filter((j) => worth[j]! >= 0).sort((a, b) => ratio(a) - ratio(b) || a - b)
  let perRoom = 0
  for (const j of rest) {
    if (lack <= 0) break
    perRoom = ratio(j)
    parts.push([j, Math.min(1, lack / capacity[j]!)])
    lack -= capacity[j]!
  }
  return {
    parts,
    choice: {
      sum: parts.reduce((sum, [j, part]) => sum + part * worth[j]!, 0),
      perSite: 0,
      perRoom,
    },
  }
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

/** Settles sites whose opening or closing would lift the bound to `upper`; returns how many. */
export function settleCapacity(
  problem: SingleSource,
  prices: CapacityPrices,
  upper: number,
  status: CapacityStatus,
): number {
  let settled = 0
  for (let j = 0; j < problem.sites; j++) {
    if (status[j] !== 0) continue
    const room = prices.perRoom === 0 ? 0 : prices.perRoom * problem.capacity[j]!
    const rise = prices.worth[j]! - prices.perSite - room
    if (prices.bound + Math.abs(rise) < upper + 1e-7 * (1 + Math.abs(upper))) continue
    if (rise > 0 && prices.open[j] === 0) status[j] = -1
    else if (rise < 0 && prices.open[j] === 1) status[j] = 1
    else continue
    settled += 1
  }
  return settled
}
