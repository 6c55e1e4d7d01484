import { type Finding, finding } from '../kernel/finding.ts'
import type { SiteDecision } from '../plan/plan.ts'
import type { Fund } from '../resources/fund.ts'
import { type CheckGround, givesOnSite } from './check-ground.ts'

/** Capital within its funds and their rules, and everything within the county's budgets. */
export function checkMoney(ground: CheckGround, cashFen: number): Finding[] {
  const { settings, funds } = ground.county
  const spending = ground.plan.sites
    .map((decision, index) => ({ decision, index }))
    .filter(({ decision }) => decision.capitalFen > 0)
  const byFund = new Map(funds.map((f) => [f.id, f]))
  const found = spending.flatMap(({ decision, index }) => {
    const at = { path: `sites.${index}.fund` }
    const facts = { facility: decision.facility, fund: decision.fund ?? '-' }
    if (decision.fund === null)
      return funds.length > 0 ? [finding('capital-without-fund', at, facts)] : []
    const fund = byFund.get(decision.fund)
    if (fund === undefined) return [finding('plan-unknown-fund', at, facts)]
    return mayPay(ground, fund, decision) ? [] : [finding('fund-may-not-pay', at, facts)]
  })
  for (const fund of [...byFund.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const have = total(spending.filter((s) => s.decision.fund === fund.id))
    if (have > fund.amountFen)
      found.push(
        finding(
          'fund-overspent',
          { path: 'sites' },
          { fund: fund.id, have, limit: fund.amountFen },
        ),
      )
  }
  const capital = total(spending)
  const limit = settings.capitalBudgetFen
  if (limit !== null && capital > limit)
    found.push(finding('capital-over-budget', { path: 'sites' }, { have: capital, limit }))
  if (settings.budgetFen !== null && cashFen > settings.budgetFen) {
    const code = ground.plan.mode === 'most-need' ? 'running-over-budget' : 'floors-cost-more'
    found.push(finding(code, { path: 'costs.plan' }, { have: cashFen, limit: settings.budgetFen }))
  }
  return found
}

const total = (spending: readonly { decision: SiteDecision }[]): number =>
  spending.reduce((sum, s) => sum + s.decision.capitalFen, 0)

function mayPay(ground: CheckGround, fund: Fund, decision: SiteDecision): boolean {
  if (fund.use === 'running') return false
  const site = ground.sites.get(decision.facility)
  const given = ground.catalogue.services.filter(
    (s) => decision.services.includes(s.id) || (site !== undefined && givesOnSite(site, s)),
  )
  return given.every(
    (s) =>
      (!fund.basicOnly || s.basic) &&
      ((fund.services.length === 0 && fund.domains.length === 0) ||
        fund.services.includes(s.id) ||
        fund.domains.includes(s.domain)),
  )
}
