import type { RoutingFleet, RoutingInstance } from '../../../../plan/routing.ts'
import type { Part } from '../answer.ts'
import { withFleetRules, withFleets } from './loosened.ts'
import type { Probe } from './probe.ts'

/**
 * Vehicles may spend a night at a lodging, on any evening, one more in a row than now. Lodgings are those of any fleet, and depots
 * from which no vehicle starts; the price of a night is the highest there is.
 */
export const nightAllowed: Probe<'night-allowed'> = {
  kind: 'night-allowed',
  answers: ['shift', 'driving', 'nights', 'windows'],
  widest: ({ instance }) => {
    const at = instance.days < 2 ? [] : lodgings(instance)
    return at.length === 0 ? [] : [{ kind: 'night-allowed', what: { at } }]
  },
  apply: (instance, _, { what: { at } }) => {
    const cost = Math.max(0, ...instance.fleets.map((f) => f.rules?.nights?.cost ?? 0))
    return withFleets(instance, (fleet) => allow(fleet, at, cost))
  },
  singles: ({ kind, what: { at } }): Part<'night-allowed'>[] =>
    at.map((lodging) => ({ kind, what: { at: [lodging] } })),
}

/** Depots, counted from 1. */
function lodgings({ depots, fleets }: RoutingInstance): number[] {
  const known = new Set(fleets.flatMap((f) => f.rules?.nights?.at ?? []))
  const homes = new Set(fleets.flatMap((f) => [f.depot, f.rules?.endDepot]))
  return depots.flatMap((_, d) => (known.has(d) || !homes.has(d) ? [d + 1] : []))
}

function allow(fleet: RoutingFleet, at: readonly number[], cost: number): RoutingFleet {
  const own = fleet.rules?.nights
  const home = fleet.rules?.endDepot === undefined ? fleet.depot : fleet.rules.endDepot
  const lodging = at.map((d) => d - 1).filter((d) => d !== fleet.depot && d !== home)
  if (lodging.length === 0) return fleet
  return withFleetRules(fleet, {
    nights: {
      at: [...new Set([...(own?.at ?? []), ...lodging])],
      cost: own?.cost ?? cost,
      mostInRow: (own?.mostInRow ?? 0) + 1,
    },
  })
}
