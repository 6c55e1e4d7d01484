import { Purpose, Role } from '@kuashan/core/people/role.ts'
import { fromKysely } from 'pg-boss'
import { z } from 'zod'
import { Areas, type Caller } from '../database/caller.ts'
import { newId } from '../database/new-id.ts'
import { refused } from '../database/refused.ts'
import type { Access } from '../database/with-caller.ts'
import type { Queue } from './queue.ts'

export const JobState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled'])
export type JobState = z.infer<typeof JobState>

/** Long work as the office sees it. */
export const Job = z.object({
  job: z.string(),
  kind: z.string(),
  workKey: z.string(),
  state: JobState,
  input: z.unknown(),
  progress: z.unknown(),
  result: z.unknown(),
  /** A finding, when it failed. */
  problem: z.unknown(),
  askedBy: z.string(),
  askedRole: Role,
  askedArea: Areas,
  askedPurpose: Purpose,
  askedAt: z.string(),
  /** How often it has begun: more than once where its worker died or it was tried again. */
  begun: z.number().int(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** When somebody asked it to end with the best it has. */
  finishAskedAt: z.string().nullable(),
})
export type Job = z.infer<typeof Job>

/** What a message of the queue carries: where the job stands, nothing of what it is about. */
export const Message = z.object({ county: z.string(), job: z.string() })
export type Message = z.infer<typeof Message>

const columns = [
  'job',
  'kind',
  'work_key as workKey',
  'state',
  'input',
  'progress',
  'result',
  'problem',
  'asked_by as askedBy',
  'asked_role as askedRole',
  'asked_area as askedArea',
  'asked_purpose as askedPurpose',
  'asked_at as askedAt',
  'begun',
  'started_at as startedAt',
  'ended_at as endedAt',
  'finish_asked_at as finishAskedAt',
] as const

/** The caller a job works as: whoever asked for it. */
export const callerOfJob = (county: string, job: Job): Caller => ({
  county,
  account: job.askedBy,
  role: job.askedRole,
  area: job.askedArea,
  purpose: job.askedPurpose,
  why: `${job.kind} ${job.job}`,
})

const send = async (access: Access, queue: Queue, kind: string, job: string): Promise<void> => {
  const message = { county: access.caller.county, job }
  await queue.boss.send(kind, message, { db: fromKysely(access.db) })
}

const isEnd = (state: JobState): boolean => state !== 'waiting' && state !== 'running'

const findByKey = ({ db, caller }: Access, kind: string, workKey: string) =>
  db
    .selectFrom('job')
    .select(['job', 'state'])
    .where('county', '=', caller.county)
    .where('kind', '=', kind)
    .where('work_key', '=', workKey)
    .executeTakeFirst()

/**
 * Asks for work, in the caller's transaction: it is in the queue if and only if the transaction is kept. `workKey` names
 * the work by what it depends on, so that asking twice is one job; a failed or cancelled one is tried again, and a done one
 * where what it made `isGone`.
 */
export async function askJob(
  access: Access,
  queue: Queue,
  asked: { kind: string; workKey: string; input: unknown },
  isGone: (job: string) => Promise<boolean> = async () => false,
): Promise<string> {
  const { db, caller, record } = access
  const { kind, workKey } = asked
  const id = newId()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('job')
    .values({
      county: caller.county,
      job: id,
      kind,
      work_key: workKey,
      state: 'waiting',
      input: JSON.stringify(asked.input),
      asked_by: caller.account!,
      asked_role: caller.role,
      asked_area: caller.area,
      asked_purpose: caller.purpose,
    })
    .onConflict((conflict) => conflict.columns(['county', 'kind', 'work_key']).doNothing())
    .executeTakeFirst()
  const isNew = numInsertedOrUpdatedRows === 1n
  const found = isNew ? { job: id } : await findByKey(access, kind, workKey)
  if (!found) throw refused('store-already-there', { what: 'job' })
  const over: JobState[] = ['failed', 'cancelled']
  if (!isNew && (await isGone(found.job))) over.push('done')
  if (isNew || (await setState(access, found.job, over, 'waiting'))) {
    await send(access, queue, kind, found.job)
    record({ action: 'ask', table: 'job', subject: found.job, facts: { kind } })
  }
  return found.job
}

/** Does a job that failed or was stopped once more, from its beginning. */
export async function retryJob(access: Access, queue: Queue, job: string): Promise<void> {
  const { kind } = await getJob(access, job)
  if (!(await setState(access, job, ['failed', 'cancelled'], 'waiting')))
    throw refused('store-not-found', { what: job })
  await send(access, queue, kind, job)
  access.record({ action: 'retry', table: 'job', subject: job, facts: { kind } })
}

/** Goes from one of the given states to another; false where it is in none of them. */
export async function setState(
  { db, caller }: Access,
  job: string,
  from: readonly JobState[],
  to: JobState,
  more: { result?: string; problem?: string } = {},
): Promise<boolean> {
  const now = new Date().toISOString()
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set(({ eb }) => ({
      state: to,
      ...(to === 'running' ? { started_at: now, begun: eb('begun', '+', 1) } : {}),
      ...(to === 'waiting'
        ? { progress: '{}', problem: null, result: null, finish_asked_at: null }
        : {}),
      ...(to === 'running' ? {} : { ended_at: isEnd(to) ? now : null }),
      ...more,
    }))
    .where('county', '=', caller.county)
    .where('job', '=', job)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function getJob({ db, caller }: Access, job: string): Promise<Job> {
  const row = await db
    .selectFrom('job')
    .select(columns)
    .where('county', '=', caller.county)
    .where('job', '=', job)
    .executeTakeFirst()
  if (!row) throw refused('store-not-found', { what: job })
  return Job.parse(row)
}

/** Newest first. */
export async function listJobs({ db, caller }: Access, limit = 100): Promise<Job[]> {
  const rows = await db
    .selectFrom('job')
    .select(columns)
    .where('county', '=', caller.county)
    .orderBy('job', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => Job.parse(row))
}

/** Stops a job that has not ended. What runs notices within a moment; nothing of it is kept. */
export async function cancelJob(access: Access, job: string): Promise<void> {
  if (!(await setState(access, job, ['waiting', 'running'], 'cancelled')))
    throw refused('store-not-found', { what: job })
  access.record({ action: 'cancel', table: 'job', subject: job })
}

/** Asks work that has not ended to end with the best it has found, which is kept. Work that has no best does not notice. */
export async function finishJob({ db, caller, record }: Access, job: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ finish_asked_at: new Date().toISOString() })
    .where('county', '=', caller.county)
    .where('job', '=', job)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw refused('store-not-found', { what: job })
  record({ action: 'finish', table: 'job', subject: job })
}
