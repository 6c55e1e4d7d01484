import { goDownhill } from '../moves/local-search.ts'
import { openJournal, undo } from './journal.ts'
import { FAR } from './packed-instance.ts'
import { recreate } from './recreate.ts'
import { ruinStrings } from './ruin.ts'
import {
  complete,
  keepBest,
  keepPartial,
  keepsLimits,
  type Search,
  touchAll,
} from './search-run.ts'
import { costOf } from './search-state.ts'
import { putRoutes } from './snapshot.ts'

/** Named in stored results; changes whenever the same seed may give other routes. */
export const searchVersion = 'routing-8'

/** Share of the budget after which the best solution is polished by all moves, once. */
const polishAt = 0.98

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
    if (share >= polishAt && !search.polished)
      polish(search, () => progress(search.iterations) >= 1)
    temperature = search.unit * hot * (cold / hot) ** share
    for (let k = 0; k < 32; k++) {
      search.iterations += 1
      openJournal(journal, state)
      pool.count = 0
      for (let a = 0; a < state.totals.absent; a++)
        if (state.held[state.absent[a]!] === 0) pool.customers[pool.count++] = state.absent[a]!
      ruinStrings(state, journal, pool, ruin, source)
      recreate(state, journal, pool, table, blinks, key, source)
      const cost = costOf(state)
      if (cost < search.cost - temperature * Math.log(1 - source.next())) {
        search.cost = cost
        keepBest(search)
      } else {
        undo(journal, state)
        if (keepsLimits(search)) search.feasibleTurns += 1
      }
      if (search.iterations % search.penaltyEvery === 0) adaptPenalties(search)
    }
    share = progress(search.iterations)
  }
  if (share >= 1 && !(search.best.cost < Infinity && complete(search))) keepPartial(search)
  return share >= 1
}

/** Takes the best solution up again and goes downhill from it by all moves, within all limits. */
function polish(search: Search, enough: () => boolean): void {
  const { state, journal, pool, room } = search
  search.polished = true
  if (search.best.cost === Infinity) return
  putRoutes(state, search.best)
  const usual = { ...state.penalty }
  state.penalty.load = FAR
  state.penalty.time = FAR
  touchAll(state)
  openJournal(journal, state)
  pool.count = 0
  const routes: number[] = []
  for (let r = 0; r < state.routes; r++)
    if (state.size[r]! > 0 && state.closed[r] === 0) routes.push(r)
  goDownhill(room, routes, enough)
  state.penalty = usual
  touchAll(state)
  search.cost = costOf(state)
  keepBest(search)
}

/** A price of load beyond this drowns every length in rounding. */
const mostOverLeast = 1e6

/** Keeps about two fifths of the solutions within their limits (Vidal et al. 2012). */
function adaptPenalties(search: Search): void {
  const { penalty } = search.state
  const share = search.feasibleTurns / search.penaltyEvery
  const { within } = search.settings
  const factor = share < within - 0.1 ? 1.15 : share > within + 0.1 ? 0.9 : 1
  const { leastLoadPrice } = search
  const load = Math.min(mostOverLeast * leastLoadPrice, penalty.load * factor)
  penalty.load = Math.max(leastLoadPrice, load)
  penalty.time = Math.min(1000, Math.max(0.01, penalty.time * factor))
  if (search.instance.limited === 1) touchAll(search.state)
  search.feasibleTurns = 0
  search.cost = costOf(search.state)
}
