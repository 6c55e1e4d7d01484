import type { Cell } from '../access/measurement.ts'
import { oncePer } from '../kernel/once-per.ts'
import { byText } from '../kernel/order.ts'
import type { Shortage } from '../plan/plan.ts'
import type { Draft } from './draft.ts'
import { cellsByKey, type NeedCell, needKey, type PlanGround } from './plan-ground.ts'
import { unreachableIn } from './reach-proof.ts'
import { daysInspected } from './vehicle-days.ts'

/** Every floor missed under the plan that it answers for, with what stood in the way. In order of settlement, service, metric. */
export function writeShortages(
  ground: PlanGround,
  draft: Draft,
  measured: readonly Cell[],
): Shortage[] {
  const reasonOf = reasons(ground, draft)
  const cells = cellsByKey(ground)
  return measured
    .filter((c) => !c.met)
    .flatMap((c) => {
      const cell = cells.get(needKey(c.settlement, c.service))
      if (cell === undefined) return []
      const reason = reasonOf(cell)
      return c.missing.map(
        (m): Shortage => ({
          settlement: c.settlement,
          service: c.service,
          people: c.people,
          metric: m.metric,
          want: m.want,
          have: m.have ?? 0,
          reason,
        }),
      )
    })
    .sort(byText(shortageKey))
}

const shortageKey = (s: Shortage): string => `${s.settlement} ${s.service} ${s.metric}`

function reasons(ground: PlanGround, draft: Draft): (cell: NeedCell) => Shortage['reason'] {
  const unreachable = unreachableIn(ground)
  const byCell = new Map<NeedCell, Shortage['reason']>(draft.dropped)
  const planned = new Map(draft.stops.flatMap((s) => s.cells.map((c) => [c, s.fleet.key] as const)))
  /** Classes with a vehicle that may not go out to the end of the horizon. */
  const endsEarly = new Set(
    [...new Set(draft.stops.map((s) => s.fleet))]
      .filter((f) => f.vehicles.some((v) => daysInspected(ground, v) < ground.workdays.length))
      .map((f) => f.key),
  )
  for (const { stop, cells } of draft.stops) {
    const reason = draft.unplaced.get(stop.id)
    if (reason !== undefined) for (const cell of cells) byCell.set(cell, reason)
  }
  for (const { cell } of draft.riding) if (!byCell.has(cell)) byCell.set(cell, 'calendar')
  const kinds = new Set<string>(ground.county.vehicles.map((v) => v.kind))
  const buildable = kindsBuildable(ground)
  const named = servicesNamed(ground)
  return (cell) => {
    const known = byCell.get(cell)
    if (known !== undefined && known !== 'unreachable') return known
    if (unreachable(cell)) return 'unreachable'
    const { vehicleKinds, fixedKinds, doorstepKinds } = cell.scoped
    if (planned.has(cell)) return endsEarly.has(planned.get(cell)!) ? 'fleet' : 'calendar'
    const some =
      vehicleKinds.some((k) => kinds.has(k)) ||
      [...fixedKinds, ...doorstepKinds].some((k) => buildable.has(k)) ||
      named.has(cell.scoped.service.id)
    if (!some) return vehicleKinds.length > 0 ? 'fleet' : 'no-channel'
    return 'too-far'
  }
}

/** Kinds of buildings that are there or could be made. */
const kindsBuildable = oncePer(
  ({ county }: PlanGround) =>
    new Set<string>(
      county.facilities.flatMap((f) => [f.kind, ...f.conversions.map((c) => c.toKind)]),
    ),
)

/** Services that conversions name, whatever their kind gives. */
const servicesNamed = oncePer(
  ({ county }: PlanGround) =>
    new Set(county.facilities.flatMap((f) => f.conversions.flatMap((c) => c.services ?? []))),
)
