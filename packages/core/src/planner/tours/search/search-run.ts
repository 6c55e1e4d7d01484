import type { Random } from '../../../kernel/random.ts'
import type { MoveRoom } from '../moves/move-room.ts'
import type { Blinks } from './best-place.ts'
import { type Journal, openJournal, refreshNoted, undo } from './journal.ts'
import type { PackedInstance } from './packed-instance.ts'
import type { PlaceTable } from './recreate.ts'
import { type Pool, type RuinSettings, removeCustomer } from './ruin.ts'
import { costOf, PREV, type SearchState, SHIFT, withinLimits } from './search-state.ts'
import { type Snapshot, snapshot } from './snapshot.ts'

/** One search under way: everything it needs to go on. */
export interface Search {
  instance: PackedInstance
  state: SearchState
  journal: Journal
  pool: Pool
  table: PlaceTable
  blinks: Blinks
  key: Float64Array
  random: Random
  iterations: number
  cost: number
  /** Mean arc of the first complete solution: the unit of temperature. */
  unit: number
  leastLoadPrice: number
  /** Iterations between two changes of the penalties: more where a change makes more places stale. */
  penaltyEvery: number
  best: Snapshot
  feasibleTurns: number
  polished: boolean
  settings: SearchSettings
  room: MoveRoom
  /** What routes that are another island's for now break of their limits. */
  elsewhere: { overload: number; overtime: number }
}

/** Temperatures are in mean arcs of the first solution. */
export interface SearchSettings {
  ruin: RuinSettings
  hot: number
  cold: number
  /** Share of solutions within their limits that the penalties steer for. */
  within: number
}

/** Whether all limits are kept where we may change something. */
export const keepsLimits = ({ state, elsewhere }: Search): boolean =>
  state.totals.overload <= elsewhere.overload + 1e-6 && state.totals.overtime <= elsewhere.overtime

/** Takes the working solution as the best, if it's within its limits and better. */
export function keepBest(search: Search): boolean {
  const { state } = search
  if (!keepsLimits(search)) return false
  search.feasibleTurns += 1
  if (search.cost >= search.best.cost) return false
  search.best = snapshot(state, search.cost)
  return true
}

export const complete = (search: Search): boolean =>
  search.best.chosen.every((pattern) => pattern !== -1)

/** What remains within limits when the last customers of routes beyond theirs are left out; the working solution stays. */
export function keepPartial(search: Search): void {
  const { state, journal, pool, instance } = search
  openJournal(journal, state)
  pool.count = 0
  for (let r = 0; r < state.routes; r++) {
    const end = (state.visits + 2 * r + 1) << SHIFT
    const over = () =>
      state.load[r]! > instance.capacity[r]! || state.duration[r]! > instance.maxDuration[r]!
    while (state.size[r]! > 0 && over()) {
      removeCustomer(state, journal, pool, state.node[end + PREV]! % instance.customers)
      if (instance.windows === 1) refreshNoted(journal, state, 0)
    }
  }
  const cost = costOf(state)
  if (withinLimits(state) && cost < search.best.cost) search.best = snapshot(state, cost)
  undo(journal, state)
}

/** Prices of time stand in cached places, so new prices make every route another. */
export function touchAll(state: SearchState): void {
  for (let r = 0; r < state.routes; r++) {
    state.clock = (state.clock + 1) | 0
    state.version[r] = state.clock
  }
}
