import type { PlainDate } from '../../kernel/calendar.ts'
import type { Finding } from '../../kernel/finding.ts'
import type { Plan, SiteDecision, Tour, Visit } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import type { DoorstepService, Draft } from '../draft.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import type { PlannedStop } from '../planned-stops.ts'
import { draftOfPlan } from './draft-of-plan.ts'
import { type RoadsOn, roadsOn, type Stay } from './tour-clock.ts'

/** A tour that edits may change; its times are worked out when all edits are made. */
export interface OpenTour {
  id: string
  vehicle: Vehicle
  date: PlainDate
  depart: number
  visits: Visit[]
}

/** A plan taken apart for editing. Only what is touched is worked out anew; everything else stays as it is. */
export interface EditState {
  base: ChoiceGround
  roads: RoadsOn
  draft: Draft
  vehicles: ReadonlyMap<string, Vehicle>
  sites: SiteDecision[]
  stops: Map<string, PlannedStop>
  doorstep: DoorstepService[]
  /** By id, in the order of the plan. */
  tours: Map<string, Tour>
  open: Map<string, OpenTour>
  /** Stops whose people or number of visits changed: their stays are worked out anew. */
  touchedStops: Set<string>
  locked: Set<string>
  /** The edits that undo what was done so far, last first. */
  undo: PlanEdit[]
}

/** What one edit did: nothing (with the reason), or the edits that undo it. */
export type Edited = { undo: readonly PlanEdit[] } | { refused: readonly Finding[] }

export function editState(base: ChoiceGround, plan: Plan): EditState {
  const draft = draftOfPlan(base, plan)
  return {
    base,
    roads: roadsOn(base.ground),
    draft,
    vehicles: new Map(base.ground.county.vehicles.map((v) => [v.id, v])),
    sites: [...draft.sites],
    stops: new Map(draft.stops.map((s) => [s.stop.id, s])),
    doorstep: [...draft.doorstep],
    tours: new Map(plan.tours.map((t) => [t.id, t])),
    open: new Map(),
    touchedStops: new Set(),
    locked: new Set(plan.locked ?? []),
    undo: [],
  }
}

/** The tour of a vehicle on a day, as it stands. */
export const tourOn = (state: EditState, vehicle: string, date: PlainDate): OpenTour | null => {
  for (const tour of state.open.values())
    if (tour.vehicle.id === vehicle && tour.date === date) return tour
  for (const tour of state.tours.values())
    if (tour.vehicle === vehicle && tour.date === date && !state.open.has(tour.id))
      return openTour(state, tour)
  return null
}

/** Opens a tour for editing. */
export function openTour(state: EditState, tour: Tour): OpenTour {
  const known = state.open.get(tour.id)
  if (known !== undefined) return known
  const { id, date, depart } = tour
  const opened = {
    id,
    vehicle: state.vehicles.get(tour.vehicle)!,
    date,
    depart,
    visits: [...tour.visits],
  }
  state.open.set(id, opened)
  return opened
}

/** A day out that the plan did not have. */
export function newTour(state: EditState, vehicle: Vehicle, date: PlainDate): OpenTour {
  const opened = {
    id: `${vehicle.id}-${date}`,
    vehicle,
    date,
    depart: vehicle.earliest,
    visits: [],
  }
  state.open.set(opened.id, opened)
  return opened
}

/** Visits of a tour with their places. */
export const staysOf = (state: EditState, tour: Pick<OpenTour, 'visits'>): Stay[] =>
  tour.visits.map((visit) => ({ visit, settlement: state.stops.get(visit.stop)!.settlement }))

/** Every visit as it stands, with its tour. */
export function* visitsOf(state: EditState): Generator<{
  visit: Visit
  vehicle: string
  date: PlainDate
}> {
  for (const tour of state.tours.values())
    if (!state.open.has(tour.id))
      for (const visit of tour.visits) yield { visit, vehicle: tour.vehicle, date: tour.date }
  for (const tour of state.open.values())
    for (const visit of tour.visits) yield { visit, vehicle: tour.vehicle.id, date: tour.date }
}

/** Finds a visit and opens its tour. */
export function findVisit(
  state: EditState,
  id: string,
): { tour: OpenTour; index: number; visit: Visit } | null {
  const find = (tour: Pick<OpenTour, 'visits'>) => tour.visits.findIndex((v) => v.id === id)
  for (const tour of state.open.values()) {
    const index = find(tour)
    if (index >= 0) return { tour, index, visit: tour.visits[index]! }
  }
  for (const tour of state.tours.values()) {
    if (state.open.has(tour.id)) continue
    const index = tour.visits.findIndex((v) => v.id === id)
    if (index >= 0) return { tour: openTour(state, tour), index, visit: tour.visits[index]! }
  }
  return null
}
