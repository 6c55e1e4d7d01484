import { type Finding, finding } from '../../kernel/finding.ts'
import type { PlanEdit, PlanEditOf } from '../../plan/plan-edit.ts'
import type { NeedCell } from '../plan-ground.ts'
import { cellKey } from './draft-of-plan.ts'
import type { Edited, EditState } from './edit-state.ts'
import { withCells } from './new-stop.ts'

type Way = PlanEditOf<'change-mode'>['to']

/** How a cell is served now, as far as the plan decides it; `fixed` where it leaves it to the sites. */
function wayOf(state: EditState, cell: NeedCell): Way {
  const call = state.doorstep.find((d) => d.cell === cell)
  if (call !== undefined) return { mode: 'doorstep', facility: call.facility, calls: call.calls }
  const stops = [...state.stops.values()].filter((s) => s.cells.includes(cell))
  return stops.length > 0
    ? { mode: 'vehicle', stops: stops.map((s) => s.stop.id) }
    : { mode: 'fixed' }
}

/** Serves one settlement by one service otherwise. A stop that would serve nobody any more has to be dropped first. */
export function changeMode(state: EditState, edit: PlanEditOf<'change-mode'>): Edited {
  const { settlement, service, to } = edit
  const at = { path: 'edits' }
  const cell = state.cells.get(cellKey(settlement, service))
  if (cell === undefined)
    return { refused: [finding('edit-nobody-due', at, { settlement, service })] }
  if (state.draft.riding.some((r) => r.cell === cell))
    return { refused: [finding('edit-rides', at, { settlement, service })] }
  const wrong = refusal(state, cell, to)
  if (wrong !== null) return { refused: [wrong] }
  const before = wayOf(state, cell)
  const undo: PlanEdit[] = [{ do: 'change-mode', settlement, service, to: before }]
  const kept = new Set(to.mode === 'vehicle' ? to.stops : [])
  for (const stop of [...state.stops.values()]) {
    const id = stop.stop.id
    const serves = stop.cells.includes(cell)
    if (serves === kept.has(id)) continue
    const cells = serves ? stop.cells.filter((c) => c !== cell) : [...stop.cells, cell]
    state.stops.set(id, withCells(state, stop, inOrder(state, cells)))
    state.touchedStops.add(id)
  }
  state.doorstep = state.doorstep.filter((d) => d.cell !== cell)
  if (to.mode === 'doorstep') {
    const { facility, calls } = to
    const seconds = state.base.resident.seconds(settlement, facility)
    state.doorstep.push({ cell, facility, seconds, calls })
  }
  return { undo }
}

/** Cells stand in the order of the ground, so that leaving one and coming back is no change. */
function inOrder({ base }: EditState, cells: readonly NeedCell[]): NeedCell[] {
  const rank = new Map(base.ground.cells.map((c, k) => [c, k]))
  return [...cells].sort((a, b) => rank.get(a)! - rank.get(b)!)
}

function refusal(state: EditState, cell: NeedCell, to: Way): Finding | null {
  const at = { path: 'edits' }
  const service = cell.scoped.service.id
  const settlement = cell.settlement.id
  if (to.mode === 'vehicle') {
    const unknown = to.stops.find((id) => !state.stops.has(id))
    if (unknown !== undefined) return finding('plan-unknown-stop', at, { tour: '-', stop: unknown })
    const unable = to.stops.find((id) => !state.stops.get(id)!.fleet.services.has(service))
    return unable === undefined
      ? null
      : finding('edit-service-not-possible', at, { place: unable, service })
  }
  if (to.mode === 'fixed') return null
  const facility = state.base.ground.facilities.get(to.facility)
  if (facility === undefined) return finding('plan-unknown-facility', at, { facility: to.facility })
  if (!cell.scoped.doorstepKinds.includes(facility.kind))
    return finding('edit-service-not-possible', at, { place: to.facility, service })
  return state.base.resident.seconds(settlement, to.facility) < 0
    ? finding('edit-no-road', at, { vehicle: '-', date: '-', place: settlement })
    : null
}
