import { needsMissed } from './needs-missed.ts'
import type { Costs, Plan } from './plan.ts'

/** What a plan comes to, in short. */
export interface PlanFigures {
  costs: Costs
  /** Settlements × services that miss a floor, each once, and people in them. */
  missed: number
  peopleMissed: number
}

export function planFigures({ costs, shortages }: Pick<Plan, 'costs' | 'shortages'>): PlanFigures {
  const missed = [...needsMissed(shortages).values()]
  const peopleMissed = missed.reduce((sum, { people }) => sum + people, 0)
  return { costs: costs.plan, missed: missed.length, peopleMissed }
}
