import { ARC, LOC, NEXT, PREV, ROUTE, type SearchState, SHIFT } from '../search/search-state.ts'
import { orderedCost } from './joined-route.ts'
import type { Move } from './move.ts'
import { layTwo, type MoveRoom, pays, routeCost, visitsBetween } from './move-room.ts'

/**
 * SWAP* (Vidal 2022): two visits of two routes change routes, each to the best place there and not to the other's. Places come
 * from the three best of each visit in the other route and the place the other leaves; tried between routes whose boxes overlap.
 */
export const swapStar: Move = {
  name: 'SWAP*',
  per: 'route',
  improve(room, visit) {
    const { state } = room
    const { used, usedCount, dayFrom, instance, node } = state
    const r = node[(visit << SHIFT) + ROUTE]!
    const day = instance.routeDay[r]!
    for (let k = 0; k < usedCount[day]!; k++) {
      const other = used[dayFrom[day]! + k]!
      if (other === r || state.closed[other] === 1 || !shareNeighbours(state, r, other)) continue
      const gain = swapBetween(room, r, other)
      if (gain !== 0) return gain
    }
    return 0
  },
}

/** A route overlaps another when one of its visits has one of the other's among its nearest: there are no coordinates here. */
function shareNeighbours(state: SearchState, r: number, other: number): boolean {
  const { instance, node, visits } = state
  const { near, nearCount, customers } = instance
  const end = visits + 2 * r + 1
  const last = Math.min(nearCount, 11)
  for (let v = node[((end - 1) << SHIFT) + NEXT]!; v !== end; v = node[(v << SHIFT) + NEXT]!) {
    const c = v % customers
    for (let k = 1; k < last; k++)
      if (node[((v - c + near[c * nearCount + k]!) << SHIFT) + ROUTE] === other) return true
  }
  return false
}

/** Where a visit would best stand in the other route: behind which nodes, and what that adds in length. */
interface Places {
  visit: number
  /** Length saved where it leaves. */
  saved: number
  best: { after: number; added: number }[]
}

function swapBetween(room: MoveRoom, a: number, b: number): number {
  const { state, below } = room
  const { instance, penalty } = state
  const { demand, customers } = instance
  const fromA = placesIn(state, a, b)
  const fromB = placesIn(state, b, a)
  const now = routeCost(state, a) + routeCost(state, b)
  const over = (load: number, capacity: number) => Math.max(0, load - capacity) * penalty.load
  let best = below
  let chosen: [number[], number[]] | null = null
  for (const x of fromA)
    for (const y of fromB) {
      const [c, d] = [x.visit % customers, y.visit % customers]
      const [toB, toA] = [placeWithout(state, x, y), placeWithout(state, y, x)]
      const least =
        toA.added +
        toB.added -
        x.saved -
        y.saved +
        state.length[a]! +
        state.length[b]! +
        2 * instance.routeCost +
        over(state.load[a]! - demand[c]! + demand[d]!, instance.capacity[a]!) +
        over(state.load[b]! + demand[c]! - demand[d]!, instance.capacity[b]!) -
        now
      if (least >= best) continue
      const newA = exchanged(state, a, x.visit, y.visit, toA.after)
      const newB = exchanged(state, b, y.visit, x.visit, toB.after)
      const added = orderedCost(state, a, newA) + orderedCost(state, b, newB) - now
      if (added >= best || !pays(room, added)) continue
      best = added
      chosen = [newA, newB]
    }
  if (!chosen) return 0
  layTwo(room, a, chosen[0], b, chosen[1])
  return best
}

/** For each visit of route `from` its three cheapest places in route `to`. */
function placesIn(state: SearchState, from: number, to: number): Places[] {
  const { node, visits, instance } = state
  const { dist } = instance
  const width = instance.depots + instance.customers
  const place = (n: number) => node[(n << SHIFT) + LOC]!
  const start = visits + 2 * from
  return visitsBetween(state, start, start + 1).map((visit) => {
    const before = node[(visit << SHIFT) + PREV]!
    const behind = node[(visit << SHIFT) + NEXT]!
    const saved =
      node[(before << SHIFT) + ARC]! +
      node[(visit << SHIFT) + ARC]! -
      dist[place(before) * width + place(behind)]!
    const best: { after: number; added: number }[] = []
    const end = visits + 2 * to + 1
    for (let n = end - 1; n !== end; n = node[(n << SHIFT) + NEXT]!) {
      const next = node[(n << SHIFT) + NEXT]!
      const added =
        dist[place(n) * width + place(visit)]! +
        dist[place(visit) * width + place(next)]! -
        node[(n << SHIFT) + ARC]!
      if (best.length === 3 && added >= best[2]!.added) continue
      best.push({ after: n, added })
      best.sort((p, q) => p.added - q.added)
      if (best.length > 3) best.pop()
    }
    return { visit, saved, best }
  })
}

/** The best place of `x` where `y` has left: its own three less those beside `y`, or in `y`'s stead. */
function placeWithout(state: SearchState, x: Places, y: Places): { after: number; added: number } {
  const { node, instance } = state
  const { dist } = instance
  const width = instance.depots + instance.customers
  const place = (n: number) => node[(n << SHIFT) + LOC]!
  const before = node[(y.visit << SHIFT) + PREV]!
  const behind = node[(y.visit << SHIFT) + NEXT]!
  const instead =
    dist[place(before) * width + place(x.visit)]! +
    dist[place(x.visit) * width + place(behind)]! -
    dist[place(before) * width + place(behind)]!
  const kept = x.best.find(({ after }) => after !== before && after !== y.visit)
  return kept && kept.added < instead ? kept : { after: before, added: instead }
}

/** Route `r` without `leaves` and with `comes` behind node `after`. */
function exchanged(
  state: SearchState,
  r: number,
  leaves: number,
  comes: number,
  after: number,
): number[] {
  const start = state.visits + 2 * r
  const order = after === start ? [comes] : []
  for (const v of visitsBetween(state, start, start + 1)) {
    if (v !== leaves) order.push(v)
    if (v === after) order.push(comes)
  }
  return order
}
