import { parentPort, workerData } from 'node:worker_threads'
import {
  improvePart,
  type PartAnswer,
  type PartOrder,
} from '@kuashan/core/planner/tours/parts/improve-part.ts'

/** Iterations, or milliseconds from when the part is taken up to at most `deadline` (milliseconds since the epoch). */
export type PartBudget = { iterations: number } | { milliseconds: number; deadline: number }

export interface PartTask {
  order: PartOrder
  budget: PartBudget
}

const cancel = workerData as Int32Array
const now = () => performance.timeOrigin + performance.now()

parentPort!.on('message', ({ order, budget }: PartTask) => {
  const started = now()
  const used = (iterations: number): number => {
    if (Atomics.load(cancel, 0) === 1) return 1
    if ('iterations' in budget) return iterations / Math.max(1, budget.iterations)
    const end = Math.min(started + budget.milliseconds, budget.deadline)
    return end > started ? (now() - started) / (end - started) : 1
  }
  parentPort!.postMessage(improvePart(order, used) satisfies PartAnswer)
})
