import { refreshSegments } from '../search/edit-route.ts'
import { removeCustomer } from '../search/ruin.ts'
import { NEXT, PREV, ROUTE, SHIFT } from '../search/search-state.ts'
import { joinedCost, nothing } from './joined-route.ts'
import type { Move } from './move.ts'
import { type MoveRoom, pays, routeCost, sumRoute } from './move-room.ts'

/** A customer is left out on all its days, where that saves more than its absence costs. */
export const removeOptional: Move = {
  name: 'optional remove',
  per: 'customer',
  improve: (room, visit) => leaveOut(room, visit % room.state.instance.customers),
}

function leaveOut(room: MoveRoom, c: number): number {
  const { state, journal, pool } = room
  const { instance, node } = state
  if (state.chosen[c] === -1) return 0
  const routes: number[] = []
  let added = instance.absence[c]!
  for (let d = 0; d < instance.days; d++) {
    const v = (d * instance.customers + c) << SHIFT
    const r = node[v + ROUTE]!
    if (r < 0) continue
    sumRoute(room, r)
    routes.push(r)
    added += joinedCost(room, r, node[v + PREV]!, nothing, node[v + NEXT]!) - routeCost(state, r)
  }
  if (!pays(room, added)) return 0
  removeCustomer(state, journal, pool, c)
  pool.count -= 1
  if (instance.windows === 1) for (const r of routes) refreshSegments(state, r)
  return added
}
