import { needTimesYear } from '../catalogue/need-times.ts'
import { servicesTested } from './check-floors.ts'
import type { CheckGround } from './check-ground.ts'
import { type Opportunities, opportunitiesAt } from './opportunities.ts'

/**
 * Person-times a year of the need stated that the plan meets (docs/methods/joint-plan.md): chances to be served, at most
 * the times needed, for everybody entitled to a service that has a floor.
 */
export function needMetBy(ground: CheckGround): number {
  const { assumptions } = ground.county.settings
  const stated = servicesTested(ground.base).flatMap(({ service }) => {
    const times = needTimesYear(service, assumptions)
    return times === null ? [] : [{ service, times, at: opportunitiesAt(ground, service) }]
  })
  let met = 0
  for (const settlement of ground.settlements.values())
    for (const { service, times, at } of stated) {
      const people = ground.people(settlement, service)
      if (people > 0) met += people * timesMet(ground, at.get(settlement.id)!, times)
    }
  return met
}

/** Times a year that one person is served, at most those needed. */
function timesMet({ horizonDays }: CheckGround, found: Opportunities, times: number): number {
  const calls = found.doorstep.reduce((sum, c) => sum + (c.calls ?? Infinity), found.days.length)
  const perYear = (calls / horizonDays) * 365
  return found.fixed || perYear > times ? times : perYear
}
