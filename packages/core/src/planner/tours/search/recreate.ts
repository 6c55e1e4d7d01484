import type { Random } from '../../../kernel/random.ts'
import { type Blinks, bestPlace, newPlaceCache, type PlaceCache } from './best-place.ts'
import { linkVisit, markServed, refreshAround } from './edit-route.ts'
import { type Journal, noteCustomer, noteRoute } from './journal.ts'
import type { Pool } from './ruin.ts'
import { NEXT, ROUTE, type SearchState, SHIFT } from './search-state.ts'

/** Room for the best place of one customer on each day. */
export interface PlaceTable {
  cost: Float64Array
  after: Int32Array
  found: Int32Array
  cache: PlaceCache
}

export const newPlaceTable = (state: SearchState, rare: Blinks): PlaceTable => ({
  cost: new Float64Array(state.instance.days),
  after: new Int32Array(state.instance.days),
  found: new Int32Array(1),
  cache: newPlaceCache(state, rare),
})

/**
 * Puts a customer in by the pattern whose best places on its days cost least together; days don't touch each other's
 * routes, so the sum is exact. False where no pattern fits or leaving it out is cheaper.
 */
export function insertCustomer(
  state: SearchState,
  journal: Journal,
  c: number,
  table: PlaceTable,
  blinks: Blinks,
): boolean {
  const { instance } = state
  const { pattern, patternFrom, days } = instance
  const from = patternFrom[c]!
  const to = patternFrom[c + 1]!
  let wanted = 0
  for (let p = from; p < to; p++) wanted |= pattern[p]!
  for (let d = 0; d < days; d++) {
    if ((wanted & (1 << d)) === 0) continue
    table.cost[d] = bestPlace(state, c, d, table.cache, blinks, table.found)
    table.after[d] = table.found[0]!
  }
  let best = Infinity
  let chosen = -1
  for (let p = from; p < to; p++) {
    let sum = 0
    for (let d = 0, bits = pattern[p]!; bits !== 0; d++, bits >>= 1)
      if (bits & 1) sum += table.cost[d]!
    if (sum >= best) continue
    if ((chosen >= 0 || p + 1 < to) && --table.cache.rare.left <= 0) {
      table.cache.rare.left = table.cache.rare.draw()
      continue
    }
    best = sum
    chosen = p
  }
  if (chosen < 0 || (instance.forgone[c] === 1 && best >= instance.absence[c]!)) return false
  noteCustomer(journal, state, c)
  for (let d = 0, bits = pattern[chosen]!; bits !== 0; d++, bits >>= 1) {
    if ((bits & 1) === 0) continue
    const after = table.after[d]!
    const r = state.node[(after << SHIFT) + ROUTE]!
    noteRoute(journal, state, r)
    const visit = d * instance.customers + c
    linkVisit(state, visit, after)
    if (instance.windows === 1) refreshAround(state, r, after, state.node[(visit << SHIFT) + NEXT]!)
  }
  markServed(state, c, chosen)
  return true
}

/** Everything that waits goes back in, in an order drawn for this turn. */
export function recreate(
  state: SearchState,
  journal: Journal,
  pool: Pool,
  table: PlaceTable,
  blinks: Blinks,
  key: Float64Array,
  random: Random,
): void {
  sortPool(state, pool, key, random)
  for (let k = 0; k < pool.count; k++)
    insertCustomer(state, journal, pool.customers[k]!, table, blinks)
}

/** Orders of Christiaens & Vanden Berghe (random, demand, far, close) with windows: narrow, early, late; with prizes: rich. */
function sortPool(state: SearchState, pool: Pool, key: Float64Array, random: Random): void {
  const { instance } = state
  const { depots, open, close, demand, dist, absence, patternFrom } = instance
  const draw = random.next() * (instance.windows === 1 ? 17 : 11)
  const { customers, count } = pool
  for (let k = 0; k < count; k++) {
    const c = customers[k]!
    const place = depots + c
    if (draw < 4) key[c] = random.next()
    else if (draw < 8)
      key[c] = instance.profit === 1 ? -absence[c]! * (0.5 + random.next()) : -demand[c]!
    else if (draw < 10) key[c] = -dist[place]!
    else if (draw < 11)
      key[c] = instance.days > 1 ? patternFrom[c + 1]! - patternFrom[c]! : dist[place]!
    else if (draw < 13) key[c] = close[place]! - open[place]!
    else if (draw < 15) key[c] = open[place]!
    else key[c] = -close[place]!
  }
  customers.subarray(0, count).sort((a, b) => key[a]! - key[b]! || a - b)
}
