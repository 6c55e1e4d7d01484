import { type Finding, finding } from '../kernel/finding.ts'
import { byText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import { peopleMissing } from '../plan/needs-missed.ts'
import type { Plan } from '../plan/plan.ts'
import { neverClosed } from './may-close.ts'

/** Something that costs money every year whatever is planned, and could be given up only by a decision of its own. */
interface Standing {
  id: string
  name: string
  what: 'vehicle' | 'site'
  yearCostFen: number
}

/**
 * In the mode with a budget: that there is none, or that none of the plans can keep it. Then the least budget that a
 * plan was found for is said, what that plan misses, and the fewest things to give up for the budget to suffice.
 */
export function budgetFindings(county: County, plan: Plan): Finding[] {
  const { budgetFen } = county.settings
  if (plan.mode !== 'most-need') return []
  if (budgetFen === null)
    return [finding('plan-no-budget', { file: 'county.yaml', path: 'budgetFen' })]
  const least = plan.costs.plan.cashFen
  if (least <= budgetFen) return []
  const given = giveUp(county, plan, least - budgetFen)
  const facts = {
    budget: yuan(budgetFen),
    least: yuan(least),
    short: yuan(least - budgetFen),
    people: Math.round(peopleMissing(plan.shortages, false)),
    rows: largest(county, plan).map(text).join('; '),
    drop: given === null ? '-' : given.map(text).join('; '),
    dropZh: given === null ? '（都停也不够）' : given.map(text).join('；'),
  }
  return [finding('budget-below-standing', { file: 'county.yaml', path: 'budgetYuan' }, facts)]
}

const yuan = (fen: number): number => Math.ceil(fen / 100)
const text = ({ id, name, yearCostFen }: Standing): string =>
  `${id}${name === id ? '' : ` ${name}`} ${yuan(yearCostFen)}`

/** Rows of the data that cost most of what stands. */
const mostRows = 3
const largest = (county: County, plan: Plan): Standing[] =>
  standing(county, plan, () => true).slice(0, mostRows)

/** The fewest vehicles that are not out and buildings that may be closed at all whose costs make up for an amount; null where all do not. */
function giveUp(county: County, plan: Plan, fen: number): Standing[] | null {
  const depots = new Set(county.vehicles.map((v) => v.depot))
  const out = new Set([...plan.tours, ...plan.rides].map((t) => t.vehicle))
  const may = standing(county, plan, (of) =>
    of.what === 'vehicle'
      ? !out.has(of.id)
      : !depots.has(of.id) &&
        !neverClosed.includes(county.facilities.find((f) => f.id === of.id)!.kind),
  )
  const given: Standing[] = []
  let left = fen
  for (const one of may) {
    if (left <= 0) break
    given.push(one)
    left -= one.yearCostFen
  }
  return left <= 0 ? given : null
}

/** What costs money as it stands, dearest first. */
function standing(
  { facilities, vehicles }: County,
  { sites }: Plan,
  which: (of: Standing) => boolean,
): Standing[] {
  const closed = new Set(sites.filter((s) => s.action === 'close').map((s) => s.facility))
  const open = facilities.filter((f) => f.state === 'open' && !closed.has(f.id))
  const of =
    (what: Standing['what']) =>
    (x: Omit<Standing, 'what'>): Standing => ({ ...x, what })
  return [...vehicles.map(of('vehicle')), ...open.map(of('site'))]
    .filter((x) => x.yearCostFen > 0 && which(x))
    .sort(byText((x) => x.id))
    .sort((a, b) => b.yearCostFen - a.yearCostFen)
}
