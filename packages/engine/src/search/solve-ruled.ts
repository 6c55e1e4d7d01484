import type { RoutingInstance } from '@kuashan/core/plan/routing.ts'
import type { CertifiedBound } from '@kuashan/core/planner/tours/bounds/certified-bound.ts'
import { compileProblem } from '@kuashan/core/planner/tours/ruled/compile.ts'
import { countedStart, isCountable } from '@kuashan/core/planner/tours/ruled/counted-start.ts'
import { compareLevels, costLevel } from '@kuashan/core/planner/tours/ruled/levels.ts'
import { firstPart, type RuledSnapshot } from '@kuashan/core/planner/tours/ruled/search.ts'
import {
  compareInStage,
  firstStage,
  levelsToImprove,
  nextStage,
} from '@kuashan/core/planner/tours/ruled/stages.ts'
import { toSolution } from '@kuashan/core/planner/tours/ruled/write-solution.ts'
import { boundRouting } from '../bounds/bound-routing.ts'
import { openWorker } from './ask-worker.ts'
import type { RuledLeg, RuledOrder, RuledStart } from './ruled-worker.ts'
import { meetings, type Solved, type SolveOptions, usualEpsilon } from './solve-routing.ts'

/** Routes for an instance with rules, on islands as `solveRouting`: what fits keeps every rule, what doesn't is left out. */
export async function solveRuled(
  instance: RoutingInstance,
  options: SolveOptions,
): Promise<Solved> {
  const problem = compileProblem(instance)
  const cancel = new Int32Array(new SharedArrayBuffer(4))
  const interrupt = () => Atomics.store(cancel, 0, 1)
  if (options.signal?.aborted) interrupt()
  options.signal?.addEventListener('abort', interrupt, { once: true })
  const { seed, budget, start } = options
  const islands = Array.from({ length: options.workers }, (_, island) =>
    openWorker<RuledOrder, RuledLeg>(new URL('./ruled-worker.ts', import.meta.url), {
      ...{ instance, seed, island, budget, cancel },
      ...(start ? { start } : {}),
    } satisfies RuledStart),
  )
  const improve = levelsToImprove(problem)
  let stage = firstStage(problem)
  const count = isCountable(problem) && !start ? countTours(instance, options) : null
  let bound: CertifiedBound | undefined
  let best: RuledSnapshot | null = null
  let iterations = 0
  let cool = false
  try {
    for (let meeting = 1; meeting <= meetings; meeting++) {
      if (count !== null && meeting === countedBy + 1) {
        bound = await count
        const dated = bound.start && countedStart(problem, bound.start, seed, turnsOf(options))
        cool = dated !== undefined && compareLevels(dated.levels, best!.levels) < 0
        if (cool) best = dated!
      }
      const level = levelAt(improve, (meeting - 1) / meetings)
      if (level > stage.level)
        stage = nextStage(stage, best!.levels, level, options.epsilon ?? usualEpsilon)
      const legs: RuledLeg[] = await Promise.all(
        islands.map((i) => i.ask({ pauseAt: meeting / meetings, best, stage, cool })),
      )
      for (const leg of legs)
        if (best === null || compareInStage(leg.best.levels, best.levels, stage) < 0)
          best = leg.best
      iterations = legs.reduce((sum, leg) => sum + leg.iterations, 0)
      options.onProgress?.(meeting / meetings, best!.levels[costLevel(problem)]!)
      if (Atomics.load(cancel, 0) === 1) break
    }
  } finally {
    options.signal?.removeEventListener('abort', interrupt)
    await Promise.all(islands.map((i) => i.close()))
  }
  return { solution: toSolution(problem, best!), iterations, ...(bound ? { bound } : {}) }
}

/** The meeting before which a bound has to say how often each tour is driven. */
const countedBy = 4
/** Rounds of pricing and nodes for a budget of iterations, which must not depend on the clock. */
const reproducible = { rounds: 200, nodeLimit: 200 }

function countTours(instance: RoutingInstance, { budget, signal }: SolveOptions) {
  if ('iterations' in budget)
    return boundRouting(instance, { ...reproducible, ...(signal ? { signal } : {}) })
  const deadline = budget.started + ((budget.deadline - budget.started) * countedBy) / meetings
  return boundRouting(instance, { deadline, ...(signal ? { signal } : {}) })
}

/** How long drives are moved about the calendar: about a twentieth of a budget of seconds. */
const turnsOf = ({ budget }: SolveOptions): number =>
  'iterations' in budget
    ? 2_000_000
    : Math.min(4_000_000, Math.round((budget.deadline - budget.started) * 25))

/** The level whose turn it is at a share of the budget; below `firstPart` and where nothing is left to improve, none (-1). */
function levelAt(improve: readonly number[], share: number): number {
  if (improve.length === 0 || share < firstPart) return -1
  const part = ((share - firstPart) / (1 - firstPart)) * improve.length
  return improve[Math.min(improve.length - 1, Math.floor(part + 1e-9))]!
}
