import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Mode, Plan } from '@kuashan/core/plan/plan.ts'
import { makePlan } from '@kuashan/core/planner/make-plan.ts'
import type { PlanOptions } from '@kuashan/core/planner/plan-options.ts'
import { solveTours } from '@kuashan/core/planner/tours/solve-tours.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { dataHash } from '../data-hash.ts'
import { milpSolver } from '../milp/solve-milp.ts'
import { type PlanBudget, stopRule, stopRuleOfParts } from './plan-budget.ts'

export interface PlanCountyOptions {
  mode: Mode
  seed: number
  budget: PlanBudget
  workers: number
  /** Ends the search; the best plan found until then is returned. */
  signal: AbortSignal
  onProgress?: PlanOptions['onProgress'] & {}
}

export interface PlannedCounty {
  plan: Plan
  /** Of the planner, then of the checker. */
  findings: Finding[]
  checked: ReturnType<typeof checkPlan>
}

/**
 * Makes a plan with HiGHS and the tour search, and has it checked by the independent checker; every plan is, before
 * anyone sees it. What the command line and the server share.
 */
export async function planCounty(
  input: CountyInput,
  travel: YearTravel,
  options: PlanCountyOptions,
): Promise<PlannedCounty> {
  const { county, catalogue } = input
  const { budget, signal, onProgress } = options
  const made = await makePlan(
    { county, catalogue, travel, dataHash: dataHash(input) },
    {
      mode: options.mode,
      seed: options.seed,
      workers: options.workers,
      stop: stopRule(budget, signal),
      stopPart: stopRuleOfParts(budget, signal),
      ...('iterations' in budget ? { iterations: budget.iterations } : {}),
      milp: milpSolver(signal),
      solveTours,
      ...(onProgress ? { onProgress } : {}),
    },
  )
  const checked = checkPlan({ county, catalogue, travel, plan: made.plan })
  return { plan: made.plan, findings: [...made.findings, ...checked.findings], checked }
}
