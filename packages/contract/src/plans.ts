import { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import { AnswerBasis, AnswerSource } from '@kuashan/core/plan/answer-source.ts'
import { Costs, Mode, Plan } from '@kuashan/core/plan/plan.ts'
import { PlanStep } from '@kuashan/core/plan/publication.ts'
import { LngLat } from '@kuashan/core/territory/settlement.ts'
import { z } from 'zod'
import {
  commenting,
  deciding,
  hearing,
  heeding,
  inCounty,
  plannersOwn,
  planning,
  posting,
} from './access.ts'
import { Job } from './jobs.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

const Instant = z.iso.datetime({ offset: true })

/** What a list shows of a plan. */
export const PlanLine = z
  .object({
    id: z.uuid(),
    name: z.string(),
    step: PlanStep,
    /** Counts saves and steps; `documentVersion` is that of the newest document. */
    version: z.number().int(),
    documentVersion: z.number().int(),
    revision: z.uuid(),
    scenario: z.uuid().nullable(),
    /** The plan it is a difference from; null where that is today. */
    base: z.uuid().nullable(),
    mode: Mode,
    verdict: z.enum(['valid', 'broken']),
    tours: z.number().int(),
    /** Settlements × services with a floor missed, and people in them. */
    missed: z.number().int(),
    peopleMissed: z.number(),
    costs: z.object({ today: Costs, plan: Costs }),
    madeBy: z.uuid(),
    changedAt: Instant,
  })
  .meta({ id: 'PlanLine' })
export type PlanLine = z.infer<typeof PlanLine>

export const PlanInFull = z
  .object({ line: PlanLine, plan: Plan, findings: z.array(SaidFinding) })
  .meta({ id: 'PlanInFull' })

export const StepTaken = z
  .object({ from: PlanStep, to: PlanStep, by: z.uuid(), at: Instant, note: z.string() })
  .meta({ id: 'StepTaken' })
export type StepTaken = z.infer<typeof StepTaken>

/** Where a plan stands, and what still stands between it and each step that may follow. */
export const PlanRoad = z
  .object({
    step: PlanStep,
    taken: z.array(StepTaken),
    next: z.array(z.object({ to: PlanStep, missing: z.array(SaidFinding) })),
    /** Villages that the plan touches, and where their notice has been posted. */
    notices: z.array(
      z.object({
        village: z.string(),
        name: z.string(),
        postedOn: z.iso.date().nullable(),
        place: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'PlanRoad' })
export type PlanRoad = z.infer<typeof PlanRoad>

/** Tours as they are driven: legs by the roads, each once, and which of them a tour takes, depot to depot. */
export const TourRoads = z
  .object({
    legs: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        /** Null where the county has no roads on file, or no way leads there. */
        line: z.array(LngLat).nullable(),
      }),
    ),
    tours: z.array(z.object({ tour: z.string(), legs: z.array(z.number().int()) })),
  })
  .meta({ id: 'TourRoads' })
export type TourRoads = z.infer<typeof TourRoads>

const answered = {
  id: z.uuid(),
  body: z.string(),
  madeBy: z.uuid(),
  madeAt: Instant,
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  version: z.number().int(),
}

export const Comment = z.object({ ...answered, department: z.string() }).meta({ id: 'Comment' })
export type Comment = z.infer<typeof Comment>

/** What a village objects, answered with its price in fen of cash a year, with who would be displaced, and with how both were found. */
export const Objection = z
  .object({
    ...answered,
    village: z.string(),
    settlement: z.string().nullable(),
    priceFen: z.number().int().nullable(),
    displaced: z.array(z.string()).nullable(),
    accepted: z.boolean().nullable(),
    source: AnswerSource.nullable(),
  })
  .meta({ id: 'Objection' })
export type Objection = z.infer<typeof Objection>

const Text = z.string().trim().min(1).max(4000)
const Name = z.string().trim().min(1).max(200)
const one = z.strictObject(inCounty)
const onePlan = z.strictObject({ ...inCounty, plan: z.uuid() })
const of = '/api/counties/{county}/plans/{plan}'

export const planRoutes = {
  list: route({
    id: 'plans.list',
    method: 'GET',
    path: '/api/counties/{county}/plans',
    what: { zh: '所有方案，过去的也在', en: 'All plans, past ones too' },
    params: one,
    answer: json(z.array(PlanLine)),
    access: planning,
  }),
  start: route({
    id: 'plans.start',
    method: 'POST',
    path: '/api/counties/{county}/plans',
    what: { zh: '开始做一个方案', en: 'Start making a plan' },
    params: one,
    body: json(
      z.strictObject({
        name: Name,
        mode: Mode,
        /** Changes it is made under; without them for the county as it is. */
        scenario: z.uuid().optional(),
        seconds: z.number().int().min(1).max(3600),
        seed: z.number().int().min(0).default(1),
      }),
    ),
    answer: json(Job),
    access: plannersOwn,
  }),
  get: route({
    id: 'plans.get',
    method: 'GET',
    path: of,
    what: {
      zh: '一个方案的全部内容和独立检查的结论',
      en: 'A plan in full, with what the checker says',
    },
    params: onePlan,
    query: z.strictObject({ version: z.coerce.number().int().optional() }),
    answer: json(PlanInFull),
    access: planning,
    versioned: true,
  }),
  tourRoads: route({
    id: 'plans.tourRoads',
    method: 'GET',
    path: `${of}/tour-roads`,
    what: { zh: '巡回走哪些路，画在地图上', en: 'The roads that tours take, to be drawn' },
    params: onePlan,
    query: z.strictObject({
      version: z.coerce.number().int().optional(),
      /** All days, and all vehicles, where they are left out. */
      date: PlainDate.optional(),
      vehicle: z.string().optional(),
    }),
    answer: json(TourRoads),
    access: planning,
  }),
  rename: route({
    id: 'plans.rename',
    method: 'PUT',
    path: `${of}/name`,
    what: { zh: '改名', en: 'Rename' },
    params: onePlan,
    body: json(z.strictObject({ name: Name })),
    answer: json(PlanLine),
    access: deciding,
    versioned: true,
  }),
  road: route({
    id: 'plans.road',
    method: 'GET',
    path: `${of}/road`,
    what: { zh: '走到了哪一步，还差什么', en: 'Where it stands and what is still missing' },
    params: onePlan,
    answer: json(PlanRoad),
    access: planning,
    versioned: true,
  }),
  step: route({
    id: 'plans.step',
    method: 'POST',
    path: `${of}/steps`,
    what: { zh: '走下一步，或退回草稿', en: 'Take the next step, or go back to draft' },
    params: onePlan,
    body: json(z.strictObject({ to: PlanStep, note: z.string().trim().max(4000) })),
    answer: json(PlanRoad),
    access: deciding,
    versioned: true,
  }),
  post: route({
    id: 'plans.post',
    method: 'POST',
    path: `${of}/notices/{village}`,
    what: { zh: '登记某村公告已张贴', en: 'Record that a village’s notice was posted' },
    params: z.strictObject({ ...inCounty, plan: z.uuid(), village: z.string().regex(/^\d{12}$/) }),
    body: json(z.strictObject({ postedOn: z.iso.date(), place: Name })),
    access: posting,
  }),
  comments: route({
    id: 'plans.comments',
    method: 'GET',
    path: `${of}/comments`,
    what: { zh: '部门意见', en: 'Comments of departments' },
    params: onePlan,
    answer: json(z.array(Comment)),
    access: planning,
  }),
  comment: route({
    id: 'plans.comment',
    method: 'POST',
    path: `${of}/comments`,
    what: { zh: '提意见', en: 'Comment' },
    params: onePlan,
    body: json(z.strictObject({ department: Name, body: Text })),
    access: commenting,
  }),
  answerComment: route({
    id: 'plans.answerComment',
    method: 'POST',
    path: `${of}/comments/{comment}/answer`,
    what: { zh: '答复意见', en: 'Answer a comment' },
    params: z.strictObject({ ...inCounty, plan: z.uuid(), comment: z.uuid() }),
    body: json(z.strictObject({ text: Text })),
    access: plannersOwn,
    versioned: true,
  }),
  objections: route({
    id: 'plans.objections',
    method: 'GET',
    path: `${of}/objections`,
    what: { zh: '异议和答复', en: 'Objections and answers' },
    params: onePlan,
    answer: json(z.array(Objection)),
    access: heeding,
  }),
  object: route({
    id: 'plans.object',
    method: 'POST',
    path: `${of}/objections`,
    what: { zh: '提出异议', en: 'Object' },
    params: onePlan,
    body: json(
      z.strictObject({
        village: z.string().regex(/^\d{12}$/),
        settlement: z.string().optional(),
        body: Text,
      }),
    ),
    access: hearing,
  }),
  answerObjection: route({
    id: 'plans.answerObjection',
    method: 'POST',
    path: `${of}/objections/{objection}/answer`,
    what: {
      zh: '答复异议：代价和受影响的人',
      en: 'Answer an objection: its price and who is displaced',
    },
    params: z.strictObject({ ...inCounty, plan: z.uuid(), objection: z.uuid() }),
    body: json(
      z.strictObject({
        text: Text,
        priceFen: z.number().int(),
        displaced: z.array(z.string()).max(1000),
        accepted: z.boolean(),
        /** Edits are tried on the plan, and what they found is kept beside the answer. */
        basis: AnswerBasis,
      }),
    ),
    access: plannersOwn,
    versioned: true,
  }),
} as const
