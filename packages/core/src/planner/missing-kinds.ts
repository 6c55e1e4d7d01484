import type { VehicleKind } from '../catalogue/service.ts'
import type { NeedCell, PlanGround } from './plan-ground.ts'
import type { Walks } from './stop-candidates.ts'

/**
 * Vehicle-days that kinds of vehicle would need of which the county has none, for cells that nothing else serves. As
 * there is no vehicle to count tours by, every visit of a stop counts as a day.
 */
export function missingKindDays(
  ground: PlanGround,
  cells: readonly NeedCell[],
  stops: readonly string[],
  walks: Walks,
): Map<VehicleKind, number> {
  const there = new Set<string>(ground.county.vehicles.map((v) => v.kind))
  const allowed = new Set(stops)
  const visits = new Map<string, { kind: VehicleKind; visits: number }>()
  for (const cell of cells) {
    const { vehicleKinds } = cell.scoped
    const kind = vehicleKinds[0]
    if (kind === undefined || vehicleKinds.some((k) => there.has(k))) continue
    const stop = [...walks.get(cell.settlement.id)!].find(
      ([id, seconds]) => seconds <= cell.limits.walkSeconds && allowed.has(id),
    )?.[0]
    if (stop === undefined) continue
    const key = `${kind} ${stop}`
    visits.set(key, { kind, visits: Math.max(visits.get(key)?.visits ?? 0, cell.visits) })
  }
  const days = new Map<VehicleKind, number>()
  for (const { kind, visits: n } of visits.values()) days.set(kind, (days.get(kind) ?? 0) + n)
  return days
}
