import { type Finding, finding } from '../../kernel/finding.ts'
import type { RoutingInstance } from '../../plan/routing.ts'
import { checkCustomers } from './check-customers.ts'
import { checkFleets } from './check-fleets.ts'
import { checkHorizon } from './check-horizon.ts'
import { checkMatrices } from './check-matrices.ts'
import { mostFar } from './most-far.ts'
import type { Whereabouts } from './whereabouts.ts'

/**
 * What makes an instance contradictory whatever its format. Errors leave no instance; what can't be served while the rest can
 * is a warning.
 */
export const checkInstance = (instance: RoutingInstance, where: Whereabouts): Finding[] => [
  ...checkPlaces(instance, where),
  ...checkHorizon(instance, where),
  ...checkCustomers(instance, where),
  ...checkFleets(instance, where),
  ...checkMatrices(instance, where),
]

/** Numbers are given once, and places open before they close. */
function checkPlaces(instance: RoutingInstance, where: Whereabouts): Finding[] {
  const findings: Finding[] = []
  const seen = new Set<number>()
  const { depots, customers } = instance
  ;[...depots, ...customers].forEach((place, k) => {
    const at = k < depots.length ? where.depot(k) : where.customer(k - depots.length)
    const { id, open, close } = place
    if (seen.has(id)) findings.push(finding('instance-id-doubled', at, { id }))
    seen.add(id)
    for (const value of [place.x, place.y])
      if (Math.abs(value) > mostFar)
        findings.push(finding('instance-number-huge', at, { field: id, value, most: mostFar }))
    if (close < open) findings.push(finding('instance-window-empty', at, { id, open, close }))
  })
  return findings
}
