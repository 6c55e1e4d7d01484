import { VehicleKind } from '../catalogue/service.ts'
import type { FleetUse } from '../plan/plan.ts'
import type { Draft } from './draft.ts'
import type { FleetClass } from './fleet-class.ts'
import type { PlanGround } from './plan-ground.ts'
import { daysInspected } from './vehicle-days.ts'

/** Vehicle-days there are, used and short, by kind; a kind that is wanted and missing altogether has a line too. */
export function writeFleet(
  ground: PlanGround,
  draft: Draft,
  classes: readonly FleetClass[],
  missingKinds: ReadonlyMap<VehicleKind, number>,
): FleetUse[] {
  const { vehicles } = ground.county
  const kindOf = new Map(vehicles.map((v) => [v.id, v.kind]))
  return VehicleKind.options.flatMap((kind): FleetUse[] => {
    const own = vehicles.filter((v) => v.kind === kind)
    const short = classes
      .filter((c) => c.kind === kind)
      .reduce((sum, c) => sum + (draft.daysShort[c.key] ?? 0), missingKinds.get(kind) ?? 0)
    if (own.length === 0 && short === 0) return []
    return [
      {
        kind,
        vehicles: own.length,
        daysAvailable: own.reduce((sum, v) => sum + daysInspected(ground, v), 0),
        daysUsed:
          draft.tours.filter((t) => kindOf.get(t.vehicle) === kind).length +
          draft.rides.reduce(
            (n, r) => (kindOf.get(r.vehicle ?? '') === kind ? n + r.dates.length : n),
            0,
          ),
        daysShort: Math.ceil(short),
      },
    ]
  })
}
