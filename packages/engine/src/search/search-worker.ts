import { parentPort, workerData } from 'node:worker_threads'
import {
  adopt,
  advance,
  type Search,
  startSearch,
} from '@kuashan/core/planner/tours/search/anneal.ts'
import type { PackedInstance } from '@kuashan/core/planner/tours/search/packed-instance.ts'
import type { Snapshot } from '@kuashan/core/planner/tours/search/snapshot.ts'
import { budgetUsed, type SearchBudget } from './budget.ts'

export interface WorkerStart {
  packed: PackedInstance
  seed: number
  island: number
  budget: SearchBudget
  cancel: Int32Array
}

/** Search on from the better of its own and `best` until `pauseAt` of the budget. */
export interface SearchOrder {
  pauseAt: number
  best: Snapshot
}

/** What an island found up to a meeting. */
export interface Leg {
  best: Snapshot
  iterations: number
}

const { packed, seed, island, budget, cancel } = workerData as WorkerStart
const progress = budgetUsed(budget, cancel)

let search: Search | null = null

parentPort!.on('message', ({ pauseAt, best }: SearchOrder) => {
  search ??= startSearch(packed, seed, island)
  if (best.cost < search.best.cost) adopt(search, best)
  advance(search, progress, pauseAt)
  parentPort!.postMessage({ best: search.best, iterations: search.iterations } satisfies Leg)
})
