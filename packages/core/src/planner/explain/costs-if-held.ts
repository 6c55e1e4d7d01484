import { comparisonValue } from '../../plan/costs.ts'
import type { Costs, Plan } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import type { Draft } from '../draft.ts'
import { applyEdit } from '../edit/apply-edits.ts'
import { type EditState, editState, type PlanParts } from '../edit/edit-state.ts'
import { tourHolds } from '../edit/holds.ts'
import { settleStays, timedTours } from '../edit/settle-stays.ts'
import { roomOf } from '../edit/staff-room.ts'
import { planCosts } from '../write-plan.ts'
import { limitsHold } from './limits-hold.ts'

/** What a plan taken apart costs as it stands; `value` is the one number to compare by. */
export interface StateCosts {
  costs: Costs
  value: number
}

export const stateCosts = (state: EditState): StateCosts => costsOfDraft(state, draftOf(state))

const draftOf = (state: EditState): Draft => ({
  ...state.draft,
  sites: state.sites,
  doorstep: state.doorstep,
  rides: [...state.rides.values()],
  tours: timedTours(state).tours,
})

function costsOfDraft({ base: { ground } }: EditState, draft: Draft): StateCosts {
  const costs = planCosts(ground, draft)
  return { costs, value: comparisonValue(ground.county, costs, draft.sites) }
}

/** What the plan costs after edits; null where they can't be made or a limit of tours, staff or money breaks. */
export function costsIfHeld(
  parts: PlanParts,
  mode: Plan['mode'],
  edits: readonly PlanEdit[],
): StateCosts | null {
  const state = editState(parts)
  const before = roomOf(state)
  for (const edit of edits) if ('refused' in applyEdit(state, edit)) return null
  settleStays(state)
  for (const tour of state.open.values()) if (!tourHolds(state, tour)) return null
  if (!ridesHold(state, parts)) return null
  const after = roomOf(state)
  const touched = new Set([
    ...[...state.open.values()].map((t) => t.vehicle.depot),
    ...state.doorstep.map((d) => d.facility),
    ...[...state.rides.values()].flatMap((r) => state.vehicles.get(r.vehicle ?? '')?.depot ?? []),
  ])
  for (const place of touched) {
    const left = after.hoursLeft(place)
    if (left < -1e-6 && left < before.hoursLeft(place) - 1e-6) return null
  }
  const draft = draftOf(state)
  const found = costsOfDraft(state, draft)
  return limitsHold(state.base, draft, mode, found.costs) ? found : null
}

/** Whether everybody has a seat on the rides that edits touched. */
const ridesHold = (state: EditState, { draft }: PlanParts): boolean => {
  const before = new Map(draft.rides.map((r) => [r.id, r]))
  return [...state.rides.values()].every(
    (r) => before.get(r.id) === r || r.seats === null || r.people <= r.seats + 1e-2,
  )
}
