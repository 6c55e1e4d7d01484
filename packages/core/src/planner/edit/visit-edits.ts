import { isWithin, type PlainDate } from '../../kernel/calendar.ts'
import { type Finding, finding } from '../../kernel/finding.ts'
import type { Visit } from '../../plan/plan.ts'
import type { PlanEditOf } from '../../plan/plan-edit.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import {
  type Edited,
  type EditState,
  findVisit,
  newTour,
  type OpenTour,
  staysOf,
  tourOn,
  visitsOf,
} from './edit-state.ts'
import { newStopEdit, newStopOf } from './new-stop.ts'
import { cheapestPlace } from './tour-clock.ts'

const refused = (...findings: Finding[]): Edited => ({ refused: findings })
const at = { path: 'edits' }

/** Puts a visit into the vehicle's tour of that day, which is made where there is none. */
function put(
  state: EditState,
  visit: Visit,
  to: { vehicle: Vehicle; date: PlainDate; at: number | undefined },
): Edited | { tour: OpenTour } {
  const { settlement } = state.stops.get(visit.stop)!
  const tour = tourOn(state, to.vehicle.id, to.date) ?? newTour(state, to.vehicle, to.date)
  const stays = staysOf(state, tour)
  const place = to.at ?? cheapestPlace(tour, to.vehicle, stays, settlement, state.roads)?.at
  if (place === undefined)
    return refused(
      finding('edit-no-road', at, { vehicle: to.vehicle.id, date: to.date, place: settlement }),
    )
  tour.visits.splice(Math.min(place, tour.visits.length), 0, visit)
  return { tour }
}

function wrongDay(state: EditState, vehicle: string, date: PlainDate): Finding | null {
  const { horizon } = state.base.ground.county.settings
  if (!state.vehicles.has(vehicle)) return finding('plan-unknown-vehicle', at, { vehicle })
  return isWithin(date, horizon)
    ? null
    : finding('edit-outside-horizon', at, { date, from: horizon.from, to: horizon.to })
}

/** Stays are those of the vehicle: its own time to set up, its own stations. */
function stayWith(visit: Visit, from: Vehicle, to: Vehicle): Visit {
  const seconds = visit.leave - visit.arrive
  if (from.setupSeconds === to.setupSeconds && from.stations === to.stations) return visit
  const people = Math.max(0, seconds - from.setupSeconds) * from.stations
  return { ...visit, leave: visit.arrive + to.setupSeconds + Math.ceil(people / to.stations) }
}

export function moveVisit(state: EditState, edit: PlanEditOf<'move-visit'>): Edited {
  const found = findVisit(state, edit.visit)
  if (found === null) return refused(finding('edit-unknown-visit', at, { visit: edit.visit }))
  if (state.locked.has(edit.visit))
    return refused(finding('edit-locked', at, { visit: edit.visit }))
  const { tour, index, visit } = found
  const wrong = wrongDay(state, edit.vehicle ?? tour.vehicle.id, edit.date)
  if (wrong !== null) return refused(wrong)
  const vehicle = state.vehicles.get(edit.vehicle ?? tour.vehicle.id)!
  const place = edit.at ?? (tour.vehicle === vehicle && tour.date === edit.date ? index : undefined)
  tour.visits.splice(index, 1)
  const moved = stayWith(visit, tour.vehicle, vehicle)
  const result = put(state, moved, { vehicle, date: edit.date, at: place })
  if (!('tour' in result)) return result
  return {
    undo: [
      {
        do: 'move-visit',
        visit: visit.id,
        date: tour.date,
        vehicle: tour.vehicle.id,
        at: index,
      },
    ],
  }
}

export function dropVisit(state: EditState, edit: PlanEditOf<'drop-visit'>): Edited {
  const found = findVisit(state, edit.visit)
  if (found === null) return refused(finding('edit-unknown-visit', at, { visit: edit.visit }))
  if (state.locked.has(edit.visit))
    return refused(finding('edit-locked', at, { visit: edit.visit }))
  const { tour, index, visit } = found
  tour.visits.splice(index, 1)
  state.touchedStops.add(visit.stop)
  const stop = state.stops.get(visit.stop)!
  const last = ![...visitsOf(state)].some((v) => v.visit.stop === visit.stop)
  return {
    undo: [
      {
        do: 'add-visit',
        stop: visit.stop,
        // With its last visit the stop leaves the plan, so it has to be said what it was.
        ...(last ? { newStop: newStopEdit(stop) } : {}),
        date: tour.date,
        vehicle: tour.vehicle.id,
        at: index,
        visit: visit.id,
      },
    ],
  }
}

export function addVisit(state: EditState, edit: PlanEditOf<'add-visit'>): Edited {
  const wrong = wrongDay(state, edit.vehicle, edit.date)
  if (wrong !== null) return refused(wrong)
  const vehicle = state.vehicles.get(edit.vehicle)!
  const known = state.stops.get(edit.stop)
  if (known === undefined && edit.newStop === undefined)
    return refused(finding('plan-unknown-stop', at, { tour: edit.vehicle, stop: edit.stop }))
  if (known === undefined) {
    const made = newStopOf(state, edit.stop, edit.newStop!, vehicle)
    if ('refused' in made) return made
    state.stops.set(edit.stop, made.stop)
  }
  const stop = state.stops.get(edit.stop)!
  const taken = new Set([...visitsOf(state)].map((v) => v.visit.id))
  if (edit.visit !== undefined && taken.has(edit.visit))
    return refused(finding('edit-visit-there', at, { visit: edit.visit }))
  const visit: Visit = {
    id: edit.visit ?? freeId(`${edit.vehicle}-${edit.date}`, taken),
    stop: edit.stop,
    // A stay of the right length is put in when all edits are made (`settleStays`).
    arrive: 0,
    leave: stop.serviceSeconds,
    services: [...stop.services],
    personTimes: stop.personTimes,
  }
  const result = put(state, visit, { vehicle, date: edit.date, at: edit.at })
  if (!('tour' in result)) return result
  state.touchedStops.add(edit.stop)
  return { undo: [{ do: 'drop-visit', visit: visit.id }] }
}

function freeId(tour: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) if (!taken.has(`${tour}/${n}`)) return `${tour}/${n}`
}
