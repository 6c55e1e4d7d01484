import { parentPort, workerData } from 'node:worker_threads'
import { adopt, adoptTerritory } from '@kuashan/core/planner/tours/search/adopt.ts'
import { advance } from '@kuashan/core/planner/tours/search/anneal.ts'
import type { PackedInstance } from '@kuashan/core/planner/tours/search/packed-instance.ts'
import type { Search } from '@kuashan/core/planner/tours/search/search-run.ts'
import { type Snapshot, snapshot } from '@kuashan/core/planner/tours/search/snapshot.ts'
import { startSearch } from '@kuashan/core/planner/tours/search/start-search.ts'
import type { Territories } from '@kuashan/core/planner/tours/search/territories.ts'
import { budgetUsed, type SearchBudget } from './budget.ts'

export interface WorkerStart {
  packed: PackedInstance
  seed: number
  island: number
  budget: SearchBudget
  cancel: Int32Array
  /** What to start from, if not from nothing. */
  start?: Snapshot
}

/** Search on from the better of its own and `best` until `pauseAt` of the budget. */
export interface SearchOrder {
  pauseAt: number
  best: Snapshot
  /** Where all islands go on from one solution, each in its own territory of it. */
  shared?: { present: Snapshot; territories: Territories }
}

/** What an island found up to a meeting: in its territory alone, if it was given one. */
export interface Leg {
  best: Snapshot
  present: Snapshot
  iterations: number
}

const { packed, seed, island, budget, cancel, start } = workerData as WorkerStart
const progress = budgetUsed(budget, cancel)

let search: Search | null = null

parentPort!.on('message', ({ pauseAt, best, shared }: SearchOrder) => {
  search ??= startSearch(packed, seed, island, start)
  if (shared) adoptTerritory(search, shared.present, shared.territories, island)
  else if (best.cost < search.best.cost) adopt(search, best)
  advance(search, progress, pauseAt)
  parentPort!.postMessage({
    best: search.best,
    present: snapshot(search.state, search.cost),
    iterations: search.iterations,
  } satisfies Leg)
})
