import type { ServiceCosts } from './service-costs.ts'

/**
 * A set of open sites with each client's two cheapest, so that a swap is priced without walking over all clients.
 * Source: Whitaker 1983; Hansen & Mladenović 1997; Resende & Werneck 2007 (corrections by pairs).
 */
export interface OpenSet {
  isOpen: Uint8Array
  /** The open sites in no order, and where each stands. */
  list: Int32Array
  place: Int32Array
  /** Cheapest and second cheapest open site of a client; -1 is the fallback. */
  first: Int32Array
  second: Int32Array
  firstCost: Float64Array
  secondCost: Float64Array
  /** What closing an open site would add. */
  loss: Float64Array
  cost: number
}

export function openSet(costs: ServiceCosts, open: readonly number[]): OpenSet {
  const { clients, sites } = costs
  const set: OpenSet = {
    isOpen: new Uint8Array(sites),
    list: Int32Array.from(open),
    place: new Int32Array(sites).fill(-1),
    first: new Int32Array(clients),
    second: new Int32Array(clients),
    firstCost: new Float64Array(clients),
    secondCost: new Float64Array(clients),
    loss: new Float64Array(sites),
    cost: 0,
  }
  open.forEach((j, k) => {
    set.isOpen[j] = 1
    set.place[j] = k
  })
  for (let i = 0; i < clients; i++) {
    findTwo(costs, set, i)
    set.cost += set.firstCost[i]!
    if (set.first[i]! >= 0) set.loss[set.first[i]!]! += set.secondCost[i]! - set.firstCost[i]!
  }
  return set
}

function findTwo(costs: ServiceCosts, set: OpenSet, i: number): void {
  const { clientStart, clientSite, clientCost } = costs
  const end = clientStart[i + 1]!
  let k = clientStart[i]!
  while (k < end && set.isOpen[clientSite[k]!] === 0) k++
  set.first[i] = k < end ? clientSite[k]! : -1
  set.firstCost[i] = k < end ? clientCost[k]! : costs.fallback[i]!
  k++
  while (k < end && set.isOpen[clientSite[k]!] === 0) k++
  set.second[i] = k < end ? clientSite[k]! : -1
  set.secondCost[i] = k < end ? clientCost[k]! : costs.fallback[i]!
}

/** Opens one site and closes another, and brings all figures up to date. */
export function swap(costs: ServiceCosts, set: OpenSet, into: number, out: number): void {
  const place = set.place[out]!
  set.isOpen[out] = 0
  set.isOpen[into] = 1
  set.list[place] = into
  set.place[into] = place
  set.place[out] = -1
  set.loss[into] = 0
  const { siteStart, siteClient, siteCost } = costs
  for (let k = siteStart[out]!; k < siteStart[out + 1]!; k++) {
    const i = siteClient[k]!
    if (set.first[i] === out || set.second[i] === out) reassign(costs, set, i)
  }
  for (let k = siteStart[into]!; k < siteStart[into + 1]!; k++) {
    const i = siteClient[k]!
    if (siteCost[k]! < set.secondCost[i]! && set.first[i] !== into && set.second[i] !== into)
      take(set, i, into, siteCost[k]!)
  }
  set.loss[out] = 0
}

function reassign(costs: ServiceCosts, set: OpenSet, i: number): void {
  const before = set.first[i]!
  if (before >= 0) set.loss[before]! -= set.secondCost[i]! - set.firstCost[i]!
  set.cost -= set.firstCost[i]!
  findTwo(costs, set, i)
  set.cost += set.firstCost[i]!
  const now = set.first[i]!
  if (now >= 0) set.loss[now]! += set.secondCost[i]! - set.firstCost[i]!
}

/** Client i gets a nearer first or second site. */
function take(set: OpenSet, i: number, site: number, cost: number): void {
  const before = set.first[i]!
  const [firstCost, secondCost] = [set.firstCost[i]!, set.secondCost[i]!]
  if (before >= 0) set.loss[before]! -= secondCost - firstCost
  if (cost < firstCost) {
    set.second[i] = before
    set.secondCost[i] = firstCost
    set.first[i] = site
    set.firstCost[i] = cost
    set.cost += cost - firstCost
    set.loss[site]! += firstCost - cost
  } else {
    set.second[i] = site
    set.secondCost[i] = cost
    if (before >= 0) set.loss[before]! += cost - firstCost
  }
}

/** Copies one set over another of the same problem. */
export function copyInto(from: OpenSet, to: OpenSet): void {
  to.isOpen.set(from.isOpen)
  to.list.set(from.list)
  to.place.set(from.place)
  to.first.set(from.first)
  to.second.set(from.second)
  to.firstCost.set(from.firstCost)
  to.secondCost.set(from.secondCost)
  to.loss.set(from.loss)
  to.cost = from.cost
}

/** Prices swaps; `correction` is working room, all zero between calls. */
export interface SwapPricer {
  /** The open site that is best closed when `into` opens, and what that changes; `out` is -1 when none may close. */
  best(into: number): { out: number; change: number }
}

export function swapPricer(costs: ServiceCosts, set: OpenSet): SwapPricer {
  const correction = new Float64Array(costs.sites)
  const touched = new Int32Array(costs.sites)
  const answer = { out: -1, change: 0 }
  const { siteStart, siteClient, siteCost } = costs
  return {
    best: (into) => {
      let gain = 0
      let count = 0
      for (let k = siteStart[into]!, end = siteStart[into + 1]!; k < end; k++) {
        const i = siteClient[k]!
        const cost = siteCost[k]!
        const second = set.secondCost[i]!
        if (cost >= second) continue
        const first = set.firstCost[i]!
        const owner = set.first[i]!
        let part = second - cost
        if (cost < first) {
          gain += first - cost
          part = second - first
        }
        if (owner < 0 || part === 0) continue
        if (correction[owner] === 0) touched[count++] = owner
        correction[owner]! += part
      }
      let out = -1
      let least = Number.POSITIVE_INFINITY
      for (let k = 0; k < set.list.length; k++) {
        const site = set.list[k]!
        const change = set.loss[site]! - correction[site]!
        if (change < least) {
          least = change
          out = site
        }
      }
      for (let k = 0; k < count; k++) correction[touched[k]!] = 0
      answer.out = out
      answer.change = least - gain
      return answer
    },
  }
}
