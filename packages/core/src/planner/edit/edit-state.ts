import type { PlainDate } from '../../kernel/calendar.ts'
import type { Finding } from '../../kernel/finding.ts'
import { oncePer } from '../../kernel/once-per.ts'
import type { Plan, Ride, SiteDecision, Tour, Visit } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import type { DoorstepService, Draft, RidingCell } from '../draft.ts'
import type { ChoiceGround } from '../joint/build-choice.ts'
import { cellsByKey, type NeedCell } from '../plan-ground.ts'
import type { PlannedStop } from '../planned-stops.ts'
import { type RideRoadsOf, rideRoads } from '../rides/ride-roads.ts'
import { draftOfPlan } from './draft-of-plan.ts'
import { type StaffStock, staffStock } from './staff-room.ts'
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
  rideRoads: RideRoadsOf
  draft: Draft
  vehicles: ReadonlyMap<string, Vehicle>
  /** By `needKey`. */
  cells: ReadonlyMap<string, NeedCell>
  staff: StaffStock
  sites: SiteDecision[]
  stops: Map<string, PlannedStop>
  doorstep: DoorstepService[]
  /** By id, in the order of the plan. */
  rides: Map<string, Ride>
  riding: readonly RidingCell[]
  /** By id, in the order of the plan. */
  tours: ReadonlyMap<string, Tour>
  /** Ids of tours by vehicle and day. */
  tourOfDay: Map<string, string>
  open: Map<string, OpenTour>
  /** Stops whose people or number of visits changed: their stays are worked out anew. */
  touchedStops: Set<string>
  locked: Set<string>
  /** The edits that undo what was done so far, last first. */
  undo: PlanEdit[]
}

/** What one edit did: nothing (with the reason), or the edits that undo it. */
export type Edited = { undo: readonly PlanEdit[] } | { refused: readonly Finding[] }

/** What taking a plan apart needs, made once where it is taken apart again and again. */
export interface PlanParts
  extends Pick<
    EditState,
    'base' | 'roads' | 'rideRoads' | 'draft' | 'vehicles' | 'cells' | 'staff' | 'tours'
  > {
  tourOfDay: ReadonlyMap<string, string>
  stops: ReadonlyMap<string, PlannedStop>
  locked: readonly string[]
}

const dayKey = (vehicle: string, date: PlainDate): string => `${vehicle} ${date}`

const roadsIn = oncePer(roadsOn)

export function planParts(base: ChoiceGround, plan: Plan): PlanParts {
  const draft = draftOfPlan(base, plan)
  return {
    base,
    roads: roadsIn(base.ground),
    rideRoads: rideRoads(base.ground.county.vehicles),
    draft,
    vehicles: new Map(base.ground.county.vehicles.map((v) => [v.id, v])),
    cells: cellsByKey(base.ground),
    staff: staffStock(base.ground),
    stops: new Map(draft.stops.map((s) => [s.stop.id, s])),
    tours: new Map(plan.tours.map((t) => [t.id, t])),
    tourOfDay: new Map(plan.tours.map((t) => [dayKey(t.vehicle, t.date), t.id])),
    locked: plan.locked ?? [],
  }
}

export const editState = (parts: PlanParts): EditState => ({
  ...parts,
  sites: [...parts.draft.sites],
  stops: new Map(parts.stops),
  doorstep: [...parts.draft.doorstep],
  rides: new Map(parts.draft.rides.map((r) => [r.id, r])),
  riding: parts.draft.riding,
  tourOfDay: new Map(parts.tourOfDay),
  open: new Map(),
  touchedStops: new Set(),
  locked: new Set(parts.locked),
  undo: [],
})

/** The vehicle's tour of a day as it stands, without opening it; null where it is not out. */
export function peekTour(state: EditState, vehicle: Vehicle, date: PlainDate): OpenTour | null {
  const id = state.tourOfDay.get(dayKey(vehicle.id, date))
  if (id === undefined) return null
  const open = state.open.get(id)
  if (open !== undefined) return open
  const { depart, visits } = state.tours.get(id)!
  return { id, vehicle, date, depart, visits }
}

/** The tour of a vehicle on a day, opened for editing. */
export function tourOn(state: EditState, vehicle: string, date: PlainDate): OpenTour | null {
  const id = state.tourOfDay.get(dayKey(vehicle, date))
  if (id === undefined) return null
  return state.open.get(id) ?? openTour(state, state.tours.get(id)!)
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
  state.tourOfDay.set(dayKey(vehicle.id, date), opened.id)
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
