import { parentPort, workerData } from 'node:worker_threads'
import type { PlanProblem } from '@kuashan/core/planner/make-plan.ts'
import type { BetterPlan } from '@kuashan/core/planner/plan-options.ts'
import { type PlanCountyOptions, type PlannedCounty, planProblem } from './plan-county.ts'

/** A plan for the thread; a 1 in `over` ends its budget. */
export interface PlanTask {
  problem: PlanProblem
  options: Pick<PlanCountyOptions, 'mode' | 'seed' | 'budget' | 'workers'>
  over: Int32Array
}

/** What the thread says: each better plan as it is found, at last the plan. */
export type PlanSaid = { better: BetterPlan } | { planned: PlannedCounty }

const { problem, options, over } = workerData as PlanTask
const say = (said: PlanSaid): void => parentPort?.postMessage(said)
const planned = await planProblem(problem, {
  ...options,
  // Whoever no longer wants the plan ends the thread.
  signal: new AbortController().signal,
  isOver: () => Atomics.load(over, 0) === 1,
  onBetter: (better) => say({ better }),
})
say({ planned })
