import { limitsOf } from '../access/limits.ts'
import { opportunitiesIn } from '../access/opportunity.ts'
import type { Supply } from '../access/supply.ts'
import { needTimesYear } from '../catalogue/need-times.ts'
import type { PlanGround } from './plan-ground.ts'

/** Stated need in person-times a year: what is met, and what there is. */
export interface NeedServed {
  served: number
  most: number
}

/**
 * How much of the need that the catalogue or the county states in times a year is met: people × the chances to be served
 * a year, at most the times needed; in full within reach of a site. Null where no need is stated.
 */
export function needServed(ground: PlanGround, supply: Supply): NeedServed | null {
  const { assumptions } = ground.county.settings
  const stated = ground.cells.filter((c) => needTimesYear(c.scoped.service, assumptions) !== null)
  if (stated.length === 0) return null
  const find = opportunitiesIn(supply, ground.travel.base, ground.horizonDays)
  let [served, most] = [0, 0]
  for (const { settlement, scoped, people } of stated) {
    const times = needTimesYear(scoped.service, assumptions)!
    const found = find(settlement.id, scoped.service.id, limitsOf(scoped.floors, assumptions))
    const calls = found.doorstep.reduce((sum, { offer }) => sum + (offer.calls ?? Infinity), 0)
    const chances = ((found.visitDates.length + calls) * 365) / ground.horizonDays
    served += people * (found.fixed.length > 0 ? times : Math.min(times, chances))
    most += people * times
  }
  return { served, most }
}
