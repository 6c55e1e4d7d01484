import type { Plan } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import { editState, planParts } from '../edit/edit-state.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import { type NeedCell, needKey } from '../plan-ground.ts'
import { costsIfHeld, stateCosts } from './costs-if-held.ts'
import { leaveEdits } from './leave-edits.ts'
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
 * The ways to serve a cell when nothing else is decided anew, cheapest first: a site is opened, staff are sent, its service
 * is given at a stop that is there, a stop is added and its visits find room in the real calendar, or people are brought
 * to a site. Shifts, driving, rest, crews, seats, staff hours and funds hold. None where nothing fits.
 */
export function serveCell(base: ChoiceGround, plan: Plan, cell: NeedCell): LocalWay[] {
  if (cell.met) return [{ edits: [], value: 0 }]
  const parts = planParts(base, plan)
  const before = stateCosts(editState(parts)).value
  const leave = leaveEdits(plan, cell)
  const ways: LocalWay[] = []
  let tried = 0
  for (const option of optionsOfCell(base, cell)) {
    if (option.mode === 'vehicle' && tried++ >= mostStops && ways.length > 0) continue
    for (const way of waysOf(parts, cell, option)) {
      // At stops what there is stays of use; every other way stands in its place.
      const edits = option.mode === 'vehicle' ? way : [...leave, ...way]
      const found = costsIfHeld(parts, plan.mode, edits)
      if (found !== null) ways.push({ edits, value: found.value - before })
    }
  }
  return ways.sort((a, b) => a.value - b.value)
}

/** The cell of a settlement and service; undefined where nobody is due or no floor holds there. */
export const cellAt = (
  base: ChoiceGround,
  settlement: string,
  service: string,
): NeedCell | undefined =>
  base.ground.cells.find(
    (c) => needKey(c.settlement.id, c.scoped.service.id) === needKey(settlement, service),
  )
