import type { Costs, Plan } from '../../plan/plan.ts'
import type { EditState } from '../edit/edit-state.ts'
import { sitesHold } from '../edit/sites-hold.ts'

/** Whether funds, posts, the capital budget and, where it rules, the running budget still hold after edits. */
export function limitsHold(state: EditState, mode: Plan['mode'], costs: Costs): boolean {
  const { county } = state.base.ground
  const { budgetFen } = county.settings
  if (!sitesHold(county, state.sites)) return false
  return mode !== 'most-need' || budgetFen === null || costs.cashFen <= budgetFen
}
