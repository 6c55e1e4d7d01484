import { Worker } from 'node:worker_threads'
import type { MilpResult, SolveMilp } from '@kuashan/core/kernel/milp.ts'

/**
 * HiGHS in a worker thread of its own: it blocks its thread, and its WebAssembly memory only ever grows, so
 * both are dropped after each problem. An abort ends the search with what was found so far.
 */
export const milpSolver =
  (signal?: AbortSignal): SolveMilp =>
  (problem, options = {}) =>
    new Promise<MilpResult>((resolve, reject) => {
      const flag = new Int32Array(new SharedArrayBuffer(4))
      const interrupt = () => Atomics.store(flag, 0, 1)
      if (signal?.aborted) interrupt()
      signal?.addEventListener('abort', interrupt, { once: true })
      const worker = new Worker(new URL('./milp-worker.ts', import.meta.url), {
        workerData: { problem, options, flag },
      })
      const leave = () => signal?.removeEventListener('abort', interrupt)
      worker.once('message', (result: MilpResult) => {
        leave()
        resolve(result)
        void worker.terminate()
      })
      worker.once('error', (error) => {
        leave()
        reject(error)
      })
      worker.once('exit', (code) => {
        leave()
        reject(new Error(`the MILP worker ended with code ${code} and no answer`))
      })
    })

/** `milpSolver` without a way to interrupt. */
export const solveMilp: SolveMilp = milpSolver()
