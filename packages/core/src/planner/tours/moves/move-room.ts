import { linkVisit, refreshSegments } from '../search/edit-route.ts'
import { type Journal, noteRoute } from '../search/journal.ts'
import type { PlaceTable } from '../search/recreate.ts'
import type { Pool } from '../search/ruin.ts'
import { ARC, LOC, NEXT, type SearchState, SHIFT } from '../search/search-state.ts'
import { clearRoute } from '../search/snapshot.ts'

/** What moves share: the state, and running sums along its routes that make a cut route's parts known in one step. */
export interface MoveRoom {
  state: SearchState
  journal: Journal
  pool: Pool
  table: PlaceTable
  /** A change is made when it adds less than this. */
  below: number
  /** Whether any customer may be left out. */
  anyOptional: boolean
  /** The version of each route that the sums below belong to. */
  summed: Int32Array
  /** By node: place in the route (its start is 0), load, length and service from the start to here, itself included. */
  position: Int32Array
  loadTo: Float64Array
  lengthTo: Float64Array
  serviceTo: Float64Array
  /** The way from here back to the start: what a reversed part would take. */
  backTo: Float64Array
}

export function newMoveRoom(
  state: SearchState,
  journal: Journal,
  pool: Pool,
  table: PlaceTable,
): MoveRoom {
  const nodes = state.visits + 2 * state.routes
  return {
    state,
    journal,
    pool,
    table,
    below: 0,
    anyOptional: state.instance.forgone.includes(1),
    summed: new Int32Array(state.routes),
    position: new Int32Array(nodes),
    loadTo: new Float64Array(nodes),
    lengthTo: new Float64Array(nodes),
    serviceTo: new Float64Array(nodes),
    backTo: new Float64Array(nodes),
  }
}

/** Lengths are whole; what gains less than this is a rounding of prices, and could go round in circles. */
const leastGain = 0.01

/** Whether a change that adds this much is to be made; one that changes no cost never is. */
export const pays = (room: MoveRoom, added: number): boolean =>
  added < room.below && Math.abs(added) >= leastGain

/** To be called where routes may have been put back since: sums stand at the nodes, and nodes may have been elsewhere. */
export function forgetSums(room: MoveRoom): void {
  room.summed.fill(0)
}

/** Makes the sums along route `r` true. */
export function sumRoute(room: MoveRoom, r: number): void {
  const { state, summed, position, loadTo, lengthTo, serviceTo, backTo } = room
  if (summed[r] === state.version[r]) return
  summed[r] = state.version[r]!
  const { node, visits, instance } = state
  const { demand, service, dist, depots, customers } = instance
  const width = depots + customers
  const end = visits + 2 * r + 1
  let at = end - 1
  let [place, load, length, work, back] = [0, 0, 0, 0, 0]
  for (;;) {
    position[at] = place++
    loadTo[at] = load
    lengthTo[at] = length
    serviceTo[at] = work
    backTo[at] = back
    if (at === end) return
    const next = node[(at << SHIFT) + NEXT]!
    const loc = node[(next << SHIFT) + LOC]!
    length += node[(at << SHIFT) + ARC]!
    back += dist[loc * width + node[(at << SHIFT) + LOC]!]!
    if (next !== end) {
      load += demand[next % customers]!
      work += service[loc]!
    }
    at = next
  }
}

/** What route `r` costs now: its length, its opening, and what it breaks. */
export function routeCost(state: SearchState, r: number): number {
  if (state.size[r] === 0) return 0
  return (
    state.length[r]! +
    state.instance.routeCost +
    broken(state, r, state.load[r]!, state.duration[r]!)
  )
}

/** The price of a load and a time in route `r` above its limits. */
export function broken(state: SearchState, r: number, load: number, duration: number): number {
  const { instance, penalty } = state
  const capacity = instance.capacity[r]!
  const limit = instance.maxDuration[r]!
  return (
    (load > capacity ? (load - capacity) * penalty.load : 0) +
    (duration > limit ? (duration - limit) * penalty.time : 0)
  )
}

/** Gives two routes these visits in this order; what leaves one of them must be in the other. */
export function layTwo(
  room: MoveRoom,
  a: number,
  visitsOfA: readonly number[],
  b: number,
  visitsOfB: readonly number[],
): void {
  const { state, journal } = room
  noteRoute(journal, state, a)
  if (b !== a) noteRoute(journal, state, b)
  clearRoute(state, a)
  if (b !== a) clearRoute(state, b)
  layVisits(state, a, visitsOfA)
  if (b !== a) layVisits(state, b, visitsOfB)
}

function layVisits(state: SearchState, r: number, visits: readonly number[]): void {
  let after = state.visits + 2 * r
  for (const v of visits) {
    linkVisit(state, v, after)
    after = v
  }
  if (state.instance.windows === 1) refreshSegments(state, r)
}

/** The visits of a route in order, from node `from` to before node `to`. */
export function visitsBetween(state: SearchState, from: number, to: number): number[] {
  const list: number[] = []
  for (let v = from; v !== to; v = state.node[(v << SHIFT) + NEXT]!)
    if (v < state.visits) list.push(v)
  return list
}
