import { setImmediate } from 'node:timers/promises'
import Tinypool from 'tinypool'
import { runTravelTask, type TravelPart, type TravelTask } from './travel-task.ts'

/** Runs slices of work, in threads or in this one. Close it when done. */
export interface TravelPool {
  workers: number
  run(task: TravelTask): Promise<TravelPart>
  close(): Promise<void>
}

/** With one worker the work is done here, slice by slice, so that signals are still heard in between. */
export function travelPool(workers: number, signal?: AbortSignal): TravelPool {
  if (workers <= 1) {
    let last: Promise<unknown> = Promise.resolve()
    return {
      workers: 1,
      run: (task) => {
        const next = last.then(async () => {
          await setImmediate()
          signal?.throwIfAborted()
          return runTravelTask(task)
        })
        last = next.catch(() => undefined)
        return next
      },
      close: async () => undefined,
    }
  }
  const pool = new Tinypool({
    filename: new URL('./travel-task.ts', import.meta.url).href,
    name: runTravelTask.name,
    runtime: 'worker_threads',
    minThreads: workers,
    maxThreads: workers,
    isolateWorkers: false,
  })
  return {
    workers,
    run: async (task) => {
      signal?.throwIfAborted()
      return pool.run(task, signal ? { signal } : {})
    },
    close: () => pool.destroy(),
  }
}

/** Cuts `[0, count)` into slices that keep all workers busy to the end, whatever their number does to the result. */
export function slices(count: number, workers: number): { start: number; end: number }[] {
  const size = Math.max(4, Math.min(256, Math.ceil(count / (workers * 8))))
  return Array.from({ length: Math.ceil(count / size) }, (_, k) => ({
    start: k * size,
    end: Math.min(count, (k + 1) * size),
  }))
}
