import { type Random, random } from '../../../kernel/random.ts'
import type { RoutingSolution } from '../../../plan/routing.ts'
import { newDateRoom } from '../rules/spacing.ts'
import { absencePrices, makeGuide } from './guide.ts'
import type { Inserting } from './insert-unit.ts'
import { newJournal, openJournal } from './journal.ts'
import { levelsOf } from './levels.ts'
import type { Turn } from './moves/move.ts'
import { moves } from './moves/moves.ts'
import { newPlaceCache } from './place.ts'
import type { RuledProblem } from './problem.ts'
import { stateFrom, takeOutBroken } from './read-solution.ts'
import {
  hot,
  keepBest,
  keeping,
  putBack,
  type RuledSearch,
  type RuledSnapshot,
  routesCost,
  scalarCost,
} from './search.ts'
import { compareInStage, firstStage } from './stages.ts'
import { emptyState } from './state.ts'

/** The best that there can be before anything is known: everything left out. */
export const nothingYet = (problem: RuledProblem): RuledSnapshot => {
  const state = emptyState(problem)
  return {
    levels: levelsOf(problem, state.routes, state.visits),
    routes: state.routes,
    visits: state.visits,
  }
}

/** Greedy first solutions to choose from, where they are cheap to make. */
const mostStarts = 6
const cheapStart = 500_000

/**
 * The search of one island. Everything is put in greedily, in several random orders of which the best is taken up; or, `from` given
 * routes, what of them still holds stays and the rest is put in.
 */
export function startRuledSearch(
  problem: RuledProblem,
  seed: number,
  island: number,
  from?: RoutingSolution,
): RuledSearch {
  const source = random(seed).fork(`island ${island}`)
  if (from) return firstSearch(problem, source, from)
  const work = problem.units.length * problem.slots.length
  const starts = Math.max(1, Math.min(mostStarts, Math.floor(cheapStart / work)))
  let best = firstSearch(problem, source)
  for (let k = 1; k < starts; k++) {
    const other = firstSearch(problem, source)
    if (compareInStage(other.best.levels, best.best.levels, best.stage) < 0) best = other
  }
  return best
}

function firstSearch(problem: RuledProblem, source: Random, from?: RoutingSolution): RuledSearch {
  const state = from ? stateFrom(problem, from) : emptyState(problem)
  const journal = newJournal(state)
  const turn: Turn = { state, journal, random: source, pool: [] }
  const absence = absencePrices(problem, dearestService(problem))
  const inserting: Inserting = {
    state,
    journal,
    cache: newPlaceCache(problem, source),
    room: newDateRoom(problem),
    guide: makeGuide(problem, absence),
    random: source,
    dayCost: new Float64Array(problem.days),
    dayRank: new Int32Array(problem.days),
  }
  const search: RuledSearch = {
    problem,
    state,
    inserting,
    turn,
    moves: moves.filter((m) => m.applies(state)),
    iterations: 0,
    cost: 0,
    unit: 1,
    hot: from ? keeping : hot,
    best: nothingYet(problem),
    stage: firstStage(problem),
  }
  openJournal(journal)
  if (from) takeOutBroken(turn)
  turn.pool = problem.units.flatMap((_, u) => (state.visits[u]!.length === 0 ? [u] : []))
  putBack(search)
  const visits = state.visits.reduce((sum, list) => sum + list.length, 0)
  search.unit = Math.max(1e-6, routesCost(state) / Math.max(1, visits))
  search.cost = scalarCost(search)
  keepBest(search)
  return search
}

/** An upper estimate of what serving one unit can cost: a day out for each visit over the longest ways. */
function dearestService(problem: RuledProblem): number {
  const longest = Math.max(
    1,
    ...problem.tables.map((t) => t.lengths.reduce((m, x) => Math.max(m, x), 0)),
  )
  const visits = Math.max(1, ...problem.units.map((u) => u.visits))
  if (problem.instance.objective !== 'levels') return 3 * longest * visits
  const day = Math.max(
    ...problem.fleets.map(
      (f) =>
        f.perDay +
        4 * f.perLength * longest +
        f.perTime * Math.min(f.maxDuration, 1e6) +
        2 * (f.nights?.cost ?? 0),
    ),
  )
  return (2 * day + 1) * visits
}
