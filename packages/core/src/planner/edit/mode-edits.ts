import { finding } from '../../kernel/finding.ts'
import type { PlanEdit, PlanEditOf } from '../../plan/plan-edit.ts'
import { type NeedCell, needKey } from '../plan-ground.ts'
import type { Edited, EditState } from './edit-state.ts'
import { modeRefused } from './mode-refused.ts'
import { bringBy } from './new-rides.ts'
import { withCells } from './new-stop.ts'
import { boardRide, countPeople, leaveRides, tooLong } from './ride-seats.ts'

type Way = PlanEditOf<'change-mode'>['to']

/** How a cell is served now apart from rides, as far as the plan decides it; `fixed` where it leaves it to the sites. */
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
  const cell = state.cells.get(needKey(settlement, service))
  if (cell === undefined)
    return { refused: [finding('edit-nobody-due', at, { settlement, service })] }
  const wrong = modeRefused(state, cell, to)
  if (wrong !== null) return { refused: [wrong] }
  const before = wayOf(state, cell)
  const left = leaveRides(state, cell)
  if ('refused' in left) return left
  const back: Way = left.seats.length > 0 ? { mode: 'board', rides: left.seats } : before
  const undo: PlanEdit[] = [{ do: 'change-mode', settlement, service, to: back }]
  standAt(state, cell, to.mode === 'vehicle' ? to.stops : [])
  state.doorstep = state.doorstep.filter((d) => d.cell !== cell)
  if (to.mode === 'doorstep') {
    const { facility, calls } = to
    const seconds = state.base.resident.seconds(settlement, facility)
    state.doorstep.push({ cell, facility, seconds, calls })
  }
  const full = takeSeats(state, cell, to)
  return full === null ? { undo } : { refused: [full] }
}

/** The stops at which a cell is served from now on. */
function standAt(state: EditState, cell: NeedCell, stops: readonly string[]): void {
  const kept = new Set(stops)
  for (const stop of [...state.stops.values()]) {
    const id = stop.stop.id
    const serves = stop.cells.includes(cell)
    if (serves === kept.has(id)) continue
    const cells = serves ? stop.cells.filter((c) => c !== cell) : [...stop.cells, cell]
    state.stops.set(id, withCells(state, stop, inOrder(state, cells)))
    state.touchedStops.add(id)
  }
}

function takeSeats(state: EditState, cell: NeedCell, to: Way) {
  if (to.mode === 'ride') return bringBy(state, cell, to) ?? tooLong(state, cell)
  if (to.mode !== 'board') return null
  for (const seat of to.rides) {
    const wrong = boardRide(state, cell, seat)
    if (wrong !== null) return wrong
  }
  countPeople(
    state,
    to.rides.map((r) => r.ride),
  )
  return tooLong(state, cell)
}

/** Cells stand in the order of the ground, so that leaving one and coming back is no change. */
function inOrder({ base }: EditState, cells: readonly NeedCell[]): NeedCell[] {
  const rank = new Map(base.ground.cells.map((c, k) => [c, k]))
  return [...cells].sort((a, b) => rank.get(a)! - rank.get(b)!)
}
