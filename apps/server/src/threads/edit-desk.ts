import { Worker } from 'node:worker_threads'
import { NotAnswered } from '../serve/problem-answer.ts'
import type { EditOrder, EditOrders, OrderEnd } from './edit-orders.ts'
import type { ThreadData } from './work-place.ts'

/** Threads that edit, check and draw plans beside the one that answers calls; each keeps its county open. */
export interface EditDesk {
  /** Throws `NotAnswered` where the store or the planner refuses. */
  ask<O extends EditOrder>(
    order: O,
    asked: EditOrders[O]['asked'],
  ): Promise<EditOrders[O]['answer']>
  /**
   * Opens the county of a plan that somebody looks at, so that their first edit need not wait for it. Does nothing where
   * the last one prepared was of the same county and scenario.
   */
  prepare(asked: EditOrders['open']['asked'], scenario: string | null): void
  close(): Promise<void>
}

interface Waiting {
  resolve(answer: EditOrders[EditOrder]['answer']): void
  reject(error: unknown): void
}

interface Thread {
  worker: Worker
  waiting: Map<number, Waiting>
  ended: boolean
}

/** A fault of the thread, with the place in it where it happened. */
function faultOf(stack: string): Error {
  const error = new Error('a thread of edits failed')
  error.stack = stack
  return error
}

function openThread(data: ThreadData): Thread {
  const worker = new Worker(new URL('./edit-thread.ts', import.meta.url), { workerData: data })
  const thread: Thread = { worker, waiting: new Map(), ended: false }
  const end = (error: Error) => {
    thread.ended = true
    for (const { reject } of thread.waiting.values()) reject(error)
    thread.waiting.clear()
  }
  worker.on('message', (told: OrderEnd) => {
    const { resolve, reject } = thread.waiting.get(told.id)!
    thread.waiting.delete(told.id)
    if ('answer' in told) resolve(told.answer)
    else reject('refused' in told ? new NotAnswered(told.refused) : faultOf(told.fault))
  })
  worker.on('error', end)
  worker.on('exit', (code) => end(new Error(`a thread of edits ended with code ${code}`)))
  return thread
}

/** A desk of at most so many threads, each opened when the others are busy; one that has died is replaced. */
export function openEditDesk(data: ThreadData, most = 1): EditDesk {
  let threads: Thread[] = []
  let next = 0
  const least = (): Thread => {
    threads = threads.filter(({ ended }) => !ended)
    const [idlest] = threads.toSorted((a, b) => a.waiting.size - b.waiting.size)
    if (idlest && (idlest.waiting.size === 0 || threads.length >= most)) return idlest
    const opened = openThread(data)
    threads.push(opened)
    return opened
  }
  const ask: EditDesk['ask'] = (order, asked) =>
    new Promise((resolve, reject) => {
      const { worker, waiting } = least()
      const id = next++
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
      worker.postMessage({ id, order, asked })
    })
  let prepared = ''
  return {
    ask,
    prepare: (asked, scenario) => {
      const ground = `${asked.caller.county} ${scenario}`
      if (ground === prepared) return
      prepared = ground
      // Whatever keeps it from being opened will be said to whoever edits.
      ask('open', asked).catch(() => {
        prepared = ''
      })
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}
