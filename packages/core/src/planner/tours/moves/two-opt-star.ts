import { NEXT, PREV, ROUTE, SHIFT } from '../search/search-state.ts'
import { joinedCost, nothing } from './joined-route.ts'
import type { Move } from './move.ts'
import { layTwo, type MoveRoom, pays, routeCost, sumRoute, visitsBetween } from './move-room.ts'
import { nearVisits } from './near-visits.ts'

/** Two routes of one depot change their tails, so that a near visit comes to stand behind a visit (Potvin & Rousseau 1995). */
export const twoOptStar: Move = {
  name: '2-opt*',
  per: 'visit',
  improve: (room, visit) => nearVisits(room, visit, changeTails),
}

function changeTails(room: MoveRoom, u: number, v: number): number {
  const { state, below } = room
  const { node, instance, visits } = state
  const a = node[(u << SHIFT) + ROUTE]!
  const b = node[(v << SHIFT) + ROUTE]!
  if (a === b || instance.routeDepot[a] !== instance.routeDepot[b]) return 0
  sumRoute(room, a)
  sumRoute(room, b)
  const behind = node[(u << SHIFT) + NEXT]!
  const before = node[(v << SHIFT) + PREV]!
  const now = routeCost(state, a) + routeCost(state, b)
  const costOfA = joinedCost(room, a, u, nothing, v)
  if (costOfA - now >= below) return 0
  const added = costOfA + joinedCost(room, b, before, nothing, behind) - now
  if (!pays(room, added)) return 0
  const [endA, endB] = [visits + 2 * a + 1, visits + 2 * b + 1]
  const newA = [...visitsBetween(state, endA - 1, behind), ...visitsBetween(state, v, endB)]
  const newB = [...visitsBetween(state, endB - 1, v), ...visitsBetween(state, behind, endA)]
  layTwo(room, a, newA, b, newB)
  return added
}
