import { parentPort, workerData } from 'node:worker_threads'
import type { RoutingInstance } from '@kuashan/core/plan/routing.ts'
import { lowerBound } from '@kuashan/core/planner/tours/bounds/lower-bound.ts'
import { highsHere } from '../milp/highs-here.ts'
import type { BoundMessage, BoundOrder } from './bound-routing.ts'

/** One instance, one bound, then the thread and its memory go. */
const { instance, order, cancel } = workerData as {
  instance: RoutingInstance
  order: BoundOrder
  cancel: Int32Array
}
const { deadline = Infinity, rounds = Infinity, upper, nodeLimit } = order
const late = () =>
  Atomics.load(cancel, 0) === 1 ||
  (deadline < Infinity && performance.timeOrigin + performance.now() > deadline)
const send = (message: BoundMessage) => parentPort?.postMessage(message)
const result = await lowerBound(instance, {
  ...(await highsHere(late)),
  stop: (done) => done >= rounds || late(),
  onProgress: (bound, kind) => send({ bound, kind }),
  ...(upper === undefined ? {} : { upper }),
  ...(nodeLimit === undefined ? {} : { nodeLimit }),
})
send({ result })
