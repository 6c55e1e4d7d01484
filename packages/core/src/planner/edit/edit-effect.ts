import type { Costs, Plan } from '../../plan/plan.ts'

/** A settlement and service whose people miss a floor on one side only. */
export interface NeedTouched {
  settlement: string
  service: string
  people: number
}

export interface PlanFigures {
  costs: Costs
  /** Settlements × services that miss a floor, and people in them. */
  missed: number
  peopleMissed: number
}

/** What edits do to a plan: the price of it, and whom it displaces. */
export interface EditEffect {
  before: PlanFigures
  after: PlanFigures
  losing: NeedTouched[]
  gaining: NeedTouched[]
}

/** Needs that miss a floor, each once; by settlement and service. */
export function missedNeeds({ shortages }: Pick<Plan, 'shortages'>): Map<string, NeedTouched> {
  return new Map(
    shortages.map(({ settlement, service, people }) => [
      `${settlement} ${service}`,
      { settlement, service, people },
    ]),
  )
}

const figuresOf = (plan: Plan, missed: ReadonlyMap<string, NeedTouched>): PlanFigures => ({
  costs: plan.costs.plan,
  missed: missed.size,
  peopleMissed: [...missed.values()].reduce((sum, { people }) => sum + people, 0),
})

const only = (here: ReadonlyMap<string, NeedTouched>, there: ReadonlyMap<string, NeedTouched>) =>
  [...here].filter(([key]) => !there.has(key)).map(([, need]) => need)

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
  const [was, is] = [missedNeeds(before), missedNeeds(after)]
  return {
    before: figuresOf(before, was),
    after: figuresOf(after, is),
    losing: only(is, was),
    gaining: only(was, is),
  }
}
