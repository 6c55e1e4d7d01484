import { parentPort } from 'node:worker_threads'
import type { Milp, MilpOptions } from '@kuashan/core/kernel/milp.ts'
import { loadHighs, runHighs } from './highs-run.ts'

/** A problem for the thread; a 1 in `flag` ends its search with what was found. */
export interface MilpTask {
  problem: Milp
  options: MilpOptions
  flag: Int32Array
}

const highs = await loadHighs()
parentPort?.on('message', ({ problem, options, flag }: MilpTask) => {
  parentPort?.postMessage(runHighs(highs, problem, options, () => Atomics.load(flag, 0) === 1))
})
