import { Goal, Indicator } from '@kuashan/core/catalogue/goal.ts'
import { z } from 'zod'
import { deciding, inCounty, planning } from './access.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

/** What an indicator is added up from: services, and records (one settlement and service each) of the newest measurement. */
export const IndicatorRead = z
  .object({
    share: z.number(),
    services: z.array(
      z.object({ service: z.string(), records: z.number().int(), recordsMet: z.number().int() }),
    ),
    people: z.number(),
    peopleMet: z.number(),
    records: z.number().int(),
    recordsMet: z.number().int(),
  })
  .meta({ id: 'IndicatorRead' })
export type IndicatorRead = z.infer<typeof IndicatorRead>

/** A goal whose indicators say how far they are. */
export const GoalNow = Goal.extend({
  indicators: z.array(
    Indicator.extend({
      /** Read from the newest measurement; null where none has been made, or it holds no record of it. */
      read: IndicatorRead.nullable(),
      /** What it shall have come to by the end of the year that was measured. */
      targetThisYear: z.number(),
    }),
  ),
  /** What the newest measurement finds wrong with it: a goal that nothing shows is an error. */
  findings: z.array(SaidFinding),
}).meta({ id: 'GoalNow' })
export type GoalNow = z.infer<typeof GoalNow>

const one = z.strictObject(inCounty)

export const goalRoutes = {
  get: route({
    id: 'goals.get',
    method: 'GET',
    path: '/api/counties/{county}/goals',
    what: { zh: '目标树', en: 'The goal tree' },
    params: one,
    answer: json(z.array(GoalNow)),
    access: planning,
    versioned: true,
  }),
  starting: route({
    id: 'goals.starting',
    method: 'GET',
    path: '/api/counties/{county}/goals/starting',
    what: {
      zh: '起步的目标树：就业更稳、教育更优、社保更可靠，用这个县有记录的指标',
      en: 'A tree to start from: more stable jobs, better education, more reliable social security, by indicators that this county has records for',
    },
    params: one,
    answer: json(z.array(Goal)),
    access: deciding,
  }),
  set: route({
    id: 'goals.set',
    method: 'PUT',
    path: '/api/counties/{county}/goals',
    what: { zh: '修改目标树', en: 'Change the goal tree' },
    params: one,
    body: json(z.array(Goal).max(500)),
    answer: json(z.array(GoalNow)),
    access: deciding,
    versioned: true,
  }),
} as const
