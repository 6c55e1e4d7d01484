import { parentPort, workerData } from 'node:worker_threads'
import type { RoutingInstance, RoutingSolution } from '@kuashan/core/plan/routing.ts'
import { compileProblem } from '@kuashan/core/planner/tours/ruled/compile.ts'
import {
  adoptSnapshot,
  advanceRuled,
  coolDown,
  enterStage,
  type RuledSearch,
  type RuledSnapshot,
} from '@kuashan/core/planner/tours/ruled/search.ts'
import { compareInStage, type Stage } from '@kuashan/core/planner/tours/ruled/stages.ts'
import { startRuledSearch } from '@kuashan/core/planner/tours/ruled/start-search.ts'
import { budgetUsed, type SearchBudget } from './budget.ts'

export interface RuledStart {
  instance: RoutingInstance
  seed: number
  island: number
  budget: SearchBudget
  cancel: Int32Array
  start?: RoutingSolution
}

export interface RuledOrder {
  pauseAt: number
  best: RuledSnapshot | null
  stage: Stage
  /** Whether `best` is to be kept rather than left: the search goes on cooler. */
  cool: boolean
}

export interface RuledLeg {
  best: RuledSnapshot
  iterations: number
}

const { instance, seed, island, budget, cancel, start } = workerData as RuledStart
const progress = budgetUsed(budget, cancel)
let search: RuledSearch | null = null

parentPort!.on('message', ({ pauseAt, best, stage, cool }: RuledOrder) => {
  search ??= startRuledSearch(compileProblem(instance), seed, island, start)
  const improved = stage.level !== search.stage.level
  if (best !== null && (improved || compareInStage(best.levels, search.best.levels, stage) < 0))
    adoptSnapshot(search, best)
  if (improved) enterStage(search, stage)
  if (cool) coolDown(search)
  advanceRuled(search, progress, pauseAt)
  parentPort!.postMessage({ best: search.best, iterations: search.iterations } satisfies RuledLeg)
})
