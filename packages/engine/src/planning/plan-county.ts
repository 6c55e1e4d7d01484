import { checkPlan } from '@kuashan/core/check/check-plan.ts'
import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import type { Mode, Plan } from '@kuashan/core/plan/plan.ts'
import { makePlan, type PlanProblem } from '@kuashan/core/planner/make-plan.ts'
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
  onBetter?: PlanOptions['onBetter'] & {}
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
export const planCounty = (
  input: CountyInput,
  travel: YearTravel,
  options: PlanCountyOptions,
): Promise<PlannedCounty> => {
  const { county, catalogue } = input
  return planProblem({ county, catalogue, travel, dataHash: dataHash(input) }, options)
}

/** The same of data whose hash is known. `isOver` ends the budget, asked where no signal can arrive: between two steps of the search. */
export async function planProblem(
  problem: PlanProblem,
  options: PlanCountyOptions & { isOver?: () => boolean },
): Promise<PlannedCounty> {
  const { county, catalogue, travel } = problem
  const { budget, signal, isOver, onProgress, onBetter } = options
  const over = {
    get aborted() {
      return signal.aborted || (isOver?.() ?? false)
    },
  }
  const made = await makePlan(problem, {
    mode: options.mode,
    seed: options.seed,
    workers: options.workers,
    stop: stopRule(budget, over),
    stopPart: stopRuleOfParts(budget, over),
    ...('iterations' in budget ? { iterations: budget.iterations } : {}),
    milp: milpSolver(signal),
    solveTours,
    ...(onProgress ? { onProgress } : {}),
    ...(onBetter ? { onBetter } : {}),
  })
  const checked = checkPlan({ county, catalogue, travel, plan: made.plan })
  return { plan: made.plan, findings: [...made.findings, ...checked.findings], checked }
}
