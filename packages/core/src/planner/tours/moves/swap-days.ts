import { linkVisit, refreshSegments, unlinkVisit } from '../search/edit-route.ts'
import { noteCustomer, noteRoute } from '../search/journal.ts'
import { ROUTE, type SearchState, SHIFT } from '../search/search-state.ts'
import type { Move } from './move.ts'
import { broken, type MoveRoom, pays, routeCost, visitsBetween } from './move-room.ts'

/**
 * A whole route changes its day with a route of the same depot on another day, or goes over to an unused vehicle there, where
 * the patterns of all its customers allow. It pays where days have other vehicles or limits.
 */
export const swapDays: Move = {
  name: 'day swap',
  per: 'route',
  improve(room, visit) {
    const { state } = room
    const r = state.node[(visit << SHIFT) + ROUTE]!
    for (let day = 0; day < state.instance.days; day++) {
      if (day === state.instance.routeDay[r]) continue
      for (const other of slotsOf(state, day, state.instance.routeDepot[r]!)) {
        const gain = exchangeDays(room, r, other)
        if (gain !== 0) return gain
      }
    }
    return 0
  },
}

/** The routes in use of a day and depot, and one unused slot of each fleet. */
function slotsOf(state: SearchState, day: number, depot: number): number[] {
  const { instance, used, dayFrom, usedCount, dayFleetFrom, fleetFrom, free, freeCount } = state
  const slots = [...used.subarray(dayFrom[day]!, dayFrom[day]! + usedCount[day]!)]
  for (let fleet = dayFleetFrom[day]!; fleet < dayFleetFrom[day + 1]!; fleet++)
    if (freeCount[fleet]! > 0) slots.push(free[fleetFrom[fleet]! + freeCount[fleet]! - 1]!)
  return slots.filter((slot) => instance.routeDepot[slot] === depot)
}

function exchangeDays(room: MoveRoom, a: number, b: number): number {
  const { state } = room
  const now = routeCost(state, a) + routeCost(state, b)
  const moved = (from: number, to: number) =>
    state.size[from] === 0
      ? 0
      : state.length[from]! +
        state.instance.routeCost +
        broken(state, to, state.load[from]!, state.duration[from]!)
  const added = moved(a, b) + moved(b, a) - now
  if (!pays(room, added)) return 0
  const [fromA, fromB] = [visitsOf(state, a), visitsOf(state, b)]
  const [dayA, dayB] = [state.instance.routeDay[a]!, state.instance.routeDay[b]!]
  const patterns = new Map<number, number>()
  for (const [list, from, to] of [
    [fromA, dayA, dayB],
    [fromB, dayB, dayA],
  ] as const)
    for (const v of list) {
      const c = v % state.instance.customers
      // A customer of both routes would have to change both its days.
      const pattern = patterns.has(c) ? -1 : patternInstead(state, c, from, to)
      if (pattern < 0) return 0
      patterns.set(c, pattern)
    }
  relay(room, a, fromA, b, fromB, dayA, dayB)
  for (const [c, pattern] of patterns) {
    noteCustomer(room.journal, state, c)
    state.chosen[c] = pattern
  }
  return added
}

const visitsOf = (state: SearchState, r: number): number[] => {
  const start = state.visits + 2 * r
  return visitsBetween(state, start, start + 1)
}

/** The pattern with day `to` in the place of `from`, or -1. */
function patternInstead(state: SearchState, c: number, from: number, to: number): number {
  const { pattern, patternFrom } = state.instance
  const bits = pattern[state.chosen[c]!]!
  if (bits & (1 << to)) return -1
  const wanted = bits ^ (1 << from) ^ (1 << to)
  for (let p = patternFrom[c]!; p < patternFrom[c + 1]!; p++) if (pattern[p] === wanted) return p
  return -1
}

function relay(
  room: MoveRoom,
  a: number,
  fromA: readonly number[],
  b: number,
  fromB: readonly number[],
  dayA: number,
  dayB: number,
): void {
  const { state, journal } = room
  const { customers, windows } = state.instance
  noteRoute(journal, state, a)
  noteRoute(journal, state, b)
  for (const v of [...fromA, ...fromB]) unlinkVisit(state, v)
  const lay = (r: number, list: readonly number[], shift: number) => {
    let after = state.visits + 2 * r
    for (const v of list) {
      linkVisit(state, v + shift * customers, after)
      after = v + shift * customers
    }
    if (windows === 1) refreshSegments(state, r)
  }
  lay(a, fromB, dayA - dayB)
  lay(b, fromA, dayB - dayA)
}
