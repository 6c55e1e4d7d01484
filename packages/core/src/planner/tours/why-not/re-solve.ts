import type { RoutingInstance, RoutingSolution } from '../../../plan/routing.ts'
import { compileProblem } from '../ruled/compile.ts'
import { costLevel, type Levels, levelsOf } from '../ruled/levels.ts'
import { stateFrom } from '../ruled/read-solution.ts'
import { advanceRuled, type RuledSearch } from '../ruled/search.ts'
import { startRuledSearch } from '../ruled/start-search.ts'
import { toSolution } from '../ruled/write-solution.ts'
import { around } from './around.ts'
import { unitOf } from './question.ts'

/** How hard each re-solve tries. */
export interface Effort {
  seed: number
  iterations: number
}

/**
 * Routes of an instance that serve all of `must`, found from given routes by a short search around `customer`; null where none
 * were found. With `thorough` the search goes on to its limit for a lower cost; up to the first success both are the same.
 */
export function resolve(
  instance: RoutingInstance,
  must: ReadonlySet<number>,
  customer: number,
  from: RoutingSolution,
  { seed, iterations }: Effort,
  thorough = false,
): RoutingSolution | null {
  const problem = compileProblem(onlyThese(instance, must))
  const unit = unitOf(problem, customer)
  const started = startRuledSearch(problem, seed, 0, from)
  const weight = started.moves.reduce((sum, move) => sum + move.weight, 0)
  const search: RuledSearch = { ...started, moves: [around(unit, weight), ...started.moves] }
  const all = () => search.best.levels[0] === 0
  advanceRuled(search, (made) => (all() && !thorough ? 1 : made / iterations), 1)
  return all() ? toSolution(problem, search.best) : null
}

/** The instance in which these customers must be served and nobody wants the others. */
const onlyThese = (instance: RoutingInstance, must: ReadonlySet<number>): RoutingInstance => ({
  ...instance,
  customers: instance.customers.map((c) => ({
    ...c,
    optional: !must.has(c.id),
    prize: 0,
    ...(c.rules ? { rules: { ...c.rules, priority: 0 } } : {}),
  })),
})

/** Routes as an instance times them, with their levels and cost; of the families of the literature the cost is the length. */
export function judge(
  instance: RoutingInstance,
  given: RoutingSolution,
): { levels: Levels; cost: number; solution: RoutingSolution } {
  const problem = compileProblem(instance)
  const { routes, visits } = stateFrom(problem, given)
  const levels = levelsOf(problem, routes, visits)
  const length = routes.reduce((sum, route) => sum + route.length, 0)
  return {
    levels,
    cost: instance.objective === 'levels' ? levels[costLevel(problem)]! : length,
    solution: toSolution(problem, { levels, routes, visits }),
  }
}
