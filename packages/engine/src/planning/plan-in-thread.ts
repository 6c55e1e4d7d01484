import { getHeapStatistics } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { BetterPlan } from '@kuashan/core/planner/plan-options.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { dataHash } from '../data-hash.ts'
import type { PlannedCounty } from './plan-county.ts'
import type { PlanSaid, PlanTask } from './plan-worker.ts'

export interface ThreadedPlanOptions {
  /** Throws the plan away: the thread ends at once, and the promise fails with the reason. */
  signal: AbortSignal
  /** Ends the budget: the best plan found until then is checked and returned. */
  finish: AbortSignal
  onBetter: (better: BetterPlan) => void
}

const megabyte = 2 ** 20

/**
 * Makes and checks a plan in a thread of its own. The search blocks its thread for as long as its budget lasts: a server
 * that planned in its own thread would answer nobody meanwhile, and nobody could stop it.
 */
export async function planInThread(
  input: CountyInput,
  travel: YearTravel,
  { signal, finish, onBetter, ...options }: PlanTask['options'] & ThreadedPlanOptions,
): Promise<PlannedCounty> {
  signal.throwIfAborted()
  const { county, catalogue } = input
  const over = new Int32Array(new SharedArrayBuffer(4))
  const problem = { county, catalogue, travel, dataHash: dataHash(input) }
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), {
    workerData: { problem, options, over } satisfies PlanTask,
    resourceLimits: { maxOldGenerationSizeMb: getHeapStatistics().heap_size_limit / megabyte },
  })
  const end = () => Atomics.store(over, 0, 1)
  if (finish.aborted) end()
  finish.addEventListener('abort', end, { once: true })
  const { promise, resolve, reject } = Promise.withResolvers<PlannedCounty>()
  const drop = () => reject(signal.reason)
  signal.addEventListener('abort', drop, { once: true })
  worker
    .on('message', (said: PlanSaid) => {
      if ('better' in said) onBetter(said.better)
      else resolve(said.planned)
    })
    .on('error', reject)
    .on('exit', (code) => reject(new Error(`the planning thread ended with code ${code}`)))
  try {
    return await promise
  } finally {
    finish.removeEventListener('abort', end)
    signal.removeEventListener('abort', drop)
    await worker.terminate()
  }
}
