import { type Finding, finding } from '../../kernel/finding.ts'
import type { Tour, Visit } from '../../plan/plan.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import { type EditState, openTour, staysOf, visitsOf } from './edit-state.ts'
import { type LoadAt, loadAt } from './load-at.ts'
import { timeTour } from './tour-clock.ts'

/**
 * Stays and person-times of stops whose people or number of visits changed, by the same rule as when the plan was made:
 * the people due at one visit when those planned, or those wanted where fewer are planned, serve them.
 */
export function settleStays(state: EditState): void {
  const counts = new Map<string, number>()
  for (const { visit } of visitsOf(state)) counts.set(visit.stop, (counts.get(visit.stop) ?? 0) + 1)
  const loads = new Map<string, LoadAt>()
  for (const id of state.touchedStops) {
    const stop = state.stops.get(id)!
    const count = counts.get(id) ?? 0
    if (count > 0) loads.set(id, loadAt(state, stop, Math.max(count, stop.visits)))
  }
  for (const tour of [...state.tours.values()])
    if (
      !state.open.has(tour.id) &&
      tour.visits.some((v) => differs(v, loads, state.vehicles.get(tour.vehicle)!))
    )
      openTour(state, tour)
  for (const tour of state.open.values())
    tour.visits = tour.visits.map((v) => settled(v, loads, tour.vehicle))
}

function settled(visit: Visit, loads: ReadonlyMap<string, LoadAt>, vehicle: Vehicle): Visit {
  const load = loads.get(visit.stop)
  if (load === undefined) return visit
  return {
    ...visit,
    leave: visit.arrive + load.staySeconds(vehicle),
    services: [...load.services],
    personTimes: load.personTimes,
  }
}

function differs(visit: Visit, loads: ReadonlyMap<string, LoadAt>, vehicle: Vehicle): boolean {
  const load = loads.get(visit.stop)
  return (
    load !== undefined &&
    (visit.leave - visit.arrive !== load.staySeconds(vehicle) ||
      visit.personTimes !== load.personTimes ||
      visit.services.join() !== load.services.join())
  )
}

/** All tours with their times, in order of date and vehicle; legs without a road are findings. */
export function timedTours(state: EditState): { tours: Tour[]; findings: Finding[] } {
  const findings: Finding[] = []
  const tours = [...state.tours.values()].filter((t) => !state.open.has(t.id))
  for (const open of state.open.values()) {
    if (open.visits.length === 0) continue
    const timed = timeTour(open, open.vehicle, staysOf(state, open), state.roads)
    if ('tour' in timed) tours.push(timed.tour)
    else
      findings.push(
        finding(
          'edit-no-road',
          { path: `tours.${open.id}` },
          { vehicle: open.vehicle.id, date: open.date, place: timed.noWay.to },
        ),
      )
  }
  tours.sort((a, b) =>
    a.date !== b.date
      ? a.date < b.date
        ? -1
        : 1
      : a.vehicle < b.vehicle
        ? -1
        : a.vehicle > b.vehicle
          ? 1
          : 0,
  )
  return { tours, findings }
}
