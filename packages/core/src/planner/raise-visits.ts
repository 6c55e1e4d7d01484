import type { SolveMilp } from '../kernel/milp.ts'
import { usesChosen } from './joint/chosen-uses.ts'
import type { Choice, Chosen } from './joint/option.ts'
import { moreOf } from './joint/option.ts'
import { raiseFrequency } from './joint/raise-frequency.ts'
import type { Found } from './plan-search.ts'
import type { EvaluatedPlan } from './write-plan.ts'

/** Attempts to spend the money left: what visits really cost is known once they are on tours. */
const mostRounds = 4
/** Part of what a plan went over or under by that the next attempt makes good. */
const madeGood = { over: 1.1, under: 0.9 }

/**
 * With the money that the best plan leaves of its budget, its stops are visited more often where that meets more of the
 * stated need, and that is carried out; the plan stays the start of each attempt, so no floor pays for it.
 */
export async function raiseVisits(
  { evaluated, choice, chosen }: Found,
  budgetFen: number,
  milp: SolveMilp,
  tryOut: (choice: Choice, chosen: Chosen) => EvaluatedPlan | null,
): Promise<void> {
  if (!choice.groups.some((g) => g.options.some((o) => moreOf(o) > 0))) return
  const spent = usesChosen(choice, chosen).get('cash') ?? 0
  let left = budgetFen - evaluated.plan.costs.plan.cashFen
  for (let round = 0; round < mostRounds && left > 0; round++) {
    const limits = new Map(choice.limits).set('cash', spent + left)
    const raised = await raiseFrequency({ ...choice, limits }, chosen, milp)
    const done = tryOut(choice, raised)
    if (done === null) return
    const over = done.score.overBudget
    const under = Math.max(0, budgetFen - done.plan.costs.plan.cashFen)
    left += over > 0 ? -over * madeGood.over : under * madeGood.under
  }
}
