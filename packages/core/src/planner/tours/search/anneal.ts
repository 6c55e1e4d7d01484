import { type Random, random } from '../../../kernel/random.ts'
import type { Blinks } from './best-place.ts'
import { type Journal, newJournal, openJournal, refreshNoted, undo } from './journal.ts'
import type { PackedInstance } from './packed-instance.ts'
import { newPlaceTable, type PlaceTable, recreate } from './recreate.ts'
import { type Pool, type RuinSettings, removeCustomer, ruinStrings } from './ruin.ts'
import { costOf, emptyState, PREV, type SearchState, SHIFT, withinLimits } from './search-state.ts'
import { emptySnapshot, putRoutes, type Snapshot, snapshot } from './snapshot.ts'

/** Named in stored results; changes whenever the same seed may give other routes. */
export const searchVersion = 'routing-4'

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
  settings: SearchSettings
}

/** Temperatures are in mean arcs of the first solution. */
export interface SearchSettings {
  ruin: RuinSettings
  hot: number
  cold: number
  /** Share of solutions within their limits that the penalties steer for. */
  within: number
}

export const usualSettings: SearchSettings = {
  ruin: { average: 10, longest: 10, split: 0.5, reach: 2, oneDay: 0.5 },
  hot: 1,
  cold: 0.01,
  within: 0.5,
}

const blinkShare = 0.01
const rareBlinkShare = 0.05

/** With prizes the unit is the mean prize; it ends where only lengths still matter. */
const prizeSettings: SearchSettings = { ...usualSettings, hot: 1, cold: 0.001 }

/** The search of one island from nothing: everything is put in greedily, in random order. */
export function startSearch(instance: PackedInstance, seed: number, island: number): Search {
  const state = emptyState(instance)
  const source = random(seed).fork(`island ${island}`)
  const newBlinks = (share: number): Blinks => {
    const draw = () => 1 + Math.floor(Math.log(1 - source.next()) / Math.log(1 - share))
    return { left: draw(), draw }
  }
  const search: Search = {
    instance,
    state,
    journal: newJournal(state),
    pool: {
      customers: Int32Array.from({ length: instance.customers }, (_, c) => c),
      count: instance.customers,
    },
    table: newPlaceTable(state, newBlinks(rareBlinkShare)),
    blinks: newBlinks(blinkShare),
    key: new Float64Array(instance.customers),
    random: source,
    iterations: 0,
    cost: 0,
    unit: 1,
    leastLoadPrice: 0,
    penaltyEvery: Math.max(50, Math.min(500, instance.customers * 5)),
    best: emptySnapshot(instance),
    feasibleTurns: 0,
    settings: usualSettings,
  }
  setFirstPenalties(state)
  openJournal(search.journal, state)
  const { journal, pool, table, blinks, key } = search
  // Limits cost so much at first that they are broken only where no vehicle is left: the first plan is valid if it can be.
  const usual = { ...state.penalty }
  state.penalty.load *= 1000
  state.penalty.time *= 1000
  recreate(state, journal, pool, table, blinks, key, source)
  state.penalty = usual
  touchAll(state)
  search.cost = costOf(state)
  let visits = 0
  for (const size of state.size) visits += size
  const arcs = Math.max(1, visits + state.totals.routes)
  search.unit = Math.max(1, state.totals.length / arcs)
  if (instance.profit === 1) {
    search.unit = instance.absence.reduce((sum, a) => sum + a, 0) / instance.customers
    search.settings = prizeSettings
  }
  search.leastLoadPrice = state.penalty.load / 1000
  if (!keepBest(search)) keepPartial(search)
  return search
}

/** A unit too much costs about what a far customer's detour does. */
function setFirstPenalties(state: SearchState): void {
  const { instance, penalty } = state
  const longest = instance.dist.reduce((most, d) => Math.max(d, most), 1)
  const largest = instance.demand.reduce((most, d) => Math.max(d, most), 0.1)
  penalty.load = longest / largest
  penalty.time = 1
}

function keepBest(search: Search): boolean {
  const { state } = search
  if (!withinLimits(state)) return false
  search.feasibleTurns += 1
  if (search.cost >= search.best.cost) return false
  search.best = snapshot(state, search.cost)
  return true
}

const complete = (search: Search): boolean => search.best.chosen.every((pattern) => pattern !== -1)

/** What remains within limits when the last customers of routes beyond theirs are left out; the working solution stays. */
function keepPartial(search: Search): void {
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

/**
 * Ruin, recreate, accept by simulated annealing, until `pause`. `progress` tells how far the whole budget is used (0 to 1),
 * which sets the temperature; it's asked every 32 iterations, and the search ends at 1.
 */
export function advance(
  search: Search,
  progress: (iterations: number) => number,
  pauseAt: number,
): boolean {
  const { state, journal, pool, table, blinks, key, random: source } = search
  const { ruin, hot, cold } = search.settings
  let share = progress(search.iterations)
  let temperature = 0
  while (share < pauseAt && share < 1) {
    temperature = search.unit * hot * (cold / hot) ** share
    for (let k = 0; k < 32; k++) {
      search.iterations += 1
      openJournal(journal, state)
      pool.count = 0
      for (let a = 0; a < state.totals.absent; a++) pool.customers[pool.count++] = state.absent[a]!
      ruinStrings(state, journal, pool, ruin, source)
      recreate(state, journal, pool, table, blinks, key, source)
      const cost = costOf(state)
      if (cost < search.cost - temperature * Math.log(1 - source.next())) {
        search.cost = cost
        keepBest(search)
      } else {
        undo(journal, state)
        if (withinLimits(state)) search.feasibleTurns += 1
      }
      if (search.iterations % search.penaltyEvery === 0) adaptPenalties(search)
    }
    share = progress(search.iterations)
  }
  if (share >= 1 && !(search.best.cost < Infinity && complete(search))) keepPartial(search)
  return share >= 1
}

/** Keeps about two fifths of the solutions within their limits (Vidal et al. 2012). */
function adaptPenalties(search: Search): void {
  const { penalty } = search.state
  const share = search.feasibleTurns / search.penaltyEvery
  const { within } = search.settings
  const factor = share < within - 0.1 ? 1.15 : share > within + 0.1 ? 0.9 : 1
  penalty.load = Math.max(search.leastLoadPrice, penalty.load * factor)
  penalty.time = Math.min(1000, Math.max(0.01, penalty.time * factor))
  if (search.instance.limited === 1) touchAll(search.state)
  search.feasibleTurns = 0
  search.cost = costOf(search.state)
}

/** Takes over another search's solution as the present one. */
export function adopt(search: Search, other: Snapshot): void {
  putRoutes(search.state, other)
  search.cost = costOf(search.state)
  if (other.cost < search.best.cost) search.best = other
}

/** Prices of time stand in cached places, so new prices make every route another. */
function touchAll(state: SearchState): void {
  for (let r = 0; r < state.routes; r++) {
    state.clock = (state.clock + 1) | 0
    state.version[r] = state.clock
  }
}
