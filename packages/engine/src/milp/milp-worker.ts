import { parentPort, workerData } from 'node:worker_threads'
import type { Milp, MilpOptions } from '@kuashan/core/kernel/milp.ts'
import { loadHighs, runHighs } from './highs-run.ts'

/** One problem, one answer, then the thread and its memory go. */
const { problem, options, flag } = workerData as {
  problem: Milp
  options: MilpOptions
  flag: Int32Array
}
const highs = await loadHighs()
const result = runHighs(highs, problem, options, () => Atomics.load(flag, 0) === 1)
parentPort?.postMessage(result)
