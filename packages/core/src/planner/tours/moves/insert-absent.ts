import { refreshSegments } from '../search/edit-route.ts'
import { insertCustomer } from '../search/recreate.ts'
import { removeCustomer } from '../search/ruin.ts'
import { costOf, ROUTE, SHIFT } from '../search/search-state.ts'
import { never } from './change-pattern.ts'
import type { Move } from './move.ts'
import { type MoveRoom, pays } from './move-room.ts'

/** A customer that is left out comes in by its cheapest pattern and places, if that costs less than leaving it out. */
export const insertAbsent: Move = {
  name: 'optional insert',
  per: 'absent',
  improve: (room, visit) => bringIn(room, visit % room.state.instance.customers),
}

function bringIn(room: MoveRoom, c: number): number {
  const { state, journal, pool, table } = room
  const { instance, node } = state
  if (state.held[c] === 1) return 0
  const before = costOf(state)
  const { rare } = table.cache
  table.cache.rare = never
  const placed = insertCustomer(state, journal, c, table, never)
  table.cache.rare = rare
  if (!placed) return 0
  const added = costOf(state) - before
  if (pays(room, added)) return added
  const routes: number[] = []
  for (let d = 0; d < instance.days; d++)
    routes.push(node[((d * instance.customers + c) << SHIFT) + ROUTE]!)
  removeCustomer(state, journal, pool, c)
  pool.count -= 1
  if (instance.windows === 1) for (const r of routes) if (r >= 0) refreshSegments(state, r)
  return 0
}
