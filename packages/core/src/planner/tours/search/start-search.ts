import { type Random, random } from '../../../kernel/random.ts'
import { newMoveRoom } from '../moves/move-room.ts'
import type { Blinks } from './best-place.ts'
import { newJournal, openJournal } from './journal.ts'
import type { PackedInstance } from './packed-instance.ts'
import { newPlaceTable, recreate } from './recreate.ts'
import { keepBest, keepPartial, type Search, type SearchSettings, touchAll } from './search-run.ts'
import { costOf, emptyState, type SearchState } from './search-state.ts'
import { emptySnapshot, putRoutes, type Snapshot } from './snapshot.ts'

const usualSettings: SearchSettings = {
  ruin: { average: 10, longest: 10, split: 0.5, reach: 2, oneDay: 0.5 },
  hot: 1,
  cold: 0.01,
  within: 0.5,
}

const blinkShare = 0.01
const rareBlinkShare = 0.05
/** How hot a search begins that starts from a solution, against one from nothing. */
const startedShare = 0.1
/** Under windows fewer changes are possible at all, and those cost more. */
const windowSettings: SearchSettings = { ...usualSettings, hot: 2, cold: 0.02 }

/** With prizes the unit is the mean prize; it ends where only lengths still matter. */
const prizeSettings: SearchSettings = { ...usualSettings, hot: 1, cold: 0.001 }

/**
 * The search of one island, from nothing or from a solution: what is left out of it is put in greedily, in random order. A
 * search that starts from a solution starts cooler, so as not to lose it again.
 */
export function startSearch(
  instance: PackedInstance,
  seed: number,
  island: number,
  from?: Snapshot,
): Search {
  const search = emptySearch(instance, random(seed).fork(`island ${island}`))
  const { state } = search
  setFirstPenalties(state)
  search.leastLoadPrice = state.penalty.load / 1000
  layFirst(search, from)
  let visits = 0
  for (const size of state.size) visits += size
  const arcs = Math.max(1, visits + state.totals.routes)
  search.unit = Math.max(1, state.totals.length / arcs)
  if (instance.windows === 1) search.settings = windowSettings
  if (instance.profit === 1) {
    search.unit = instance.absence.reduce((sum, a) => sum + a, 0) / instance.customers
    search.settings = prizeSettings
  }
  if (from) search.settings = { ...search.settings, hot: search.settings.hot * startedShare }
  if (!keepBest(search)) keepPartial(search)
  return search
}

function emptySearch(instance: PackedInstance, source: Random): Search {
  const state = emptyState(instance)
  const newBlinks = (share: number): Blinks => {
    const draw = () => 1 + Math.floor(Math.log(1 - source.next()) / Math.log(1 - share))
    return { left: draw(), draw }
  }
  const journal = newJournal(state)
  const pool = { customers: new Int32Array(instance.customers), count: 0 }
  const table = newPlaceTable(state, newBlinks(rareBlinkShare))
  return {
    instance,
    state,
    journal,
    pool,
    table,
    room: newMoveRoom(state, journal, pool, table),
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
    polished: false,
    settings: usualSettings,
    elsewhere: { overload: 0, overtime: 0 },
  }
}

/** Lays the given routes, if any, and puts in what is left out. */
function layFirst(search: Search, from: Snapshot | undefined): void {
  const { state, journal, pool, table, blinks, key, random: source } = search
  if (from) {
    putRoutes(state, from)
    search.cost = costOf(state)
    keepBest(search)
  }
  openJournal(journal, state)
  pool.count = state.totals.absent
  pool.customers.set(state.absent.subarray(0, pool.count))
  // Limits cost so much at first that they are broken only where no vehicle is left: the first plan is valid if it can be.
  const usual = { ...state.penalty }
  state.penalty.load *= 1000
  state.penalty.time *= 1000
  recreate(state, journal, pool, table, blinks, key, source)
  state.penalty = usual
  touchAll(state)
  search.cost = costOf(state)
}

/** A unit too much costs about what a far customer's detour does. */
function setFirstPenalties(state: SearchState): void {
  const { instance, penalty } = state
  const longest = instance.dist.reduce((most, d) => Math.max(d, most), 1)
  const largest = instance.demand.reduce((most, d) => Math.max(d, most), 0.1)
  penalty.load = longest / largest
  penalty.time = 1
}
