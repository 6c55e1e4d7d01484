import type { Plan, SiteDecision } from '../../plan/plan.ts'
import type { EditState } from '../edit/edit-state.ts'
import { timedTours } from '../edit/settle-stays.ts'
import { planCosts } from '../write-plan.ts'

const capital = (sites: readonly SiteDecision[], fund?: string): number =>
  sites.reduce((sum, s) => sum + (fund === undefined || s.fund === fund ? s.capitalFen : 0), 0)

/** Whether funds, the capital budget and, where it rules, the running budget still hold after edits. */
export function moneyHolds(state: EditState, plan: Plan): boolean {
  const { county } = state.base.ground
  const { budgetFen, capitalBudgetFen } = county.settings
  for (const fund of county.funds) if (capital(state.sites, fund.id) > fund.amountFen) return false
  if (capitalBudgetFen !== null && capital(state.sites) > capitalBudgetFen) return false
  if (plan.mode !== 'most-need' || budgetFen === null) return true
  const draft = {
    ...state.draft,
    sites: state.sites,
    doorstep: state.doorstep,
    tours: timedTours(state).tours,
  }
  return planCosts(state.base.ground, draft).cashFen <= budgetFen
}
