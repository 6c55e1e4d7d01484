import { keepBest, type Search } from './search-run.ts'
import { costOf } from './search-state.ts'
import { emptySnapshot, putRoutes, type Snapshot } from './snapshot.ts'
import type { Territories } from './territories.ts'

/** Takes over another search's solution as the present one. */
export function adopt(search: Search, other: Snapshot): void {
  putRoutes(search.state, other)
  search.cost = costOf(search.state)
  if (other.cost < search.best.cost) search.best = other
}

/** Goes on from a solution in which only the routes and customers of one territory are to be touched; its best is that of the territory. */
export function adoptTerritory(
  search: Search,
  present: Snapshot,
  territories: Territories,
  island: number,
): void {
  const { state, elsewhere } = search
  putRoutes(state, present)
  search.cost = costOf(state)
  search.best = emptySnapshot(search.instance)
  elsewhere.overload = 0
  elsewhere.overtime = 0
  const { capacity, maxDuration } = search.instance
  for (let r = 0; r < state.routes; r++) {
    state.closed[r] = territories.ofRoute[r] === island ? 0 : 1
    if (state.closed[r] === 0 || state.size[r] === 0) continue
    elsewhere.overload += Math.max(0, state.load[r]! - capacity[r]!)
    elsewhere.overtime += Math.max(0, state.duration[r]! - maxDuration[r]!)
  }
  for (let c = 0; c < search.instance.customers; c++)
    state.held[c] = territories.ofCustomer[c] === island ? 0 : 1
  keepBest(search)
}
