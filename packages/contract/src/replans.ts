import { Metric } from '@kuashan/core/catalogue/standard.ts'
import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { Change } from '@kuashan/core/plan/change.ts'
import { Costs } from '@kuashan/core/plan/plan.ts'
import { z } from 'zod'
import { asking, inCounty, plannersOwn, studying } from './access.ts'
import { Job } from './jobs.ts'
import { PlanInFull } from './plans.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const VisitAt = z.object({ date: PlainDate, vehicle: z.string(), arrive: z.number() }).nullable()
const counts = ['moved', 'other-vehicle', 'retimed', 'cancelled', 'added'] as const
const Kind = z.enum(['fewest', 'cheapest', 'floors'])

/** One way to go on: how it differs from the plan, who loses, what it costs. */
export const ReplanAlternative = z
  .object({
    kind: z.enum(['provisional', ...Kind.options]),
    title: words,
    purpose: words,
    counts: z.record(z.enum(counts), z.number().int()),
    peopleLosing: z.number(),
    peopleGaining: z.number(),
    /** A year's figures, after less before. */
    costDifference: Costs,
    differences: z.array(
      z.object({
        what: z.enum(counts),
        visit: z.string(),
        stop: z.string(),
        settlement: z.string(),
        services: z.array(z.string()),
        before: VisitAt,
        after: VisitAt,
        cause: z.string().nullable(),
        said: words,
      }),
    ),
    lost: z.array(
      z.object({
        settlement: z.string(),
        service: z.string(),
        metric: Metric,
        people: z.number(),
        want: z.number(),
        have: z.number(),
        said: words,
      }),
    ),
    /** Of the independent checker; null for what is done at once, which is not a plan to be kept. */
    verdict: z.enum(['valid', 'broken']).nullable(),
    /** An alternative before it in the menu whose tours are the same; null where there is none. */
    sameAs: Kind.nullable(),
  })
  .meta({ id: 'ReplanAlternative' })
export type ReplanAlternative = z.infer<typeof ReplanAlternative>

export const ReplanMenu = z
  .object({
    plan: z.uuid(),
    today: PlainDate,
    changes: z.array(Change),
    /** Tours that cannot be driven as they stand. */
    touched: z.array(
      z.object({
        tour: z.string(),
        vehicle: z.string(),
        date: PlainDate,
        cause: z.string(),
        dropped: z.array(z.string()),
      }),
    ),
    /** What to do at once; null, and the menu empty, where findings say why nothing can be answered. */
    provisional: ReplanAlternative.nullable(),
    menu: z.array(ReplanAlternative),
    findings: z.array(SaidFinding),
  })
  .meta({ id: 'ReplanMenu' })
export type ReplanMenu = z.infer<typeof ReplanMenu>

const one = z.strictObject({ ...inCounty, job: z.uuid() })

export const replanRoutes = {
  start: route({
    id: 'replans.start',
    method: 'POST',
    path: '/api/counties/{county}/plans/{plan}/replans',
    what: { zh: '出了事：调整方案', en: 'Something happened: re-plan' },
    params: z.strictObject({ ...inCounty, plan: z.uuid() }),
    body: json(
      z.strictObject({
        changes: z.array(Change).min(1).max(50),
        /** The day before which all is over. */
        today: PlainDate,
        /** First day that may be planned anew; three days on where it is left out. */
        frozenUntil: PlainDate.optional(),
        /** Ids of visits or tours that stay as they are. */
        locks: z.array(z.string()).max(5000).default([]),
      }),
    ),
    answer: json(Job),
    access: asking,
  }),
  get: route({
    id: 'replans.get',
    method: 'GET',
    path: '/api/counties/{county}/replans/{job}',
    what: { zh: '先怎么办，和三种调整', en: 'What to do at once, and three ways to go on' },
    params: one,
    answer: json(ReplanMenu),
    access: studying,
  }),
  choose: route({
    id: 'replans.choose',
    method: 'POST',
    path: '/api/counties/{county}/replans/{job}/choice',
    what: { zh: '选一种，存为新草案', en: 'Choose one; it is saved as a new draft' },
    params: one,
    body: json(z.strictObject({ kind: Kind, name: z.string().trim().min(1).max(200) })),
    answer: json(PlanInFull),
    access: plannersOwn,
  }),
} as const
