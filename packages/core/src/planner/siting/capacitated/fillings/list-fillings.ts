import type { SingleSource } from '../single-source.ts'
import { type Filling, fillingOf } from './filling.ts'

/** Clients that a site can take, and the most that any rest of them is worth by the room that is left. */
interface Table {
  items: readonly number[]
  value: Float64Array
  /** Row k: items from k on. */
  best: readonly Float64Array[]
}

function table(problem: SingleSource, site: number, price: Float64Array): Table {
  const { clients, sites, cost, demand, capacity, noWay } = problem
  const room = capacity[site]!
  const items = Array.from({ length: clients }, (_, i) => i).filter(
    (i) => demand[i]! <= room && cost[i * sites + site]! < noWay,
  )
  const value = Float64Array.from(items, (i) => price[i]! - cost[i * sites + site]!)
  const best: Float64Array[] = [new Float64Array(room + 1)]
  for (let k = items.length - 1; k >= 0; k--) {
    const [need, gain, after] = [demand[items[k]!]!, value[k]!, best[0]!]
    const row = after.slice()
    if (gain > 0)
      for (let left = need; left <= room; left++)
        row[left] = Math.max(row[left]!, after[left - need]! + gain)
    best.unshift(row)
  }
  return { items, value, best }
}

/**
 * Every filling of a site whose reduced cost at the prices is at most `slack` above the site's least; null when they
 * are more than `most`. Source: route enumeration, Baldacci, Christofides & Mingozzi 2008.
 */
export function listFillings(
  problem: SingleSource,
  site: number,
  price: Float64Array,
  { slack, most }: { slack: number; most: number },
): Filling[] | null {
  const { items, value, best } = table(problem, site, price)
  const room = problem.capacity[site]!
  const least = best[0]![room]! - slack - 1e-7
  const found: Filling[] = []
  const chosen: number[] = []
  const walk = (k: number, left: number, sum: number): void => {
    if (found.length > most || sum + best[k]![left]! < least) return
    if (k === items.length) {
      if (chosen.length > 0) found.push(fillingOf(problem, site, [...chosen]))
      return
    }
    const need = problem.demand[items[k]!]!
    if (need <= left) {
      chosen.push(items[k]!)
      walk(k + 1, left - need, sum + value[k]!)
      chosen.pop()
    }
    walk(k + 1, left, sum)
  }
  walk(0, room, 0)
  return found.length > most ? null : found
}

/** The cheapest filling of a site at the prices, and its value: at most 0, for nobody. */
export function cheapestFilling(
  problem: SingleSource,
  site: number,
  price: Float64Array,
): { filling: Filling; value: number } {
  const { items, best } = table(problem, site, price)
  const clients: number[] = []
  let left = problem.capacity[site]!
  const most = best[0]![left]!
  for (let k = 0; k < items.length; k++) {
    if (best[k]![left] === best[k + 1]![left]) continue
    clients.push(items[k]!)
    left -= problem.demand[items[k]!]!
  }
  return { filling: fillingOf(problem, site, clients), value: -most }
}
