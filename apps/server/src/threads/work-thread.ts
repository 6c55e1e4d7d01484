import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { joinQueue } from '@kuashan/store/jobs/queue.ts'
import { joinStore } from '@kuashan/store/open-store.ts'
import { serveWork } from '../work/serve-work.ts'
import { timedWork } from '../work/timed-work.ts'
import { giveWay, type ThreadData, workPlace } from './work-place.ts'

const data = workerData as ThreadData
// Heard from the first moment on, also while the store is still being opened.
const stopping = once(parentPort!, 'message')
giveWay(5)
const store = await joinStore(data)
const queue = await joinQueue(store)
await serveWork(store, queue, workPlace(data), (kind, work) =>
  timedWork(kind, work, (ended) => parentPort!.postMessage(ended)),
)
await stopping
await queue.close()
await store.close()
// Of the thread alone: whatever still lingers in it ends too.
process.exit()
