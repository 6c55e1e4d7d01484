import { ARC, LOC, NEXT, PREV, ROUTE, SHIFT } from '../search/search-state.ts'
import { joinedCost, nothing, orderedCost, type Part } from './joined-route.ts'
import type { Move } from './move.ts'
import { layTwo, type MoveRoom, pays, routeCost, sumRoute, visitsBetween } from './move-room.ts'
import { nearVisits } from './near-visits.ts'

const longest = 3

/** One to three visits in a row move beside a near visit of the same day, behind it or before it, also turned round. */
export const relocate: Move = {
  name: 'relocate',
  per: 'visit',
  improve: (room, visit) => nearVisits(room, visit, relocateBeside),
}

/** Strings that begin at `u`, so that `u` comes to stand behind `v`; or that end at `u`, so that `u` comes before `v`. */
function relocateBeside(room: MoveRoom, u: number, v: number): number {
  const { node } = room.state
  const before = node[(v << SHIFT) + PREV]!
  for (let count = 1; count <= longest; count++) {
    const onward = stringFrom(room, u, count, NEXT)
    if (onward < 0) break
    const gain = moveString(room, u, onward, count, v, false)
    if (gain !== 0) return gain
    const turned = moveString(room, u, onward, count, before, true)
    if (turned !== 0) return turned
  }
  for (let count = 2; count <= longest; count++) {
    const first = stringFrom(room, u, count, PREV)
    if (first < 0) break
    const gain = moveString(room, first, u, count, before, false)
    if (gain !== 0) return gain
    const turned = moveString(room, first, u, count, v, true)
    if (turned !== 0) return turned
  }
  return 0
}

/** The other end of a string of `count` visits from `u`, or -1 where the route ends before. */
function stringFrom(room: MoveRoom, u: number, count: number, step: number): number {
  const { node, visits } = room.state
  let at = u
  for (let k = 1; k < count; k++) at = node[(at << SHIFT) + step]!
  return at < visits ? at : -1
}

function moveString(
  room: MoveRoom,
  first: number,
  last: number,
  count: number,
  after: number,
  reversed: boolean,
): number {
  const { state, below } = room
  const { node, instance } = state
  const { dist } = instance
  const width = instance.depots + instance.customers
  const a = node[(first << SHIFT) + ROUTE]!
  const b = node[(after << SHIFT) + ROUTE]!
  const prev = node[(first << SHIFT) + PREV]!
  const next = node[(last << SHIFT) + NEXT]!
  if (after === prev && !reversed) return 0
  const behind = after === prev ? next : node[(after << SHIFT) + NEXT]!
  const place = (n: number) => node[(n << SHIFT) + LOC]!
  const [head, tail] = reversed ? [last, first] : [first, last]
  const arcs =
    dist[place(prev) * width + place(next)]! -
    dist[place(prev) * width + place(first)]! -
    dist[place(last) * width + place(next)]! +
    dist[place(after) * width + place(head)]! +
    dist[place(tail) * width + place(behind)]! -
    (after === prev ? dist[place(prev) * width + place(next)]! : node[(after << SHIFT) + ARC]!)
  const now = routeCost(state, a) + (b === a ? 0 : routeCost(state, b))
  const lengths = state.length[a]! + (b === a ? 0 : state.length[b]!)
  // What is broken now is the most that can be won beside the lengths.
  if (arcs - (now - lengths) >= below) return 0
  if (b === a) return moveInside(room, a, first, last, count, after, reversed, now)
  sumRoute(room, a)
  sumRoute(room, b)
  const part: Part = { first: reversed ? last : first, count, reversed }
  const left = joinedCost(room, a, prev, nothing, next)
  if (left === Infinity) return 0
  const added = left + joinedCost(room, b, after, part, behind) - now
  if (!pays(room, added)) return 0
  const [endA, endB] = [state.visits + 2 * a + 1, state.visits + 2 * b + 1]
  const strings = visitsBetween(state, first, next)
  const ofA = [...visitsBetween(state, endA - 1, first), ...visitsBetween(state, next, endA)]
  const ofB = [
    ...visitsBetween(state, endB - 1, behind),
    ...(reversed ? strings.reverse() : strings),
    ...visitsBetween(state, behind, endB),
  ]
  layTwo(room, a, ofA, b, ofB)
  return added
}

function moveInside(
  room: MoveRoom,
  r: number,
  first: number,
  last: number,
  count: number,
  after: number,
  reversed: boolean,
  now: number,
): number {
  const { state, position } = room
  const start = state.visits + 2 * r
  sumRoute(room, r)
  // The string can't move into itself.
  if (position[after]! >= position[first]! && position[after]! <= position[last]!) return 0
  const order = visitsBetween(state, start, start + 1)
  const strings = order.splice(position[first]! - 1, count)
  if (reversed) strings.reverse()
  const at = position[after]! > position[last]! ? position[after]! - count : position[after]!
  order.splice(at, 0, ...strings)
  const added = orderedCost(state, r, order) - now
  if (!pays(room, added)) return 0
  layTwo(room, r, order, r, order)
  return added
}
