import { finding } from '../../kernel/finding.ts'
import type { NewStop } from '../../plan/plan-edit.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import { type NeedCell, needKey } from '../plan-ground.ts'
import { gapAllowed, type PlannedStop, stopPriority, visitsAsked } from '../planned-stops.ts'
import { fullestVisit, personTimesOf, staySeconds } from '../visit-bundles.ts'
import type { Edited, EditState } from './edit-state.ts'

type Refused = Extract<Edited, { refused: unknown }>

/** A stop that the plan does not have yet, served by the class of a vehicle. */
export function newStopOf(
  state: EditState,
  id: string,
  { settlement, serves, share = 1 }: NewStop,
  vehicle: Vehicle,
): { stop: PlannedStop } | Refused {
  const { base } = state
  const at = { path: 'edits' }
  const fleet = base.classes.find((c) => c.vehicles.some((v) => v.id === vehicle.id))
  if (fleet === undefined)
    return { refused: [finding('plan-unknown-vehicle', at, { vehicle: vehicle.id })] }
  if (!base.ground.settlements.has(settlement))
    return { refused: [finding('plan-unknown-settlement', at, { settlement })] }
  const cells = serves.map((s) => state.cells.get(needKey(s.settlement, s.service)))
  const missing = serves.filter((_, k) => cells[k] === undefined)
  if (missing.length > 0)
    return {
      refused: missing.map((s) =>
        finding('edit-nobody-due', at, { settlement: s.settlement, service: s.service }),
      ),
    }
  const bare = {
    stop: { id, settlement, kind: fleet.kind, serves: [] },
    fleet,
    settlement,
    share,
  }
  return { stop: withCells(state, bare, cells as NeedCell[]) }
}

/** A stop with what follows from whom it serves. */
export function withCells(
  { base }: Pick<EditState, 'base'>,
  stop: Pick<PlannedStop, 'stop' | 'fleet' | 'settlement' | 'share'>,
  cells: readonly NeedCell[],
): PlannedStop {
  const oftener = new Map<string, number>()
  const visits = visitsAsked(cells)
  const served = [...new Set(cells.map((c) => c.settlement.id))].sort()
  const maxGapDays = gapAllowed(cells, visits, base.ground.horizonDays)
  const fullest = fullestVisit(base.ground, { ...stop, cells, visits, oftener, maxGapDays })
  const parts = Math.max(1, Math.round(1 / stop.share))
  return {
    ...stop,
    stop: {
      ...stop.stop,
      serves: served.map((settlement) => ({
        settlement,
        walkSeconds: base.walks.get(settlement)?.get(stop.settlement) ?? 0,
      })),
    },
    services: [...new Set(cells.map((c) => c.scoped.service.id))].sort(),
    visits,
    oftener,
    maxGapDays,
    cells,
    personTimes: personTimesOf(fullest, parts),
    serviceSeconds: staySeconds(fullest, stop.fleet, parts),
    weight: cells.reduce((sum, c) => sum + c.weight, 0) * stop.share,
    priority: stopPriority(cells, false),
  }
}

/** A stop as an edit that makes it again. */
export const newStopEdit = ({ settlement, cells, share }: PlannedStop): NewStop => ({
  settlement,
  serves: cells.map((c) => ({ settlement: c.settlement.id, service: c.scoped.service.id })),
  ...(share === 1 ? {} : { share }),
})
