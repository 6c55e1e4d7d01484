import { type Finding, finding } from '../../kernel/finding.ts'
import { type Memory, newMemory } from '../../kernel/memory.ts'
import type { Costs, Plan } from '../../plan/plan.ts'
import type { PlanEdit, PlanEditKind, PlanEditOf } from '../../plan/plan-edit.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import { writePlan } from '../write-plan.ts'
import { type Edited, type EditState, editState, planParts, visitsOf } from './edit-state.ts'
import { changeFrequency } from './frequency-edits.ts'
import { changeMode } from './mode-edits.ts'
import { settleStays, timedTours } from './settle-stays.ts'
import { closeSite, openSite } from './site-edits.ts'
import { addVisit, dropVisit, moveVisit } from './visit-edits.ts'

/** An edited plan with the edits that undo it; or why nothing was done. `at.path` is `edits.N` of the edit refused. */
export type EditedPlan =
  | { plan: Plan; undo: readonly PlanEdit[]; findings: readonly Finding[] }
  | { plan: null; findings: readonly Finding[] }

/**
 * Applies edits in order: all of them or none. Times of the tours they touch, costs, fleet, assignments, shortages and
 * levels are worked out anew; every other tour stays as it is. What the edits break (a shift too long, a floor missed) is
 * the checker's to say. `base` is of the county that the edited plan is for; `today` the cost of today there; `memory` of
 * the same plan on that base (`writePlan`).
 */
export function applyEdits(
  base: ChoiceGround,
  plan: Plan,
  edits: readonly PlanEdit[],
  { today = plan.costs.today, memory = newMemory() }: { today?: Costs; memory?: Memory } = {},
): EditedPlan {
  const broken = unreadable(base, plan)
  if (broken.length > 0) return { plan: null, findings: broken }
  const state = editState(planParts(base, plan))
  for (const [k, edit] of edits.entries()) {
    const done = applyEdit(state, edit)
    if ('refused' in done)
      return {
        plan: null,
        findings: done.refused.map((f) => ({ ...f, at: { path: `edits.${k}` } })),
      }
    state.undo.unshift(...done.undo)
  }
  const written = writeEdited(state, plan, { today, memory })
  return written.plan === null ? written : { plan: written.plan, undo: state.undo, findings: [] }
}

const appliers: { [K in PlanEditKind]: (state: EditState, edit: PlanEditOf<K>) => Edited } = {
  'move-visit': moveVisit,
  'drop-visit': dropVisit,
  'add-visit': addVisit,
  lock: (state, { visit }) => setLock(state, visit, true),
  unlock: (state, { visit }) => setLock(state, visit, false),
  'open-site': openSite,
  'close-site': closeSite,
  'change-mode': changeMode,
  'change-frequency': changeFrequency,
}

/** One edit on a plan taken apart. */
export const applyEdit = (state: EditState, edit: PlanEdit): Edited =>
  (appliers[edit.do] as (state: EditState, edit: PlanEdit) => Edited)(state, edit)

function setLock(state: EditState, visit: string, lock: boolean): Edited {
  const at = { path: 'edits' }
  if (![...visitsOf(state)].some((v) => v.visit.id === visit))
    return { refused: [finding('edit-unknown-visit', at, { visit })] }
  if (state.locked.has(visit) === lock)
    return { refused: [finding('edit-nothing-to-do', at, { what: visit })] }
  if (lock) state.locked.add(visit)
  else state.locked.delete(visit)
  return { undo: [{ do: lock ? 'unlock' : 'lock', visit }] }
}

/** A plan whose tours or rides name vehicles or stops that are not there can't be taken apart. */
function unreadable({ ground }: ChoiceGround, plan: Plan): Finding[] {
  const vehicles = new Set(ground.county.vehicles.map((v) => v.id))
  const stops = new Set(plan.stops.map((s) => s.id))
  const rides = plan.rides.flatMap((ride, k) =>
    ride.vehicle === null || vehicles.has(ride.vehicle)
      ? []
      : [
          finding(
            'plan-unknown-vehicle',
            { path: `rides.${k}` },
            { tour: ride.id, vehicle: ride.vehicle },
          ),
        ],
  )
  const tours = plan.tours.flatMap((tour, k) => {
    const at = { path: `tours.${k}` }
    const unknown = tour.visits.filter((v) => !stops.has(v.stop))
    return [
      ...(vehicles.has(tour.vehicle)
        ? []
        : [finding('plan-unknown-vehicle', at, { tour: tour.id, vehicle: tour.vehicle })]),
      ...unknown.map((v) => finding('plan-unknown-stop', at, { tour: tour.id, stop: v.stop })),
    ]
  })
  return [...tours, ...rides]
}

/** Puts a plan taken apart together again. */
export function writeEdited(
  state: EditState,
  plan: Plan,
  { today, memory }: { today: Costs; memory?: Memory },
): { plan: Plan; findings: readonly Finding[] } | { plan: null; findings: readonly Finding[] } {
  settleStays(state)
  const { tours, findings } = timedTours(state)
  if (findings.length > 0) return { plan: null, findings }
  const { draft, base } = state
  const { mode, made, assumed } = plan
  const epsilon = plan.levels.find((l) => l.level === 'cost')?.epsilon ?? 0
  const { plan: written } = writePlan(
    base,
    {
      ...draft,
      sites: state.sites,
      stops: [...state.stops.values()],
      doorstep: state.doorstep,
      rides: [...state.rides.values()],
      riding: state.riding,
      tours,
    },
    { mode, made, today, assumed, epsilon },
    {},
    memory,
  )
  const there = new Set(tours.flatMap((t) => t.visits.map((v) => v.id)))
  const locked = [...state.locked].filter((id) => there.has(id)).sort()
  return {
    plan: {
      ...written,
      ...(plan.name === undefined ? {} : { name: plan.name }),
      ...(locked.length > 0 ? { locked } : {}),
      ...(plan.origin === undefined ? {} : { origin: plan.origin }),
    },
    findings: [],
  }
}
