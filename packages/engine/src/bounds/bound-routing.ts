import { Worker } from 'node:worker_threads'
import type { RoutingInstance } from '@kuashan/core/plan/routing.ts'
import type {
  BoundKind,
  CertifiedBound,
} from '@kuashan/core/planner/tours/bounds/certified-bound.ts'

export interface BoundOrder {
  /** Instant in milliseconds since the epoch; with it the bound is anytime, not reproducible. */
  deadline?: number
  /** Rounds of pricing: the reproducible limit. */
  rounds?: number
  /** Cost of a known valid solution. */
  upper?: number
  /** Nodes of each whole-number search. */
  nodeLimit?: number
}

export type BoundMessage = { bound: number; kind: BoundKind } | { result: CertifiedBound }

interface BoundOptions extends BoundOrder {
  signal?: AbortSignal
  onProgress?: (bound: number, kind: BoundKind) => void
}

/** `lowerBound` in a worker thread of its own; an abort ends it with what is proved so far. */
export function boundRouting(
  instance: RoutingInstance,
  { signal, onProgress, ...order }: BoundOptions,
): Promise<CertifiedBound> {
  return new Promise((resolve, reject) => {
    const cancel = new Int32Array(new SharedArrayBuffer(4))
    const interrupt = () => Atomics.store(cancel, 0, 1)
    if (signal?.aborted) interrupt()
    signal?.addEventListener('abort', interrupt, { once: true })
    const worker = new Worker(new URL('./bound-worker.ts', import.meta.url), {
      workerData: { instance, order, cancel },
    })
    worker.on('message', (message: BoundMessage) => {
      if (!('result' in message)) {
        onProgress?.(message.bound, message.kind)
        return
      }
      signal?.removeEventListener('abort', interrupt)
      resolve(message.result)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', interrupt)
      reject(new Error(`the bound worker ended with code ${code} and no answer`))
    })
  })
}
