import { hash32, random } from '@kuashan/core/kernel/random.ts'
import type { RoutingInstance, RoutingSolution } from '@kuashan/core/plan/routing.ts'
import { cutByPlace } from '@kuashan/core/planner/tours/parts/cut-by-place.ts'
import { cutByRoutes } from '@kuashan/core/planner/tours/parts/cut-by-routes.ts'
import type { PartAnswer } from '@kuashan/core/planner/tours/parts/improve-part.ts'
import { inWhole, type Part, partInstance } from '@kuashan/core/planner/tours/parts/part.ts'
import { putBack, type SolvedPart } from '@kuashan/core/planner/tours/parts/put-back.ts'
import { type AskedWorker, openWorker } from './ask-worker.ts'
import type { PartBudget, PartTask } from './part-worker.ts'
import type { Solved, SolveOptions } from './solve-routing.ts'

/** How an instance is cut and how the budget is spent; found by measuring (docs/methods/routing-search.md). */
export interface PartsPlan {
  /** Customers, then visits, of a part. */
  size: number
  /** Share of the budget of the first round, which starts from nothing. */
  first: number
  /** Rounds after the first, the rest of the budget evenly. */
  rounds: number
  /** How far the cooling of a whole search has come when a later round begins. */
  coolness: number
}

const usualPlan: PartsPlan = { size: 700, first: 0.5, rounds: 4, coolness: 0.5 }

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
  plan: PartsPlan = usualPlan,
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
    return await searchRounds(crew, plan)
  } finally {
    options.signal?.removeEventListener('abort', interrupt)
    await Promise.all(workers.map((w) => w.close()))
  }
}

async function searchRounds(crew: Crew, plan: PartsPlan): Promise<Solved> {
  const { instance, options, cancel } = crew
  const source = random(options.seed)
  let solution: RoutingSolution = { routes: [], unserved: instance.customers.map((c) => c.id) }
  let iterations = 0
  for (let round = 0; round <= plan.rounds; round++) {
    if (round > 0 && Atomics.load(cancel, 0) === 1) break
    const parts =
      round === 0
        ? cutByPlace(instance, plan.size)
        : cutByRoutes(instance, solution, plan.size, source.fork(`round ${round}`))
    const shareEnd = plan.first + ((1 - plan.first) * round) / Math.max(1, plan.rounds)
    const shareStart = round === 0 ? 0 : shareEnd - (1 - plan.first) / plan.rounds
    const budgets = partBudgets(parts, options, shareStart, shareEnd)
    const coolness = round === 0 ? 0 : plan.coolness
    const seeds = parts.map((_, k) => hash32(`round ${round} part ${k}`, options.seed))
    const solved = await solveAll(crew, parts, budgets, seeds, coolness)
    solution = putBack(instance, solved)
    iterations += solved.reduce((sum, s) => sum + s.iterations, 0)
    const cost = solved.reduce((sum, s) => sum + s.cost, 0)
    options.onProgress?.(shareEnd, Number.isFinite(cost) ? cost : null)
  }
  return { solution, iterations }
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

type Answered = SolvedPart & { cost: number; iterations: number }

/** Every worker takes the next part when it is done with one. */
async function solveAll(
  { instance, workers }: Crew,
  parts: readonly Part[],
  budgets: readonly PartBudget[],
  seeds: readonly number[],
  coolness: number,
): Promise<Answered[]> {
  const solved: Answered[] = new Array(parts.length)
  let next = 0
  const work = async (worker: AskedWorker<PartTask, PartAnswer>): Promise<void> => {
    while (next < parts.length) {
      const k = next++
      const part = parts[k]!
      const cut = partInstance(instance, part)
      const order = { instance: cut.instance, routes: cut.routes, seed: seeds[k]!, coolness }
      const answer = await worker.ask({ order, budget: budgets[k]! })
      solved[k] = { part, ...answer, routes: inWhole(cut, answer.routes) }
    }
  }
  await Promise.all(workers.map(work))
  return solved
}
