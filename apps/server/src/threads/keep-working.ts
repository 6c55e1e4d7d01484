import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { WorkEnded } from '../work/timed-work.ts'
import type { ThreadData } from './work-place.ts'

/** A thread that died begins again after so long; its job is given back by the queue. */
const againMs = 1000
/** How long a stop waits for what runs; then it is cut off, and taken up where the queue is served next. */
const patienceMs = 12_000

/**
 * Serves all long work in a thread beside the one that answers calls, so that a whole county being planned keeps nobody
 * waiting. A thread that dies, of too little memory say, takes nothing with it. Returns how to stop.
 */
export function keepWorking(
  data: ThreadData,
  onEnded: (work: WorkEnded) => void,
): () => Promise<void> {
  const stopping = new AbortController()
  const start = (): Worker => {
    const worker = new Worker(new URL('./work-thread.ts', import.meta.url), { workerData: data })
    worker.on('message', onEnded)
    worker.on('error', () => undefined)
    worker.on('exit', async () => {
      running = null
      await setTimeout(againMs, null, { ref: false, signal: stopping.signal }).catch(() => null)
      if (!stopping.signal.aborted) running = start()
    })
    return worker
  }
  let running: Worker | null = start()
  return async () => {
    stopping.abort()
    const worker = running
    if (worker === null) return
    const patience = AbortSignal.timeout(patienceMs)
    const ended = once(worker, 'exit', { signal: patience }).catch(() => null)
    worker.postMessage('stop')
    await ended
    await worker.terminate()
  }
}
