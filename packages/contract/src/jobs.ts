import { Costs } from '@kuashan/core/plan/plan.ts'
import { z } from 'zod'
import { asking, inCounty, planning, registering } from './access.ts'
import { SaidFinding } from './problem.ts'
import { type Access, events, json, route } from './route.ts'

export const JobKind = z.enum([
  'import',
  'register',
  'measure',
  'plan',
  'compare',
  'explain',
  'replan',
  'export',
])
export type JobKind = z.infer<typeof JobKind>

/** The best plan after so many seconds of planning; each line is better than the one before. */
export const Improvement = z
  .object({
    seconds: z.number(),
    costs: Costs,
    /** Settlements × services that miss a floor, and people in them. */
    missed: z.number().int(),
    peopleMissed: z.number(),
    /** Of a city planned by territories: which of how many the figures are of. */
    part: z.number().int(),
    parts: z.number().int(),
  })
  .meta({ id: 'Improvement' })
export type Improvement = z.infer<typeof Improvement>

/** Long work: waiting, under way, or ended one way or another. */
export const Job = z
  .object({
    id: z.uuid(),
    kind: JobKind,
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    /** Part done, 0 to 1, and words of what is under way. */
    share: z.number().min(0).max(1),
    detail: z.object({ zh: z.string(), en: z.string() }),
    /** How often it has begun: more than once where it was cut short, or tried again; then from its beginning. */
    begun: z.number().int().min(0),
    askedBy: z.uuid(),
    askedAt: z.iso.datetime({ offset: true }),
    endedAt: z.iso.datetime({ offset: true }).nullable(),
    /** What came of it: the id of an import, a plan or a measurement; of other work, the id to ask for its answer by. */
    result: z.uuid().nullable(),
    findings: z.array(SaidFinding),
    /** Of planning: how the best plan has improved. */
    improvements: z.array(Improvement),
    /** Whether it was asked to end with the best it has. */
    finishing: z.boolean(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

/** Whoever has work done, registers of people too; whose job it is, and who may see and stop jobs of others, the store knows. */
const attending: Access = {
  ...planning,
  also: [{ roles: registering.roles, purpose: registering.purpose }],
}

const one = z.strictObject(inCounty)
const oneJob = z.strictObject({ ...inCounty, job: z.uuid() })

export const jobRoutes = {
  list: route({
    id: 'jobs.list',
    method: 'GET',
    path: '/api/counties/{county}/jobs',
    what: { zh: '正在做和做完的任务', en: 'Work under way and done' },
    params: one,
    query: z.strictObject({ kind: JobKind.optional() }),
    answer: json(z.array(Job)),
    access: planning,
  }),
  get: route({
    id: 'jobs.get',
    method: 'GET',
    path: '/api/counties/{county}/jobs/{job}',
    what: { zh: '一项任务', en: 'One piece of work' },
    params: oneJob,
    answer: json(Job),
    access: attending,
  }),
  watch: route({
    id: 'jobs.watch',
    method: 'GET',
    path: '/api/counties/{county}/jobs/{job}/events',
    what: { zh: '看任务的进展', en: 'Watch how it goes' },
    params: oneJob,
    answer: events(Job),
    access: attending,
  }),
  cancel: route({
    id: 'jobs.cancel',
    method: 'DELETE',
    path: '/api/counties/{county}/jobs/{job}',
    what: { zh: '取消任务，不留结果', en: 'Cancel it and keep nothing' },
    params: oneJob,
    access: attending,
  }),
  finish: route({
    id: 'jobs.finish',
    method: 'POST',
    path: '/api/counties/{county}/jobs/{job}/finish',
    what: {
      zh: '停止规划，留下目前最好的方案',
      en: 'Stop planning and keep the best plan found',
    },
    params: oneJob,
    access: asking,
  }),
  retry: route({
    id: 'jobs.retry',
    method: 'POST',
    path: '/api/counties/{county}/jobs/{job}/retry',
    what: {
      zh: '没有做成或已停止的任务再做一次，从头开始',
      en: 'Do a job that failed or was stopped once more, from its beginning',
    },
    params: oneJob,
    answer: json(Job),
    access: attending,
  }),
} as const
