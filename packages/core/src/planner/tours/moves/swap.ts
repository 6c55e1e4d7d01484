import { ARC, LOC, NEXT, PREV, ROUTE, SHIFT } from '../search/search-state.ts'
import { joinedCost, orderedCost, type Part } from './joined-route.ts'
import type { Move } from './move.ts'
import { layTwo, type MoveRoom, pays, routeCost, sumRoute, visitsBetween } from './move-room.ts'
import { nearVisits } from './near-visits.ts'

const longest = 3

/** One to three visits in a row from a visit on change places with one to three behind a near visit of the same day. */
export const swap: Move = {
  name: 'swap',
  per: 'visit',
  improve: (room, visit) => nearVisits(room, visit, swapBehind),
}

interface Strand {
  first: number
  last: number
  count: number
}

function swapBehind(room: MoveRoom, u: number, v: number): number {
  const { node, visits } = room.state
  const y = node[(v << SHIFT) + NEXT]!
  if (y >= visits || y === u) return 0
  const inside = node[(u << SHIFT) + ROUTE] === node[(v << SHIFT) + ROUTE]
  let lastX = u
  for (let i = 1; i <= longest && lastX < visits; i++) {
    let lastY = y
    for (let j = 1; j <= longest && lastY < visits; j++) {
      const x = { first: u, last: lastX, count: i }
      const other = { first: y, last: lastY, count: j }
      const gain = inside ? swapInside(room, x, other) : swapBetween(room, x, other)
      if (gain !== 0) return gain
      lastY = node[(lastY << SHIFT) + NEXT]!
    }
    lastX = node[(lastX << SHIFT) + NEXT]!
  }
  return 0
}

/** What swapping adds to the lengths; the ways inside the strands stay. `p` stands before `q` where they share a route. */
function addedLength(room: MoveRoom, p: Strand, q: Strand): number {
  const { node, instance } = room.state
  const { dist } = instance
  const width = instance.depots + instance.customers
  const way = (from: number, to: number) =>
    dist[node[(from << SHIFT) + LOC]! * width + node[(to << SHIFT) + LOC]!]!
  const prevP = node[(p.first << SHIFT) + PREV]!
  const nextP = node[(p.last << SHIFT) + NEXT]!
  const prevQ = node[(q.first << SHIFT) + PREV]!
  const nextQ = node[(q.last << SHIFT) + NEXT]!
  const ends =
    way(prevP, q.first) +
    way(p.last, nextQ) -
    node[(prevP << SHIFT) + ARC]! -
    node[(q.last << SHIFT) + ARC]!
  if (nextP === q.first) return ends + way(q.last, p.first) - node[(p.last << SHIFT) + ARC]!
  return (
    ends +
    way(q.last, nextP) +
    way(prevQ, p.first) -
    node[(p.last << SHIFT) + ARC]! -
    node[(prevQ << SHIFT) + ARC]!
  )
}

const forward = ({ first, count }: Strand): Part => ({ first, count, reversed: false })

function swapBetween(room: MoveRoom, x: Strand, y: Strand): number {
  const { state, below } = room
  const { node } = state
  const a = node[(x.first << SHIFT) + ROUTE]!
  const b = node[(y.first << SHIFT) + ROUTE]!
  const now = routeCost(state, a) + routeCost(state, b)
  // What is broken now is the most that can be won beside the lengths.
  const broken = now - state.length[a]! - state.length[b]!
  if (addedLength(room, x, y) - broken >= below) return 0
  sumRoute(room, a)
  sumRoute(room, b)
  const beforeX = node[(x.first << SHIFT) + PREV]!
  const behindX = node[(x.last << SHIFT) + NEXT]!
  const beforeY = node[(y.first << SHIFT) + PREV]!
  const behindY = node[(y.last << SHIFT) + NEXT]!
  const costOfA = joinedCost(room, a, beforeX, forward(y), behindX)
  if (costOfA === Infinity) return 0
  const added = costOfA + joinedCost(room, b, beforeY, forward(x), behindY) - now
  if (!pays(room, added)) return 0
  const [endA, endB] = [state.visits + 2 * a + 1, state.visits + 2 * b + 1]
  const newA = [
    ...visitsBetween(state, endA - 1, x.first),
    ...visitsBetween(state, y.first, behindY),
    ...visitsBetween(state, behindX, endA),
  ]
  const newB = [
    ...visitsBetween(state, endB - 1, y.first),
    ...visitsBetween(state, x.first, behindX),
    ...visitsBetween(state, behindY, endB),
  ]
  layTwo(room, a, newA, b, newB)
  return added
}

function swapInside(room: MoveRoom, x: Strand, y: Strand): number {
  const { state, below, position } = room
  const r = state.node[(x.first << SHIFT) + ROUTE]!
  sumRoute(room, r)
  const [p, q] = position[x.first]! < position[y.first]! ? [x, y] : [y, x]
  if (position[p.last]! >= position[q.first]!) return 0
  const now = routeCost(state, r)
  if (addedLength(room, p, q) - (now - state.length[r]!) >= below) return 0
  const start = state.visits + 2 * r
  const list = visitsBetween(state, start, start + 1)
  const [i, j] = [position[p.first]! - 1, position[q.first]! - 1]
  const order = [
    ...list.slice(0, i),
    ...list.slice(j, j + q.count),
    ...list.slice(i + p.count, j),
    ...list.slice(i, i + p.count),
    ...list.slice(j + q.count),
  ]
  const added = orderedCost(state, r, order) - now
  if (!pays(room, added)) return 0
  layTwo(room, r, order, r, order)
  return added
}
