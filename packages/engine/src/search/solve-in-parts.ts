import { checkRoutes } from '@kuashan/core/check/check-routes.ts'
import { hash32, random } from '@kuashan/core/kernel/random.ts'
import type { RoutingInstance, RoutingSolution } from '@kuashan/core/plan/routing.ts'
import { cutByPlace } from '@kuashan/core/planner/tours/parts/cut-by-place.ts'
import { cutByRoutes } from '@kuashan/core/planner/tours/parts/cut-by-routes.ts'
import type {
  LimitPrices,
  PartAnswer,
  PartOrder,
} from '@kuashan/core/planner/tours/parts/improve-part.ts'
import { inWhole, type Part, partInstance } from '@kuashan/core/planner/tours/parts/part.ts'
import { partSize } from '@kuashan/core/planner/tours/parts/part-size.ts'
import { putBack, type SolvedPart } from '@kuashan/core/planner/tours/parts/put-back.ts'
import { type AskedWorker, openWorker } from './ask-worker.ts'
import type { PartBudget, PartTask } from './part-worker.ts'
import type { Solved, SolveOptions } from './solve-routing.ts'

/** Share of the budget of the first round, which starts from nothing. */
const firstShare = 0.3
/** Rounds after the first at most; fewer where a part would get less than this of the budget in each. */
const mostRounds = 6
const leastMilliseconds = 500
const leastIterations = 2000

interface Crew {
  instance: RoutingInstance
  options: SolveOptions
  workers: AskedWorker<PartTask, PartAnswer>[]
  cancel: Int32Array
}

/**
 * Solves a large instance in parts: cut by place and solved from nothing, then in rounds cut by routes and improved. Parts of
 * one cut share no vehicle on any day, so the workers take them in turn and the routes are put together in the parts' order:
 * same seed, iterations and workers give the same routes. A budget in seconds is anytime, not reproducible.
 */
export async function solveInParts(
  instance: RoutingInstance,
  options: SolveOptions,
): Promise<Solved> {
  const cancel = new Int32Array(new SharedArrayBuffer(4))
  const interrupt = () => Atomics.store(cancel, 0, 1)
  if (options.signal?.aborted) interrupt()
  options.signal?.addEventListener('abort', interrupt, { once: true })
  const file = new URL('./part-worker.ts', import.meta.url)
  const workers = Array.from({ length: options.workers }, () =>
    openWorker<PartTask, PartAnswer>(file, cancel),
  )
  const crew: Crew = { instance, options, workers, cancel }
  try {
    return await searchRounds(crew)
  } finally {
    options.signal?.removeEventListener('abort', interrupt)
    await Promise.all(workers.map((w) => w.close()))
  }
}

async function searchRounds(crew: Crew): Promise<Solved> {
  const { instance, options, cancel } = crew
  const size = partSize(instance)
  const rounds = roundsFor(options, Math.ceil(instance.customers.length / size))
  const source = random(options.seed)
  let solution = startOf(instance, options.start)
  let iterations = 0
  let spent = 0
  let prices: LimitPrices | undefined
  for (let round = 0; round <= rounds; round++) {
    if (round > 0 && Atomics.load(cancel, 0) === 1) break
    const parts =
      solution.routes.length === 0
        ? cutByPlace(instance, size)
        : cutByRoutes(instance, solution, size, source.fork(`round ${round}`))
    const until = firstShare + ((1 - firstShare) * round) / rounds
    const tasks = parts.map((part, k) => ({
      part,
      seed: hash32(`round ${round} part ${k}`, options.seed),
      ...(prices ? { prices } : {}),
    }))
    const solved = await solveAll(crew, tasks, partBudgets(parts, options, spent, until))
    spent = until
    prices = meanPrices(solved)
    solution = putBack(instance, solved)
    iterations += solved.reduce((sum, s) => sum + s.iterations, 0)
    const cost = solved.reduce((sum, s) => sum + s.cost, 0)
    options.onProgress?.(until, Number.isFinite(cost) ? cost : null)
  }
  return { solution, iterations }
}

/** The given start where it breaks no rule; else nothing, as a part can't mend what it shares with others. */
function startOf(instance: RoutingInstance, start: RoutingSolution | undefined): RoutingSolution {
  const all = instance.customers.map((c) => c.id)
  const findings = start ? checkRoutes(instance, start).findings : []
  if (!start || findings.some((f) => f.code !== 'customer-unserved'))
    return { routes: [], unserved: all }
  const served = new Set(start.routes.flatMap((r) => r.stops))
  return { routes: start.routes, unserved: all.filter((id) => !served.has(id)) }
}

function roundsFor({ budget, workers }: SolveOptions, parts: number): number {
  const [all, least] =
    'iterations' in budget
      ? [budget.iterations, leastIterations]
      : [budget.deadline - budget.started, leastMilliseconds]
  const fit = Math.floor((all * workers * (1 - firstShare)) / (parts * least))
  return Math.max(1, Math.min(mostRounds, fit))
}

/** Geometric, as prices are multiplied. */
function meanPrices(solved: readonly { prices: LimitPrices }[]): LimitPrices {
  const mean = (kind: keyof LimitPrices) =>
    Math.exp(solved.reduce((sum, s) => sum + Math.log(s.prices[kind]), 0) / solved.length)
  return { load: mean('load'), time: mean('time') }
}

/** What each part may spend, in proportion to its customers. */
function partBudgets(
  parts: readonly Part[],
  { budget, workers }: SolveOptions,
  from: number,
  to: number,
): PartBudget[] {
  const all = parts.reduce((sum, p) => sum + p.customers.length, 0)
  if ('iterations' in budget)
    return parts.map(({ customers }) => ({
      iterations: Math.floor((budget.iterations * workers * (to - from) * customers.length) / all),
    }))
  const end = budget.started + (budget.deadline - budget.started) * to
  const left = Math.max(0, end - performance.timeOrigin - performance.now())
  return parts.map(({ customers }) => ({
    milliseconds: Math.min(left, (left * workers * customers.length) / all),
    deadline: end,
  }))
}

type Task = Omit<PartOrder, 'instance' | 'routes'> & { part: Part }
type Answered = SolvedPart & PartAnswer

/** Every worker takes the next part when it is done with one. */
async function solveAll(
  { instance, workers }: Crew,
  tasks: readonly Task[],
  budgets: readonly PartBudget[],
): Promise<Answered[]> {
  const solved: Answered[] = new Array(tasks.length)
  let next = 0
  const work = async (worker: AskedWorker<PartTask, PartAnswer>): Promise<void> => {
    while (next < tasks.length) {
      const k = next++
      const { part, ...rest } = tasks[k]!
      const cut = partInstance(instance, part)
      const order = { ...rest, instance: cut.instance, routes: cut.routes }
      const answer = await worker.ask({ order, budget: budgets[k]! })
      solved[k] = { part, ...answer, routes: inWhole(cut, answer.routes) }
    }
  }
  await Promise.all(workers.map(work))
  return solved
}
