import { Goal, Indicator } from '@kuashan/core/catalogue/goal.ts'
import { z } from 'zod'
import { deciding, inCounty, planning } from './access.ts'
import { json, route } from './route.ts'

/** A goal whose indicators say how far they are. */
export const GoalNow = Goal.extend({
  indicators: z.array(
    /** Read from the newest measurement; null where none has been made, or none of that service. */
    Indicator.extend({ now: z.number().nullable() }),
  ),
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
