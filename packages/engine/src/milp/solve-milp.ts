import { Worker } from 'node:worker_threads'
import type { Milp, MilpResult, SolveMilp } from '@kuashan/core/kernel/milp.ts'
import type { MilpTask } from './milp-worker.ts'

/** Threads with HiGHS loaded that nobody uses, and when each of them is to be dropped. */
const idle: { worker: Worker; drop: ReturnType<typeof setTimeout> }[] = []
/** A thread that nobody wants for so many milliseconds is dropped. */
const idleFor = 10_000
/** The memory of WebAssembly only ever grows: after a problem with more entries its thread is dropped. */
const mostEntries = 500_000

function takeWorker(): Worker {
  const kept = idle.pop()
  if (kept === undefined) return new Worker(new URL('./milp-worker.ts', import.meta.url))
  clearTimeout(kept.drop)
  kept.worker.ref()
  return kept.worker
}

function giveBack(worker: Worker, { rows }: Milp): void {
  const entries = rows.reduce((sum, row) => sum + row.terms.length, 0)
  if (entries > mostEntries) {
    void worker.terminate()
    return
  }
  const dropped = () => {
    idle.splice(
      idle.findIndex((k) => k.worker === worker),
      1,
    )
    void worker.terminate()
  }
  // An idle thread keeps no process alive.
  worker.unref()
  idle.push({ worker, drop: setTimeout(dropped, idleFor).unref() })
}

/**
 * HiGHS in a worker thread, as it blocks its thread; loaded once, the thread serves one problem after the other. An abort
 * ends the search with what was found so far; a search that does not answer within `patience` milliseconds of it is cut
 * off with nothing found.
 */
export const milpSolver =
  (signal?: AbortSignal, patience = Number.POSITIVE_INFINITY): SolveMilp =>
  (problem, options = {}) =>
    new Promise<MilpResult>((resolve, reject) => {
      const flag = new Int32Array(new SharedArrayBuffer(4))
      let cutOff: ReturnType<typeof setTimeout> | undefined
      const worker = takeWorker()
      const leave = () => {
        clearTimeout(cutOff)
        signal?.removeEventListener('abort', interrupt)
        worker.off('message', answered).off('error', failed).off('exit', ended)
      }
      const answered = (result: MilpResult) => {
        leave()
        giveBack(worker, problem)
        resolve(result)
      }
      const failed = (error: Error) => {
        leave()
        reject(error)
      }
      const ended = (code: number) =>
        failed(new Error(`the MILP worker ended with code ${code} and no answer`))
      const interrupt = () => {
        Atomics.store(flag, 0, 1)
        if (patience === Number.POSITIVE_INFINITY) return
        cutOff = setTimeout(() => {
          leave()
          resolve(noneFound)
          void worker.terminate()
        }, patience)
      }
      if (signal?.aborted) interrupt()
      signal?.addEventListener('abort', interrupt, { once: true })
      worker.on('message', answered).on('error', failed).on('exit', ended)
      worker.postMessage({ problem, options, flag } satisfies MilpTask)
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
