import { Worker } from 'node:worker_threads'
import type { RoutingInstance, RoutingSolution } from '@kuashan/core/plan/routing.ts'
import { packInstance } from '@kuashan/core/planner/tours/search/packed-instance.ts'
import {
  emptySnapshot,
  type Snapshot,
  toRoutes,
} from '@kuashan/core/planner/tours/search/snapshot.ts'
import type { Leg, SearchBudget, WorkerStart } from './search-worker.ts'
import { shareArrays } from './share-arrays.ts'

export interface SolveOptions {
  budget: SearchBudget
  seed: number
  workers: number
  signal?: AbortSignal
  /** Called at every exchange: share of the budget used, best cost in the units of the file (null before the first valid one). */
  onProgress?: (share: number, cost: number | null) => void
}

export interface Solved {
  solution: RoutingSolution
  iterations: number
}

/** How often the islands meet. Between meetings they don't know of each other, so threads can't race. */
const meetings = 20

/**
 * Searches on `workers` islands that hand the best solution round at fixed shares of the budget, in worker order: same seed,
 * iterations and workers give the same routes. A budget in seconds is anytime, not reproducible.
 */
export async function solveRouting(
  instance: RoutingInstance,
  options: SolveOptions,
): Promise<Solved> {
  const packed = shareArrays(packInstance(instance))
  const cancel = new Int32Array(new SharedArrayBuffer(4))
  const interrupt = () => Atomics.store(cancel, 0, 1)
  if (options.signal?.aborted) interrupt()
  options.signal?.addEventListener('abort', interrupt, { once: true })
  const islands = Array.from({ length: options.workers }, (_, island) =>
    openIsland({ packed, seed: options.seed, island, budget: options.budget, cancel }),
  )
  let best: Snapshot = emptySnapshot(packed)
  let iterations = 0
  try {
    for (let meeting = 1; meeting <= meetings; meeting++) {
      const pauseAt = meeting / meetings
      const legs = await Promise.all(islands.map((i) => i.go({ pauseAt, best })))
      for (const leg of legs) if (leg.best.cost < best.cost) best = leg.best
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

interface Island {
  go(order: { pauseAt: number; best: Snapshot }): Promise<Leg>
  close(): Promise<unknown>
}

function openIsland(start: WorkerStart): Island {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { workerData: start })
  return {
    go: (order) =>
      new Promise((resolve, reject) => {
        const ended = (code: number) => reject(new Error(`a search worker ended with code ${code}`))
        worker.once('error', reject)
        worker.once('exit', ended)
        worker.once('message', (leg: Leg) => {
          worker.off('error', reject)
          worker.off('exit', ended)
          resolve(leg)
        })
        worker.postMessage(order)
      }),
    close: () => worker.terminate(),
  }
}
