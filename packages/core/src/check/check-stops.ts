import { type Finding, finding } from '../kernel/finding.ts'
import { type CheckGround, walkReader } from './check-ground.ts'

/** Stops stand where a vehicle can stand, and the walks to them are those of the walk table (base season). */
export function checkStops(ground: CheckGround): Finding[] {
  const walksFrom = walkReader(ground.travel.base.walkToStops)
  const ids = new Set<string>()
  return ground.plan.stops.flatMap((stop, index) => {
    const at = { path: `stops.${index}` }
    const found: Finding[] = []
    if (ids.has(stop.id)) found.push(finding('plan-duplicate-id', at, { id: stop.id }))
    ids.add(stop.id)
    const settlement = ground.settlements.get(stop.settlement)
    if (settlement === undefined)
      return [...found, finding('plan-unknown-settlement', at, { settlement: stop.settlement })]
    if (!settlement.canStop)
      found.push(finding('stop-not-allowed', at, { stop: stop.id, settlement: settlement.id }))
    for (const served of stop.serves) {
      if (!ground.settlements.has(served.settlement)) {
        found.push(finding('plan-unknown-settlement', at, { settlement: served.settlement }))
        continue
      }
      const walk = walksFrom(served.settlement).get(stop.settlement)
      if (walk !== served.walkSeconds)
        found.push(
          finding('stop-walk-wrong', at, {
            stop: stop.id,
            settlement: served.settlement,
            have: served.walkSeconds,
            want: walk ?? 'none',
          }),
        )
    }
    return found
  })
}
