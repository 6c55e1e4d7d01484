import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { planFigures } from '@kuashan/core/plan/plan-figures.ts'
import { settlementsOfPlan } from '@kuashan/core/plan/villages-of-plan.ts'
import type { Access } from '@kuashan/store/database/with-caller.ts'
import { documentsRead } from './documents-read.ts'
import { keyOfSave, readSave, type SaveName, verdictOf } from './open-plan.ts'

/** What lists tell of a saved state, and whom it touches: the document itself is large. */
export interface PlanSummary extends Pick<Plan, 'mode' | 'costs'> {
  verdict: 'valid' | 'broken'
  tours: number
  missed: number
  peopleMissed: number
  /** Ids of the settlements that it serves or leaves out. */
  touched: readonly string[]
}

export function summaryOf(plan: Plan, findings: readonly Finding[]): PlanSummary {
  const { missed, peopleMissed } = planFigures(plan)
  return {
    mode: plan.mode,
    verdict: verdictOf(findings),
    tours: plan.tours.length,
    missed,
    peopleMissed,
    costs: plan.costs,
    touched: settlementsOfPlan(plan),
  }
}

const summaries = documentsRead<PlanSummary>(1000)

/** Of a saved state; made once, as saves never change. */
export const summaryOfSave = (access: Access, save: SaveName): Promise<PlanSummary> =>
  summaries(keyOfSave(save), async () => {
    const { plan, findings } = await readSave(access, save)
    return summaryOf(plan, findings)
  })

/** Keeps what somebody else has made of a new save, so that its document need not be read for it. */
export const keepSummary = (save: SaveName, summary: PlanSummary): Promise<PlanSummary> =>
  summaries(keyOfSave(save), async () => summary)
