import type { Costs, Plan } from '../../plan/plan.ts'
import type { Draft } from '../draft.ts'
import { sitesHold } from '../edit/sites-hold.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import { unpaidMore } from '../running-money.ts'

/** Whether funds, posts, the capital budget and, where it rules, running money and the running budget still hold after edits. */
export function limitsHold(
  base: ChoiceGround,
  draft: Draft,
  mode: Plan['mode'],
  costs: Costs,
): boolean {
  const { county } = base.ground
  const { budgetFen } = county.settings
  if (!sitesHold(county, draft.sites)) return false
  if (mode !== 'most-need') return true
  const withinBudget = budgetFen === null || costs.cashFen <= budgetFen
  return withinBudget && unpaidMore(base, draft, costs.capitalFen) === 0
}
