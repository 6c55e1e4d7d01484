import { Worker } from 'node:worker_threads'
import type { MilpResult, SolveMilp } from '@kuashan/core/kernel/milp.ts'

/**
 * HiGHS in a worker thread of its own: it blocks its thread, and its WebAssembly memory only ever grows, so
 * both are dropped after each problem. An abort ends the search with what was found so far; a search that does not
 * answer within `patience` milliseconds of it is cut off with nothing found.
 */
export const milpSolver =
  (signal?: AbortSignal, patience = Number.POSITIVE_INFINITY): SolveMilp =>
  (problem, options = {}) =>
    new Promise<MilpResult>((resolve, reject) => {
      const flag = new Int32Array(new SharedArrayBuffer(4))
      let cutOff: ReturnType<typeof setTimeout> | undefined
      const worker = new Worker(new URL('./milp-worker.ts', import.meta.url), {
        workerData: { problem, options, flag },
      })
      const interrupt = () => {
        Atomics.store(flag, 0, 1)
        if (patience === Number.POSITIVE_INFINITY) return
        cutOff = setTimeout(() => {
          resolve(noneFound)
          void worker.terminate()
        }, patience)
      }
      if (signal?.aborted) interrupt()
      signal?.addEventListener('abort', interrupt, { once: true })
      const leave = () => {
        clearTimeout(cutOff)
        signal?.removeEventListener('abort', interrupt)
      }
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

const noneFound: MilpResult = {
  status: 'none-found',
  values: [],
  objective: Number.POSITIVE_INFINITY,
  bound: Number.NEGATIVE_INFINITY,
  nodes: 0,
}

/** `milpSolver` without a way to interrupt. */
export const solveMilp: SolveMilp = milpSolver()
