import { Improvement, type Job, JobKind } from '@kuashan/contract/jobs.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { finding } from '@kuashan/core/kernel/finding.ts'
import type { Words } from '@kuashan/core/words/language.ts'
import { refused } from '@kuashan/store/database/refused.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import {
  askJob,
  cancelJob,
  finishJob,
  getJob,
  listJobs,
  retryJob,
  type Job as StoredJob,
} from '@kuashan/store/jobs/jobs.ts'
import { z } from 'zod'
import type { TopicHandlers } from '../serve/handler.ts'
import { said } from '../serve/problem-answer.ts'
import type { Desk } from './desk.ts'

const Progress = z.object({
  share: z.number(),
  detail: z.string(),
  improvements: z.array(Improvement).default([]),
})

const details: Readonly<Record<string, Words>> = {
  unpack: { zh: '解开上传的文件', en: 'Unpacking' },
  read: { zh: '逐行核对', en: 'Reading row by row' },
  travel: { zh: '计算路程', en: 'Finding ways' },
  measure: { zh: '测算', en: 'Measuring' },
  plan: { zh: '规划', en: 'Planning' },
  compare: { zh: '比较', en: 'Comparing' },
  explain: { zh: '找原因', en: 'Finding out why' },
  replan: { zh: '调整', en: 'Re-planning' },
  export: { zh: '制作文件', en: 'Making the file' },
  keep: { zh: '保存', en: 'Saving' },
}
const waiting: Words = { zh: '排队', en: 'Waiting' }

const isFinding = (problem: unknown): problem is Finding =>
  problem !== null && typeof problem === 'object' && 'facts' in problem

function findingsOf({ problem, job }: StoredJob): Finding[] {
  if (problem === null || problem === undefined) return []
  return [isFinding(problem) ? problem : finding('server-fault', {}, { call: job })]
}

/** A job as the office sees it. */
export function jobOf(stored: StoredJob): Job {
  const at = Progress.safeParse(stored.progress).data
  return {
    id: stored.job,
    kind: JobKind.parse(stored.kind),
    state: stored.state,
    share: stored.state === 'done' ? 1 : (at?.share ?? 0),
    detail: details[at?.detail ?? ''] ?? waiting,
    begun: stored.begun,
    askedBy: stored.askedBy,
    askedAt: stored.askedAt,
    endedAt: stored.endedAt,
    result: typeof stored.result === 'string' ? stored.result : null,
    findings: findingsOf(stored).map(said),
    improvements: at?.improvements ?? [],
    finishing: stored.finishAskedAt !== null,
  }
}

/** Asks for work; the answer is its job. */
export const askedJob = async (access: Access, ...asked: WhatIsAsked): Promise<{ data: Job }> => {
  const job = await askJob(access, ...asked)
  return { data: jobOf(await getJob(access, job)) }
}
type WhatIsAsked = Parameters<typeof askJob> extends [unknown, ...infer Asked] ? Asked : never

const pauseMs = 700
const isEnded = ({ state }: Job): boolean => state !== 'waiting' && state !== 'running'

export const jobHandlers = ({ queue }: Desk): TopicHandlers<'jobs'> => ({
  list: async ({ query, caller, store }) => {
    const jobs = (await store.as(caller, (access) => listJobs(access))).map(jobOf)
    return { data: jobs.filter((job) => query.kind === undefined || job.kind === query.kind) }
  },
  get: async ({ params, caller, store }) => ({
    data: jobOf(await store.as(caller, (access) => getJob(access, params.job))),
  }),
  watch: async ({ params, caller, store, signal }) => {
    const read = async () => jobOf(await store.as(caller, (access) => getJob(access, params.job)))
    const first = await read()
    async function* events() {
      let last = first
      yield last
      while (!isEnded(last) && !signal.aborted) {
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
        const now = await read()
        if (JSON.stringify(now) !== JSON.stringify(last)) yield now
        last = now
      }
    }
    return { events: events() }
  },
  finish: async ({ params, caller, store }) => {
    await store.as(caller, async (access) => {
      const { kind } = await getJob(access, params.job)
      if (kind !== 'plan') throw refused('store-not-found', { what: params.job })
      await finishJob(access, params.job)
    })
    return {}
  },
  cancel: async ({ params, caller, store }) => {
    await store.as(caller, (access) => cancelJob(access, params.job))
    return {}
  },
  retry: ({ params, caller, store }) =>
    store.as(caller, async (access) => {
      await retryJob(access, queue, params.job)
      return { data: jobOf(await getJob(access, params.job)) }
    }),
})
