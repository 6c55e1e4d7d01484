import { random } from '../../../kernel/random.ts'
import type { CountedRoutes } from '../bounds/certified-bound.ts'
import { dateTours } from './date-tours.ts'
import type { RuledProblem } from './problem.ts'
import type { RuledSnapshot } from './search.ts'
import { startRuledSearch } from './start-search.ts'

/** Visits in the horizon from which it pays to ask first how often each tour is to be driven. */
const fewestVisits = 6
const mostUnits = 200

/**
 * Whether a bound's whole-number solution, which says how often each tour is driven and not when, can be laid on this problem's
 * calendar: every place is visited often, with a spacing that leaves room.
 */
export const isCountable = ({ instance, units }: RuledProblem): boolean =>
  instance.objective === 'levels' &&
  units.length <= mostUnits &&
  units.every(
    (u) =>
      u.spacing !== null &&
      u.visits >= fewestVisits &&
      u.spacing.minGap < u.spacing.maxGap &&
      u.locked.size === 0,
  )

/** A solution from counted tours: dated as well as may be, what then breaks a gap dated anew. */
export const countedStart = (
  problem: RuledProblem,
  counted: CountedRoutes,
  seed: number,
  turns: number,
): RuledSnapshot => {
  const routes = dateTours(problem, counted, random(seed).fork('dates'), turns)
  return startRuledSearch(problem, seed, 0, routes).best
}
