import { ARC, LOC, NEXT, ROUTE, SHIFT } from '../search/search-state.ts'
import { orderedCost } from './joined-route.ts'
import type { Move } from './move.ts'
import { layTwo, type MoveRoom, pays, routeCost, sumRoute, visitsBetween } from './move-room.ts'
import { nearVisits } from './near-visits.ts'

/** A part of a route is turned round, so that a visit and a near one that come with a part between them stand together. */
export const twoOpt: Move = {
  name: '2-opt',
  per: 'visit',
  improve: (room, visit) => nearVisits(room, visit, turn),
}

function turn(room: MoveRoom, u: number, v: number): number {
  const { state, below, position, lengthTo, backTo } = room
  const { node, instance } = state
  const r = node[(u << SHIFT) + ROUTE]!
  if (node[(v << SHIFT) + ROUTE] !== r) return 0
  sumRoute(room, r)
  const [from, last] = position[u]! < position[v]! ? [u, v] : [v, u]
  const first = node[(from << SHIFT) + NEXT]!
  if (first === last) return 0
  const next = node[(last << SHIFT) + NEXT]!
  const width = instance.depots + instance.customers
  const way = (a: number, b: number) =>
    instance.dist[node[(a << SHIFT) + LOC]! * width + node[(b << SHIFT) + LOC]!]!
  const arcs =
    way(from, last) +
    way(first, next) -
    node[(from << SHIFT) + ARC]! -
    node[(last << SHIFT) + ARC]! +
    (backTo[last]! - backTo[first]!) -
    (lengthTo[last]! - lengthTo[first]!)
  const now = routeCost(state, r)
  if (arcs - (now - state.length[r]!) >= below) return 0
  const start = state.visits + 2 * r
  const order = [
    ...visitsBetween(state, start, first),
    ...visitsBetween(state, first, next).reverse(),
    ...visitsBetween(state, next, start + 1),
  ]
  const added = orderedCost(state, r, order) - now
  if (!pays(room, added)) return 0
  layTwo(room, r, order, r, order)
  return added
}
