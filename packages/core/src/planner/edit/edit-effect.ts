import { needsMissed } from '../../plan/needs-missed.ts'
import type { Plan, Shortage } from '../../plan/plan.ts'
import { type PlanFigures, planFigures } from '../../plan/plan-figures.ts'

/** A settlement and service whose people miss a floor on one side only. */
export interface NeedTouched {
  settlement: string
  service: string
  people: number
}

/** What edits do to a plan: the price of it, and whom it displaces. */
export interface EditEffect {
  before: PlanFigures
  after: PlanFigures
  losing: NeedTouched[]
  gaining: NeedTouched[]
}

type Missed = ReadonlyMap<string, Shortage>

/** Needs that are missed here and not there. */
const only = (here: Missed, there: Missed): NeedTouched[] =>
  [...here]
    .filter(([key]) => !there.has(key))
    .map(([, { settlement, service, people }]) => ({ settlement, service, people }))

/** The price of edits in fen of cash a year, and the settlements they displace: those that miss a floor only with them. */
export function priceAndDisplaced({
  before,
  after,
  losing,
}: Pick<EditEffect, 'before' | 'after' | 'losing'>): { priceFen: number; displaced: string[] } {
  return {
    priceFen: after.costs.cashFen - before.costs.cashFen,
    displaced: [...new Set(losing.map((need) => need.settlement))].sort(),
  }
}

/** Compares a plan with itself after edits. */
export function editEffect(before: Plan, after: Plan): EditEffect {
  const [was, is] = [needsMissed(before.shortages), needsMissed(after.shortages)]
  return {
    before: planFigures(before),
    after: planFigures(after),
    losing: only(is, was),
    gaining: only(was, is),
  }
}
