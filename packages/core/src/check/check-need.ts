import { needTimesYear } from '../catalogue/need-times.ts'
import { servicesTested } from './check-floors.ts'
import type { CheckGround } from './check-ground.ts'
import { opportunitiesUnder } from './opportunities.ts'

/**
 * Person-times a year of the need stated that the plan meets (docs/methods/joint-plan.md): chances to be served, at most
 * the times needed, for everybody entitled to a service that has a floor.
 */
export function needMetBy(ground: CheckGround): number {
  const { assumptions } = ground.county.settings
  const stated = servicesTested(ground).flatMap(({ service }) => {
    const times = needTimesYear(service, assumptions)
    return times === null ? [] : [{ service, times }]
  })
  if (stated.length === 0) return 0
  const find = opportunitiesUnder(ground)
  let met = 0
  for (const settlement of ground.settlements.values())
    for (const { service, times } of stated) {
      const people = ground.people(settlement, service)
      if (people <= 0) continue
      const found = find(settlement.id, service)
      const calls = found.doorstep.reduce(
        (sum, c) => sum + (c.calls ?? Infinity),
        found.days.length,
      )
      const perYear = (calls / ground.horizonDays) * 365
      met += people * (found.fixed || perYear > times ? times : perYear)
    }
  return met
}
