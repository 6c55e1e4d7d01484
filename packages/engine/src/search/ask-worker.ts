import { Worker } from 'node:worker_threads'

/** A worker thread that answers each order with one message. */
export interface AskedWorker<Order, Answer> {
  ask(order: Order): Promise<Answer>
  close(): Promise<unknown>
}

/** Opens the worker of a file; an answer fails when the thread throws or ends. */
export function openWorker<Order, Answer>(
  file: URL,
  workerData: unknown,
): AskedWorker<Order, Answer> {
  const worker = new Worker(file, { workerData })
  return {
    ask: (order) =>
      new Promise((resolve, reject) => {
        const ended = (code: number) => reject(new Error(`a search worker ended with code ${code}`))
        worker.once('error', reject)
        worker.once('exit', ended)
        worker.once('message', (answer: Answer) => {
          worker.off('error', reject)
          worker.off('exit', ended)
          resolve(answer)
        })
        worker.postMessage(order)
      }),
    close: () => worker.terminate(),
  }
}
