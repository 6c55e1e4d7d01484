import { ConcernSeverity, ConcernTerm, ConcernWeights } from '@kuashan/core/plan/concern.ts'
import { z } from 'zod'
import { deciding, hearing, heeding, inCounty } from './access.ts'
import { json, route } from './route.ts'

const Instant = z.iso.datetime({ offset: true })
const Village = z.string().regex(/^\d{12}$/)
const Text = z.string().trim().min(1).max(4000)
const votes = z.number().int().min(0).max(1_000_000)

/** Where a concern stands, and why: terms that add up to its score, and what the one before it has more of. */
export const PlaceInQueue = z
  .object({
    /** 1 comes first, among the concerns that the caller sees. */
    place: z.number().int(),
    score: z.number(),
    terms: z.array(
      z.object({
        term: ConcernTerm,
        /** People, share of a danger, days, times, votes; from `full` on it gives all of `most`. */
        value: z.number(),
        full: z.number(),
        most: z.number(),
        points: z.number(),
      }),
    ),
    behind: z
      .object({ id: z.uuid(), by: z.array(z.object({ term: ConcernTerm, points: z.number() })) })
      .nullable(),
  })
  .meta({ id: 'PlaceInQueue' })
export type PlaceInQueue = z.infer<typeof PlaceInQueue>

/** Something residents are concerned about. */
export const ConcernLine = z
  .object({
    id: z.uuid(),
    village: Village,
    settlement: z.string().nullable(),
    service: z.string().nullable(),
    body: z.string(),
    people: z.number().int(),
    severity: ConcernSeverity,
    /** The objection to a plan that it was taken from. */
    from: z.object({ plan: z.uuid(), objection: z.uuid() }).nullable(),
    since: z.iso.date(),
    repeats: z.number().int(),
    votes: z.number().int(),
    answer: z.string().nullable(),
    answeredAt: Instant.nullable(),
    madeBy: z.uuid(),
    version: z.number().int(),
    /** Null once it is answered. */
    queue: PlaceInQueue.nullable(),
  })
  .meta({ id: 'ConcernLine' })
export type ConcernLine = z.infer<typeof ConcernLine>

/** An objection to a plan that waits for an answer and is in no queue yet. */
const LooseObjection = z
  .object({
    plan: z.uuid(),
    planName: z.string(),
    objection: z.uuid(),
    village: Village,
    settlement: z.string().nullable(),
    body: z.string(),
    madeAt: Instant,
  })
  .meta({ id: 'LooseObjection' })
export type LooseObjection = z.infer<typeof LooseObjection>

const one = z.strictObject(inCounty)
const oneConcern = z.strictObject({ ...inCounty, concern: z.uuid() })

export const concernRoutes = {
  list: route({
    id: 'concerns.list',
    method: 'GET',
    path: '/api/counties/{county}/concerns',
    what: {
      zh: '群众关心的事：按得分排队，已办结的在后',
      en: 'Concerns of residents: the queue by score, those answered after it',
    },
    params: one,
    answer: json(z.array(ConcernLine)),
    access: heeding,
  }),
  raise: route({
    id: 'concerns.raise',
    method: 'POST',
    path: '/api/counties/{county}/concerns',
    what: { zh: '登记一件事', en: 'Enter a concern' },
    params: one,
    body: json(
      z.strictObject({
        village: Village,
        settlement: z.string().max(100).nullable().default(null),
        service: z.string().max(20).nullable().default(null),
        body: Text,
        people: z.number().int().min(1).max(10_000_000),
        severity: ConcernSeverity,
        /** The day on which it was first raised. */
        saidOn: z.iso.date(),
        votes: votes.default(0),
        from: z.strictObject({ plan: z.uuid(), objection: z.uuid() }).nullable().default(null),
      }),
    ),
    answer: json(z.object({ id: z.uuid() })),
    access: hearing,
  }),
  again: route({
    id: 'concerns.again',
    method: 'POST',
    path: '/api/counties/{county}/concerns/{concern}/voices',
    what: { zh: '又有人提，或记上村民的票', en: 'It was raised again, or residents voted for it' },
    params: oneConcern,
    body: json(
      z.strictObject({
        saidOn: z.iso.date(),
        /** False where only votes are added. */
        raised: z.boolean(),
        votes: votes.default(0),
        note: z.string().trim().max(4000).default(''),
      }),
    ),
    access: hearing,
  }),
  answer: route({
    id: 'concerns.answer',
    method: 'POST',
    path: '/api/counties/{county}/concerns/{concern}/answer',
    what: { zh: '答复并办结', en: 'Close it with an answer' },
    params: oneConcern,
    body: json(z.strictObject({ text: Text })),
    access: { open: 'roles', roles: ['planner', 'township'], purpose: 'planning' },
    versioned: true,
  }),
  objections: route({
    id: 'concerns.objections',
    method: 'GET',
    path: '/api/counties/{county}/concerns/objections',
    what: {
      zh: '还没有进队的方案异议',
      en: 'Objections to plans that are in no queue yet',
    },
    params: one,
    answer: json(z.array(LooseObjection)),
    access: heeding,
  }),
  weights: route({
    id: 'concerns.weights',
    method: 'GET',
    path: '/api/counties/{county}/concerns/weights',
    what: { zh: '各项占多少分', en: 'What each term counts for' },
    params: one,
    answer: json(ConcernWeights),
    access: heeding,
    versioned: true,
  }),
  setWeights: route({
    id: 'concerns.setWeights',
    method: 'PUT',
    path: '/api/counties/{county}/concerns/weights',
    what: { zh: '改各项的分', en: 'Change what each term counts for' },
    params: one,
    body: json(ConcernWeights),
    answer: json(ConcernWeights),
    access: deciding,
    versioned: true,
  }),
} as const
