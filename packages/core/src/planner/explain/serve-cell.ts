import type { Plan } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import { cellKey } from '../edit/draft-of-plan.ts'
import { editState, planParts } from '../edit/edit-state.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import type { NeedCell } from '../plan-ground.ts'
import { costsIfHeld, stateCosts } from './costs-if-held.ts'
import { optionsOfCell, waysOf } from './local-ways.ts'

/** A way to serve a cell with everything else as the plan has it: the edits that do it, and what they cost to compare by. */
export interface LocalWay {
  edits: readonly PlanEdit[]
  /** Fen a year to compare by, against the plan. */
  value: number
}

/** Stops weighed for one cell, unless none of them serves it: the nearest. */
const mostStops = 3

/**
 * The cheapest way to serve a cell when nothing else is decided anew: a site is opened, staff are sent, its service is
 * given at a stop that is there, or a stop is added and its visits find room in the real calendar. Shifts, driving,
 * rest, crews, staff hours and funds hold. Null where none of these fits.
 */
export function serveCell(base: ChoiceGround, plan: Plan, cell: NeedCell): LocalWay | null {
  if (cell.met) return { edits: [], value: 0 }
  const parts = planParts(base, plan)
  const before = stateCosts(editState(parts)).value
  let best: LocalWay | null = null
  let tried = 0
  for (const option of optionsOfCell(base, cell)) {
    if (option.mode === 'vehicle' && tried++ >= mostStops && best !== null) continue
    for (const edits of waysOf(parts, cell, option)) {
      const found = costsIfHeld(parts, plan.mode, edits)
      if (found === null) continue
      const value = found.value - before
      if (best === null || value < best.value) best = { edits, value }
    }
  }
  return best
}

/** The cell of a settlement and service; undefined where nobody is due or no floor holds there. */
export const cellAt = (
  base: ChoiceGround,
  settlement: string,
  service: string,
): NeedCell | undefined =>
  base.ground.cells.find(
    (c) => cellKey(c.settlement.id, c.scoped.service.id) === cellKey(settlement, service),
  )
