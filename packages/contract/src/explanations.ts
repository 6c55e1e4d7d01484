import { Metric } from '@kuashan/core/catalogue/standard.ts'
import { Change } from '@kuashan/core/plan/change.ts'
import { LevelValue, ReachMode } from '@kuashan/core/plan/plan.ts'
import { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import { z } from 'zod'
import { asking, inCounty, studying } from './access.ts'
import { Job } from './jobs.ts'
import { json, route } from './route.ts'

const words = z.object({ zh: z.string(), en: z.string() })

/** A year's figures more than the plan's, by column; `value` is the one number to compare by. */
const Price = z.object({
  cashFen: z.number(),
  capitalFen: z.number(),
  staffHours: z.number(),
  value: z.number(),
})

/** What the plan has of each level of its objective, and with another way instead. */
const Instead = Price.extend({
  /** People more who miss a floor anywhere, each settlement and service once. */
  missed: z.number(),
  levels: z.array(
    z.object({
      level: LevelValue.shape.level,
      /** Of people who miss a floor: the priority class, 0 first. */
      class: z.number().optional(),
      unit: z.string(),
      before: z.number(),
      after: z.number(),
    }),
  ),
})

/** How a settlement gets a service, how else it could, and the smallest changes that would bring what is missing. */
export const NeedExplained = z
  .object({
    about: z.literal('need'),
    settlement: z.string(),
    service: z.string(),
    people: z.number(),
    met: z.boolean(),
    /** False where sites that are open anyway meet it. */
    decided: z.boolean(),
    head: words,
    ways: z.array(
      z.object({
        mode: ReachMode,
        place: z.string(),
        kind: z.string(),
        /** The site that a chosen ride goes to. */
        to: z.string().optional(),
        chosen: z.boolean(),
        seconds: z.number().nullable(),
        times: z.number().nullable(),
        forbidden: z.string().nullable(),
        instead: Instead.nullable(),
        said: words,
      }),
    ),
    missing: z.array(z.object({ metric: Metric, want: z.number(), have: z.number() })),
    /** Null where nothing is missing. */
    verdict: z.enum(['change-found', 'none-found', 'impossible']).nullable(),
    /** Each applied does what it says; cheapest first. */
    changes: z.array(
      z.object({
        kind: z.string(),
        amount: z.number(),
        unit: z.string(),
        changes: z.array(Change),
        edits: z.array(PlanEdit),
        price: Price,
        said: words,
      }),
    ),
    /** What the verdict says where no change was found. */
    said: words.nullable(),
    /** What kind of gap it is and the matching measure. */
    diagnosis: words.nullable(),
  })
  .meta({ id: 'NeedExplained' })
export type NeedExplained = z.infer<typeof NeedExplained>

/** What each floor costs, dearest first. */
export const FloorsPriced = z
  .object({
    about: z.literal('floors'),
    floors: z.array(
      z.object({
        service: z.string(),
        metric: Metric,
        floor: z.number(),
        people: z.number(),
        reached: z.number(),
        value: z.number(),
        least: z.number().nullable(),
        most: z.number().nullable(),
        perPerson: z.number().nullable(),
        said: words,
      }),
    ),
  })
  .meta({ id: 'FloorsPriced' })
export type FloorsPriced = z.infer<typeof FloorsPriced>

export const Explanation = z
  .discriminatedUnion('about', [NeedExplained, FloorsPriced])
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof Explanation>

const Question = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('need'), settlement: z.string(), service: z.string() }),
  z.strictObject({ about: z.literal('floors') }),
])
export type Question = z.infer<typeof Question>

export const explanationRoutes = {
  start: route({
    id: 'explanations.start',
    method: 'POST',
    path: '/api/counties/{county}/plans/{plan}/explanations',
    what: {
      zh: '问方案：为什么这样，为什么不那样，每条标准值多少钱',
      en: 'Ask a plan: why this, why not that, what does each floor cost',
    },
    params: z.strictObject({ ...inCounty, plan: z.uuid() }),
    body: json(Question),
    answer: json(Job),
    access: asking,
  }),
  get: route({
    id: 'explanations.get',
    method: 'GET',
    path: '/api/counties/{county}/explanations/{job}',
    what: { zh: '答复', en: 'The answer' },
    params: z.strictObject({ ...inCounty, job: z.uuid() }),
    answer: json(Explanation),
    access: studying,
  }),
} as const
