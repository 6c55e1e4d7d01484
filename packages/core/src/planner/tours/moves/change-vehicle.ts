import { openSlot } from '../search/best-place.ts'
import { LOC, NEXT, ROUTE, type SearchState, SHIFT } from '../search/search-state.ts'
import { orderedCost } from './joined-route.ts'
import type { Move } from './move.ts'
import { layTwo, type MoveRoom, pays, routeCost, visitsBetween } from './move-room.ts'

/**
 * A route goes over to another vehicle of its day, from another depot or with other limits, beginning wherever on its round
 * suits that depot best; the other vehicle's route, if it has one, comes back in exchange.
 */
export const changeVehicle: Move = {
  name: 'vehicle change',
  per: 'route',
  improve(room, visit) {
    const { state } = room
    const { instance, dayFleetFrom, used, usedCount, dayFrom } = state
    const r = state.node[(visit << SHIFT) + ROUTE]!
    const day = instance.routeDay[r]!
    for (let fleet = dayFleetFrom[day]!; fleet < dayFleetFrom[day + 1]!; fleet++) {
      const slot = fleet === state.slotFleet[r] ? -1 : openSlot(state, fleet)
      if (slot < 0) continue
      const gain = exchange(room, r, slot)
      if (gain !== 0) return gain
    }
    for (let k = 0; k < usedCount[day]!; k++) {
      const other = used[dayFrom[day]! + k]!
      if (state.slotFleet[other] === state.slotFleet[r] || state.closed[other] === 1) continue
      const gain = exchange(room, r, other)
      if (gain !== 0) return gain
    }
    return 0
  },
}

function exchange(room: MoveRoom, r: number, other: number): number {
  const { state, below } = room
  const now = routeCost(state, r) + routeCost(state, other)
  const there = bestRound(state, visitsOf(state, r), other)
  if (there.cost - now >= below) return 0
  const visits = visitsOf(state, other)
  const here = visits.length > 0 ? bestRound(state, visits, r) : { cost: 0, order: [] }
  const added = there.cost + here.cost - now
  if (!pays(room, added)) return 0
  layTwo(room, r, here.order, other, there.order)
  return added
}

const visitsOf = (state: SearchState, r: number): number[] => {
  const start = state.visits + 2 * r
  return visitsBetween(state, state.node[(start << SHIFT) + NEXT]!, start + 1)
}

/** The visits in the same round, cut open where vehicle `r` goes shortest; under windows their order stands. */
function bestRound(
  state: SearchState,
  visits: number[],
  r: number,
): { cost: number; order: number[] } {
  const { node, instance } = state
  const { dist } = instance
  const width = instance.depots + instance.customers
  const depot = instance.routeDepot[r]!
  const place = (v: number) => node[(v << SHIFT) + LOC]!
  let [cut, least] = [0, Infinity]
  for (let k = 0; k < visits.length && instance.windows === 0; k++) {
    const first = place(visits[k]!)
    const last = place(visits[(k + visits.length - 1) % visits.length]!)
    const added =
      dist[depot * width + first]! + dist[last * width + depot]! - dist[last * width + first]!
    if (added < least) [cut, least] = [k, added]
  }
  const order = [...visits.slice(cut), ...visits.slice(0, cut)]
  return { cost: orderedCost(state, r, order), order }
}
