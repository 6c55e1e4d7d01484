import { z } from 'zod'
import { SaidFinding } from './problem.ts'
import { events, json, route } from './route.ts'

export const JobKind = z.enum([
  'import',
  'measure',
  'plan',
  'compare',
  'replan',
  'export',
  'backup',
])
export type JobKind = z.infer<typeof JobKind>

/** Long work: waiting, under way, or ended one way or another. */
export const Job = z
  .object({
    id: z.uuid(),
    kind: JobKind,
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    /** Part done, 0 to 1, and words of what is under way. */
    share: z.number().min(0).max(1),
    detail: z.object({ zh: z.string(), en: z.string() }),
    askedBy: z.string(),
    askedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    /** What came of it: the id of a plan, a measurement, an import or a file. */
    result: z.string().nullable(),
    findings: z.array(SaidFinding),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

const inCounty = z.strictObject({ county: z.string() })
const oneJob = z.strictObject({ county: z.string(), job: z.uuid() })
const workers = {
  open: 'roles',
  roles: ['leader', 'planner', 'department'],
  purpose: 'planning',
} as const

export const jobRoutes = {
  list: route({
    id: 'jobs.list',
    method: 'GET',
    path: '/api/counties/{county}/jobs',
    what: { zh: '正在做和做完的任务', en: 'Work under way and done' },
    params: inCounty,
    query: z.strictObject({ kind: JobKind.optional() }),
    answer: json(z.array(Job)),
    access: workers,
  }),
  get: route({
    id: 'jobs.get',
    method: 'GET',
    path: '/api/counties/{county}/jobs/{job}',
    what: { zh: '一项任务', en: 'One piece of work' },
    params: oneJob,
    answer: json(Job),
    access: workers,
  }),
  watch: route({
    id: 'jobs.watch',
    method: 'GET',
    path: '/api/counties/{county}/jobs/{job}/events',
    what: { zh: '看任务的进展', en: 'Watch how it goes' },
    params: oneJob,
    answer: events(Job),
    access: workers,
  }),
  cancel: route({
    id: 'jobs.cancel',
    method: 'DELETE',
    path: '/api/counties/{county}/jobs/{job}',
    what: { zh: '停止任务', en: 'Stop it' },
    params: oneJob,
    access: workers,
  }),
  retry: route({
    id: 'jobs.retry',
    method: 'POST',
    path: '/api/counties/{county}/jobs/{job}/retry',
    what: { zh: '再做一次', en: 'Do it again' },
    params: oneJob,
    answer: json(Job),
    access: workers,
  }),
} as const
