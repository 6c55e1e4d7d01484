import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { ownCaller } from '../database/caller.ts'
import { isDiskFull, Refused, StoreOutage } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import type { Store } from '../open-store.ts'
import { callerOfJob, getJob, type Job, Message, setState } from './jobs.ts'
import type { Queue } from './queue.ts'

/** What the work made: how to keep it, as the asker. What `save` gives, the job's page says of it. */
export interface Made {
  save: (access: Access) => Promise<unknown>
}

export interface JobContext {
  county: string
  /** Ends when the job is cancelled or the process stops. */
  signal: AbortSignal
  /** Ends when somebody wants the best that has been found. */
  finish: AbortSignal
  /** Shows how far it is; any JSON. */
  progress(value: unknown): Promise<void>
}

/** Computes and changes nothing; what it hands back is kept in one transaction with the end of the job. */
export type Work = (job: Job, context: JobContext) => Promise<Made>

const watchMilliseconds = 1000

/** Runs `work` for a job once to its end, however often the queue delivers it. */
async function runJob(store: Store, work: Work, message: Message, stopping: AbortSignal) {
  const worker = ownCaller(message.county, 'worker')
  const job = await store.as(worker, (access) => getJob(access, message.job))
  const begun = await store.as(worker, (access) =>
    setState(access, job.job, ['waiting', 'running'], 'running'),
  )
  if (!begun) return
  const asker = callerOfJob(message.county, job)
  const cancelled = new AbortController()
  const finish = new AbortController()
  const watch = setInterval(async () => {
    const now = await store.as(worker, (access) => getJob(access, job.job)).catch(() => null)
    if (now && now.state !== 'running') cancelled.abort()
    if (now?.finishAskedAt) finish.abort()
  }, watchMilliseconds)
  try {
    const made = await work(job, {
      county: message.county,
      signal: AbortSignal.any([stopping, cancelled.signal]),
      finish: finish.signal,
      progress: (value) => store.as(worker, (access) => saveProgress(access, job.job, value)),
    })
    await store.as(asker, (access) => end(access, job, made))
  } catch (error) {
    if (error instanceof EndedBefore) return
    if (error instanceof StoreOutage || stopping.aborted) throw error
    await store.as(worker, (access) => fail(access, job.job, error))
  } finally {
    clearInterval(watch)
  }
}

/** Undoes what was saved of a job that had ended otherwise meanwhile. */
class EndedBefore extends Error {}

/** Keeps what was made. Until it is kept the job can be stopped, and tells how far it is. */
async function end(access: Access, job: Job, { save }: Made): Promise<void> {
  const { state } = await getJob(access, job.job)
  if (state !== 'running') return
  const result = JSON.stringify((await save(access)) ?? null)
  // Cancelled or ended by a second delivery while it was saved: then nothing is kept.
  if (!(await setState(access, job.job, ['running'], 'done', { result }))) throw new EndedBefore()
  access.record({ action: 'done', table: 'job', subject: job.job, facts: { kind: job.kind } })
}

async function saveProgress({ db, caller }: Access, job: string, value: unknown): Promise<void> {
  await db
    .updateTable('job')
    .set({ progress: JSON.stringify(value) })
    .where('county', '=', caller.county)
    .where('job', '=', job)
    .where('state', '=', 'running')
    .execute()
}

/** A refusal is told as it is; of a bug the reader learns the message, and the log the rest. */
function problemOf(error: unknown): Finding | { code: 'bug'; message: string } {
  if (error instanceof Refused) return error.finding
  if (isDiskFull(error)) return finding('disk-full', {})
  return { code: 'bug', message: error instanceof Error ? error.message : String(error) }
}

async function fail(access: Access, job: string, error: unknown): Promise<void> {
  const problem = problemOf(error)
  await setState(access, job, ['running'], 'failed', { problem: JSON.stringify(problem) })
}

/**
 * Serves one kind of work in this process, one job at a time. A job whose process dies is delivered again when it has
 * been silent; since nothing was kept, it starts anew.
 */
export async function serveJobs(
  store: Store,
  queue: Queue,
  kind: string,
  work: Work,
): Promise<void> {
  await queue.boss.work(
    kind,
    { batchSize: 1, pollingIntervalSeconds: 0.5 },
    async ([delivered]) => {
      if (!delivered) return
      await runJob(store, work, Message.parse(delivered.data), delivered.signal)
    },
  )
}
