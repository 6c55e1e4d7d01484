import { type Random, random } from '@kuashan/core/kernel/random.ts'
import type { RoutingInstance, RoutingSolution } from '@kuashan/core/plan/routing.ts'
import type { CertifiedBound } from '@kuashan/core/planner/tours/bounds/certified-bound.ts'
import { worthCutting } from '@kuashan/core/planner/tours/parts/part-size.ts'
import { needsRules } from '@kuashan/core/planner/tours/ruled/compile.ts'
import { fromRoutes } from '@kuashan/core/planner/tours/search/from-routes.ts'
import {
  type PackedInstance,
  packInstance,
} from '@kuashan/core/planner/tours/search/packed-instance.ts'
import {
  emptySnapshot,
  type Snapshot,
  toRoutes,
} from '@kuashan/core/planner/tours/search/snapshot.ts'
import {
  drawTerritories,
  joinTerritories,
  mayDivide,
  type Territories,
} from '@kuashan/core/planner/tours/search/territories.ts'
import { openWorker } from './ask-worker.ts'
import type { SearchBudget } from './budget.ts'
import type { Leg, SearchOrder, WorkerStart } from './search-worker.ts'
import { shareArrays } from './share-arrays.ts'
import { solveInParts } from './solve-in-parts.ts'
import { solveRuled } from './solve-ruled.ts'

export interface SolveOptions {
  budget: SearchBudget
  seed: number
  workers: number
  signal?: AbortSignal
  /** Routes to start from: a published plan, or what an earlier run found. */
  start?: RoutingSolution
  /** By how much a level may be worse than its best for the levels behind it; of the objective `levels`. Default 0.01. */
  epsilon?: number
  /** Called at every exchange: share of the budget used, best cost in the units of the file (null before the first valid one). */
  onProgress?: (share: number, cost: number | null) => void
}

export interface Solved {
  solution: RoutingSolution
  iterations: number
  /** Proved on the way, where the search asked for it. */
  bound?: CertifiedBound
}

/** How much worse a level may get for the levels behind it, unless asked otherwise: one per cent. */
export const usualEpsilon = 0.01

/** How often the islands meet. Between meetings they don't know of each other, so threads can't race. */
export const meetings = 20

/**
 * Searches on `workers` islands that hand the best solution round at fixed shares of the budget, in worker order: same seed,
 * iterations and workers give the same routes. A budget in seconds is anytime, not reproducible. Large instances are solved in
 * parts.
 */
export async function solveRouting(
  instance: RoutingInstance,
  options: SolveOptions,
): Promise<Solved> {
  if (needsRules(instance)) return solveRuled(instance, options)
  if (worthCutting(instance)) return solveInParts(instance, options)
  const packed = shareArrays(packInstance(instance))
  const cancel = new Int32Array(new SharedArrayBuffer(4))
  const interrupt = () => Atomics.store(cancel, 0, 1)
  if (options.signal?.aborted) interrupt()
  options.signal?.addEventListener('abort', interrupt, { once: true })
  const from = options.start ? { start: fromRoutes(packed, instance, options.start) } : {}
  const islands = Array.from({ length: options.workers }, (_, island) =>
    openWorker<SearchOrder, Leg>(new URL('./search-worker.ts', import.meta.url), {
      packed,
      seed: options.seed,
      island,
      budget: options.budget,
      cancel,
      ...from,
    } satisfies WorkerStart),
  )
  let best: Snapshot = emptySnapshot(packed)
  let shared: SearchOrder['shared']
  let iterations = 0
  const source = random(options.seed).fork('territories')
  try {
    for (let meeting = 1; meeting <= meetings; meeting++) {
      const pauseAt = meeting / meetings
      const order = { pauseAt, best, ...(shared ? { shared } : {}) }
      const legs = await Promise.all(islands.map((i) => i.ask(order)))
      best = bestOf(packed, best, legs, shared?.territories)
      shared = nextShared(packed, best, legs, shared?.territories, source)
      iterations = legs.reduce((sum, leg) => sum + leg.iterations, 0)
      const cost = Number.isFinite(best.cost) ? best.cost / packed.scale : null
      options.onProgress?.(pauseAt, cost)
      if (Atomics.load(cancel, 0) === 1) break
    }
  } finally {
    options.signal?.removeEventListener('abort', interrupt)
    await Promise.all(islands.map((i) => i.close()))
  }
  return { solution: toRoutes(packed, best, instance), iterations }
}

/** The best of all islands; of their territories put together, where each found something within its limits. */
function bestOf(
  packed: PackedInstance,
  best: Snapshot,
  legs: readonly Leg[],
  territories: Territories | undefined,
): Snapshot {
  let found = legs.map((leg) => leg.best)
  if (territories)
    found = found.every((one) => one.cost < Infinity)
      ? [joinTerritories(packed, territories, found)]
      : []
  return found.reduce((a, b) => (b.cost < a.cost ? b : a), best)
}

/** From where the islands go on together, once there is a solution to divide; new borders at every meeting. */
function nextShared(
  packed: PackedInstance,
  best: Snapshot,
  legs: readonly Leg[],
  territories: Territories | undefined,
  source: Random,
): SearchOrder['shared'] {
  if (!territories && !mayDivide(packed, best, legs.length)) return undefined
  const found = legs.map((leg) => leg.present)
  // A territory that found nothing within its limits may be stuck beyond them, and all wait for it: back to what keeps them.
  const stuck = territories !== undefined && legs.some((leg) => leg.best.cost === Infinity)
  const present = stuck
    ? best
    : territories
      ? joinTerritories(packed, territories, found)
      : found.reduce((a, b) => (b.cost < a.cost ? b : a))
  return { present, territories: drawTerritories(packed, present, legs.length, source) }
}
