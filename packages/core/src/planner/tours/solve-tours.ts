import { byText, compareText } from '../../kernel/order.ts'
import type { Tour } from '../../plan/plan.ts'
import type { RoutingSolution } from '../../plan/routing.ts'
import type {
  SolveToursOptions,
  TourProblem,
  TourSolution,
  TourStop,
} from '../first-tours/problem.ts'
import { solveTours as firstTours } from '../first-tours/solve-tours.ts'
import { writeTour } from '../first-tours/write-tour.ts'
import { countyInstance } from './county-instance.ts'
import { compileProblem } from './ruled/compile.ts'
import { type RuledSearch, stepRuled, stride } from './ruled/search.ts'
import { startRuledSearch } from './ruled/start-search.ts'
import { toSolution } from './ruled/write-solution.ts'

/** Iterations for the repeating first tours; they stop sooner by themselves when they no longer improve. */
const firstIterations = 400

/** A budget by `stop` has no length to cool down over: so many iterations of a kind do. */
const coolingIterations = 4000

/**
 * Dated tours for all visits wanted. First tours that repeat through the year give every visit a place on the calendar, or say
 * what is short; then the tour engine improves dates, partners and order within the gaps that the floors allow, each kind of
 * vehicle by itself. The same problem, seed and iterations give the same tours, whatever the order of stops and vehicles.
 */
export function solveTours(problem: TourProblem, options: SolveToursOptions): TourSolution {
  const { seed, stop, onProgress } = options
  const first = firstTours(problem, {
    ...options,
    stop: (done) => done >= firstIterations || stop(done),
  })
  if (stop(first.iterations)) return first
  const searches = [...new Set(problem.stops.map((s) => s.kind))]
    .sort()
    .flatMap((kind, k) => kindSearch(problem, kind, first, seed + k))
  let { iterations } = first
  const started = iterations
  let turn = 0
  let alive = searches
  while (alive.length > 0 && !stop(iterations)) {
    const kind = alive[turn++ % alive.length]!
    stepKind(kind)
    iterations += stride
    if (isIdle(kind)) alive = alive.filter((other) => other !== kind)
    if ((iterations - started) % 400 === 0) onProgress?.({ iterations, cost: costOf(searches) })
  }
  const found = new Map(searches.map((s) => [s.kind, writeTours(problem, s)]))
  const kindOf = new Map(problem.vehicles.map((v) => [v.id, v.kind]))
  const tours = [
    ...first.tours.filter((tour) => (found.get(kindOf.get(tour.vehicle)!) ?? null) === null),
    ...[...found.values()].flatMap((own) => own ?? []),
  ]
  tours.sort((a, b) => compareText(a.date, b.date) || compareText(a.vehicle, b.vehicle))
  return { ...first, tours, iterations }
}

interface KindSearch {
  kind: string
  stops: readonly TourStop[]
  search: RuledSearch
  /** Iterations when it last found something better. */
  improved: number
}

function stepKind(kind: KindSearch): void {
  const { search } = kind
  const { best } = search
  stepRuled(search, Math.min(1, search.iterations / coolingIterations))
  if (search.best !== best) kind.improved = search.iterations
}

/** Cold, and long without anything better: the rest of the budget is the caller's. */
const isIdle = ({ search, improved }: KindSearch): boolean =>
  search.iterations >= coolingIterations && search.iterations - improved >= coolingIterations / 2

const costOf = (searches: readonly KindSearch[]): number =>
  searches.reduce((sum, { search }) => sum + search.best.levels.at(-4)!, 0)

/** The search of one kind from its first tours; none where nothing is dated. */
function kindSearch(
  problem: TourProblem,
  kind: string,
  first: TourSolution,
  seed: number,
): KindSearch[] {
  const dated = new Set(first.tours.flatMap((tour) => tour.visits.map((v) => v.stop)))
  const stops = problem.stops
    .filter((s) => s.kind === kind && dated.has(s.id))
    .sort(byText((s) => s.id))
  if (stops.length === 0) return []
  const sorted = { ...problem, vehicles: [...problem.vehicles].sort(byText((v) => v.id)) }
  const instance = countyInstance(sorted, kind, stops, first)
  const start = startFrom(sorted, kind, stops, first)
  const search = startRuledSearch(compileProblem(instance, { staysAsGiven: true }), seed, 0, start)
  return [{ kind, stops, search, improved: 0 }]
}

/** The first tours of a kind in the numbers of its instance. */
function startFrom(
  problem: TourProblem,
  kind: string,
  stops: readonly TourStop[],
  { tours }: TourSolution,
): RoutingSolution {
  const vehicles = problem.vehicles.filter((v) => v.kind === kind && v.days.length > 0)
  const depots = [...new Set(vehicles.map((v) => v.depot))].sort((a, b) => a - b)
  const at = new Map(vehicles.map((v, k) => [v.id, k]))
  const id = new Map(stops.map((s, k) => [s.id, k]))
  return {
    unserved: [],
    routes: tours.flatMap((tour) => {
      const k = at.get(tour.vehicle)
      if (k === undefined) return []
      return [
        {
          day: problem.days.indexOf(tour.date) + 1,
          vehicle: k + 1,
          depot: depots.indexOf(vehicles[k]!.depot) + 1,
          stops: tour.visits.map((v) => id.get(v.stop)!),
        },
      ]
    }),
  }
}

/** The tours found for a kind; null where one breaks a rule of the county, and the first tours stand. */
function writeTours(problem: TourProblem, { kind, stops, search }: KindSearch): Tour[] | null {
  const vehicles = [...problem.vehicles]
    .sort(byText((v) => v.id))
    .filter((v) => v.kind === kind && v.days.length > 0)
  const tours = toSolution(search.problem, search.best).routes.map((route) =>
    writeTour(
      problem,
      vehicles[route.vehicle - 1]!,
      route.day - 1,
      route.stops.map((k) => stops[k]!),
    ),
  )
  return tours.some((tour) => tour === null) ? null : tours.flatMap((tour) => tour ?? [])
}
