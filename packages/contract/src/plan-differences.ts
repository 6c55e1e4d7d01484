import { PlanDifference } from '@kuashan/core/plan/plan-difference.ts'
import { z } from 'zod'
import { inCounty, planning } from './access.ts'
import { json, route } from './route.ts'

/** One saved state of a plan. */
const Which = z.object({ plan: z.uuid(), name: z.string(), version: z.number().int() })

export const DifferenceView = PlanDifference.extend({ from: Which, to: Which }).meta({
  id: 'PlanDifference',
})
export type DifferenceView = z.infer<typeof DifferenceView>

export const planDifferenceRoutes = {
  get: route({
    id: 'planDifferences.get',
    method: 'GET',
    path: '/api/counties/{county}/plans/{plan}/difference',
    what: {
      zh: '两个版本差在哪里：停靠点、日子、得失的村和费用',
      en: 'What differs between two versions: stops, days, villages that win or lose, cost',
    },
    params: z.strictObject({ ...inCounty, plan: z.uuid() }),
    query: z.strictObject({
      /** The newest where it is left out. */
      version: z.coerce.number().int().optional(),
      /** The plan before; this plan itself where it is left out. */
      from: z.uuid().optional(),
      /** The newest of the plan before; of this plan itself the one before. */
      fromVersion: z.coerce.number().int().optional(),
    }),
    answer: json(DifferenceView),
    access: planning,
  }),
} as const
