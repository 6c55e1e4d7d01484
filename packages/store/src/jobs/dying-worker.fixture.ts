import { join } from 'node:path'
import { openStore } from '../open-store.ts'
import { openQueue } from './queue.ts'
import { serveJobs } from './serve-jobs.ts'

/** A process of its own that takes a job, says so, and never ends it: for being killed. */
const [folder, databaseUrl, database] = process.argv.slice(2)
const store = await openStore({
  folder: join(folder!),
  ...(databaseUrl ? { databaseUrl, database: database! } : {}),
})
const queue = await openQueue(store, ['count'])
await serveJobs(store, queue, 'count', () => {
  process.stdout.write('working\n')
  return new Promise(() => undefined)
})
