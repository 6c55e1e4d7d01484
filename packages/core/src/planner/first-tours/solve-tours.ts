import { compareText } from '../../kernel/order.ts'
import { random } from '../../kernel/random.ts'
import { makeCalendar } from './calendar/make-calendar.ts'
import { writeTours } from './calendar/write-tours.ts'
import { compileGrounds } from './ground.ts'
import type { SolveToursOptions, TourProblem, TourSolution } from './problem.ts'
import { shortageOf } from './shortage.ts'
import { balanceLoads } from './templates/balance.ts'
import { templateSearch } from './templates/search.ts'

const PROGRESS_EVERY = 100

/**
 * Tours with dates for all visits wanted: repeating templates by savings and iterated local search,
 * each vehicle kind by itself, then a calendar of their outings. The same problem, seed and number
 * of iterations give the same tours, whatever the order of stops and vehicles. A solution exists
 * before the first iteration; each iteration serves the kinds in turn; ends when `stop` says so or
 * when no kind has improved for long.
 */
export function solveTours(problem: TourProblem, options: SolveToursOptions): TourSolution {
  const { seed, stop, onProgress } = options
  const source = random(seed)
  const grounds = compileGrounds(problem)
  const searches = grounds.map((ground) => templateSearch(ground, source.fork(ground.kind)))
  const cost = (): number => searches.reduce((sum, search) => sum + search.levels().at(-2)!, 0)
  let iterations = 0
  let alive = searches
  let turn = 0
  while (alive.length > 0 && !stop(iterations)) {
    const search = alive[turn % alive.length]!
    if (search.step()) turn++
    else alive = alive.filter((other) => other !== search)
    iterations++
    if (iterations % PROGRESS_EVERY === 0) onProgress?.({ iterations, cost: cost() })
  }
  onProgress?.({ iterations, cost: cost() })
  const tours: TourSolution['tours'] = []
  const unplaced: TourSolution['unplaced'] = []
  const daysShort: Record<string, number> = {}
  grounds.forEach((ground, k) => {
    const board = makeCalendar(ground, balanceLoads(ground, searches[k]!.best()))
    tours.push(...writeTours(board))
    const short = shortageOf(board)
    unplaced.push(...short.unplaced)
    daysShort[ground.kind] = short.daysShort
  })
  tours.sort((a, b) => compareText(a.date, b.date) || compareText(a.vehicle, b.vehicle))
  unplaced.sort((a, b) => compareText(a.stop, b.stop) || compareText(a.reason, b.reason))
  return { tours, unplaced, daysShort, iterations }
}
