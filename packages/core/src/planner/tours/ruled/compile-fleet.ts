import type { RoutingFleet, RoutingInstance } from '../../../plan/routing.ts'
import { flatWindows, type RuledFleet } from './problem.ts'

/** A fleet with its limits spelled out. */
export function compileFleet(
  instance: RoutingInstance,
  fleet: RoutingFleet,
  staysAsGiven: boolean,
): RuledFleet {
  const depot = instance.depots[fleet.depot]!
  const rules = fleet.rules ?? {}
  const costs = rules.costs ?? { perDay: 0, perLength: 1, perTime: 0 }
  const breaks = (rules.breaks ?? []).map((b) => ({ ...b, flat: flatWindows(b.windows) }))
  return {
    depot: fleet.depot,
    endDepot: rules.endDepot === undefined ? fleet.depot : (rules.endDepot ?? -1),
    open: Math.max(depot.open, rules.open ?? 0),
    close: Math.min(depot.close, rules.close ?? Infinity),
    maxDuration: fleet.maxDuration,
    maxDriving: rules.maxDriving ?? Infinity,
    maxStops: rules.maxStops ?? Infinity,
    capacities: Float64Array.from(
      { length: 4 },
      (_, d) => [fleet.capacity, ...(rules.otherCapacities ?? [])][d] ?? Infinity,
    ),
    rest: rules.rest ?? null,
    longerStays: !staysAsGiven,
    breaks,
    reload: rules.reload ?? null,
    nights: rules.nights ?? null,
    evenings: new Set((rules.nights?.evenings ?? fleet.days).map((day) => day - 1)),
    ...costs,
    pauses: breaks.length > 0 || rules.rest !== undefined,
  }
}
