import { Costs } from '@kuashan/core/plan/plan.ts'
import { PlanEdit } from '@kuashan/core/plan/plan-edit.ts'
import { z } from 'zod'
import { inCounty, plannersOwn, planning, studying } from './access.ts'
import { PlanInFull } from './plans.ts'
import { SaidFinding } from './problem.ts'
import { json, route } from './route.ts'

const onePlan = z.strictObject({ ...inCounty, plan: z.uuid() })
const of = '/api/counties/{county}/plans/{plan}'

/** One save of a plan. */
export const PlanSaved = z
  .object({
    version: z.number().int(),
    note: z.string(),
    by: z.uuid(),
    at: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'PlanSaved' })
export type PlanSaved = z.infer<typeof PlanSaved>

/** What edits would do; nothing is saved. */
export const EditsTried = z
  .object({
    before: z.object({ costs: Costs, missed: z.number().int(), peopleMissed: z.number() }),
    after: z.object({ costs: Costs, missed: z.number().int(), peopleMissed: z.number() }),
    /** Settlements and services that miss a floor only with the edits, and those that no longer do. */
    losing: z.array(z.object({ settlement: z.string(), service: z.string(), people: z.number() })),
    gaining: z.array(z.object({ settlement: z.string(), service: z.string(), people: z.number() })),
    verdict: z.enum(['valid', 'broken']),
    findings: z.array(SaidFinding),
  })
  .meta({ id: 'EditsTried' })
export type EditsTried = z.infer<typeof EditsTried>

const Edits = z.array(PlanEdit).min(1).max(500)

export const planEditRoutes = {
  versions: route({
    id: 'planEdits.versions',
    method: 'GET',
    path: `${of}/versions`,
    what: { zh: '方案的历次保存', en: 'The saves of a plan, oldest first' },
    params: onePlan,
    answer: json(z.array(PlanSaved)),
    access: planning,
  }),
  try: route({
    id: 'planEdits.try',
    method: 'POST',
    path: `${of}/edit-trials`,
    what: { zh: '试改：代价和受影响的人', en: 'Try edits: what they cost and whom they touch' },
    params: onePlan,
    body: json(z.strictObject({ edits: Edits })),
    answer: json(EditsTried),
    access: studying,
  }),
  edit: route({
    id: 'planEdits.edit',
    method: 'POST',
    path: `${of}/edits`,
    what: {
      zh: '手工修改：全改或全不改，存为新版本并立即检查',
      en: 'Edit by hand: all edits or none, saved as a new version and checked at once',
    },
    params: onePlan,
    body: json(z.strictObject({ edits: Edits, note: z.string().trim().max(4000).default('') })),
    answer: json(PlanInFull),
    access: plannersOwn,
    versioned: true,
  }),
  undo: route({
    id: 'planEdits.undo',
    method: 'POST',
    path: `${of}/undo`,
    what: { zh: '撤销最近一次手工修改', en: 'Undo the last edits by hand' },
    params: onePlan,
    answer: json(PlanInFull),
    access: plannersOwn,
    versioned: true,
  }),
} as const
