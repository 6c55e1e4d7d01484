import type { Costs, Plan, SiteDecision } from '../../plan/plan.ts'
import type { EditState } from '../edit/edit-state.ts'

const capital = (sites: readonly SiteDecision[], fund?: string): number =>
  sites.reduce((sum, s) => sum + (fund === undefined || s.fund === fund ? s.capitalFen : 0), 0)

/** Whether funds, the capital budget and, where it rules, the running budget still hold after edits. */
export function moneyHolds(state: EditState, mode: Plan['mode'], costs: Costs): boolean {
  const { funds, settings } = state.base.ground.county
  const { budgetFen, capitalBudgetFen } = settings
  for (const fund of funds) if (capital(state.sites, fund.id) > fund.amountFen) return false
  if (capitalBudgetFen !== null && capital(state.sites) > capitalBudgetFen) return false
  return mode !== 'most-need' || budgetFen === null || costs.cashFen <= budgetFen
}
