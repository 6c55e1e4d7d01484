import type { Blinks } from '../search/best-place.ts'
import { linkVisit, markServed, refreshSegments } from '../search/edit-route.ts'
import { insertCustomer } from '../search/recreate.ts'
import { removeCustomer } from '../search/ruin.ts'
import { costOf, PREV, ROUTE, SHIFT } from '../search/search-state.ts'
import type { Move } from './move.ts'
import { type MoveRoom, pays } from './move-room.ts'

/**
 * A customer leaves on all its days and comes back by the pattern whose best places cost least together: other days, other
 * routes, other depots at once.
 */
export const changePattern: Move = {
  name: 'pattern change',
  per: 'customer',
  improve: (room, visit) => placeAnew(room, visit % room.state.instance.customers),
}

/** Passes over nothing. */
export const never: Blinks = { left: Infinity, draw: () => Infinity }

function placeAnew(room: MoveRoom, c: number): number {
  const { state, journal, pool, table } = room
  const { instance } = state
  const before = costOf(state)
  const pattern = state.chosen[c]!
  if (pattern < 0) return 0
  const stood = standing(room, c)
  removeCustomer(state, journal, pool, c)
  pool.count -= 1
  if (instance.windows === 1) for (const { r } of stood) refreshSegments(state, r)
  const { rare } = table.cache
  table.cache.rare = never
  const placed = insertCustomer(state, journal, c, table, never)
  table.cache.rare = rare
  const added = costOf(state) - before
  if (placed && pays(room, added)) return added
  if (placed) {
    const there = standing(room, c)
    removeCustomer(state, journal, pool, c)
    pool.count -= 1
    if (instance.windows === 1) for (const { r } of there) refreshSegments(state, r)
  }
  for (const { visit, after, r } of stood) {
    linkVisit(state, visit, after)
    if (instance.windows === 1) refreshSegments(state, r)
  }
  for (const { r, version } of stood) state.version[r] = version
  markServed(state, c, pattern)
  return 0
}

interface Standing {
  visit: number
  after: number
  r: number
  version: number
}

function standing(room: MoveRoom, c: number): Standing[] {
  const { node, instance, version } = room.state
  const found: Standing[] = []
  for (let d = 0; d < instance.days; d++) {
    const visit = d * instance.customers + c
    const r = node[(visit << SHIFT) + ROUTE]!
    if (r >= 0)
      found.push({ visit, after: node[(visit << SHIFT) + PREV]!, r, version: version[r]! })
  }
  return found
}
