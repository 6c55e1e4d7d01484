import type { County } from '../../plan/county.ts'
import type { SiteDecision } from '../../plan/plan.ts'
import { decisionUses, staffingLimits } from '../site-staff.ts'

/** Whether decisions on buildings keep within funds, the capital budget, authorised posts and hours that may move. */
export function sitesHold(county: County, sites: readonly SiteDecision[]): boolean {
  const { funds, settings } = county
  const capital = (fund?: string): number =>
    sites.reduce((sum, s) => sum + (fund === undefined || s.fund === fund ? s.capitalFen : 0), 0)
  if (funds.some((fund) => capital(fund.id) > fund.amountFen)) return false
  if (settings.capitalBudgetFen !== null && capital() > settings.capitalBudgetFen) return false
  const limits = staffingLimits(county)
  return [...decisionUses(county, sites)].every(
    ([row, used]) => used <= (limits.get(row) ?? 0) + 1e-6,
  )
}
