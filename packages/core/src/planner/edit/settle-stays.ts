import { dayNumber } from '../../kernel/calendar.ts'
import { type Finding, finding } from '../../kernel/finding.ts'
import type { Tour, Visit } from '../../plan/plan.ts'
import type { Vehicle } from '../../resources/vehicle.ts'
import { bundlesOn, personTimesOf, staySeconds } from '../visit-bundles.ts'
import { type EditState, openTour, staysOf, visitsOf } from './edit-state.ts'
import { timeTour } from './tour-clock.ts'

/** What a visit gives, and how long it stays with a vehicle. */
interface Settled extends Pick<Visit, 'services' | 'personTimes'> {
  stay: (vehicle: Vehicle) => number
}

/**
 * Stays and person-times of stops whose people or number of visits changed, by the same rule as when the plan was made:
 * the people due at one visit when those planned, or those wanted where fewer are planned, serve them.
 */
export function settleStays(state: EditState): void {
  const settled = settledVisits(state)
  for (const tour of [...state.tours.values()])
    if (
      !state.open.has(tour.id) &&
      tour.visits.some((v) => differs(v, settled.get(v.id), state.vehicles.get(tour.vehicle)!))
    )
      openTour(state, tour)
  for (const tour of state.open.values())
    tour.visits = tour.visits.map((v) => settledVisit(v, settled.get(v.id), tour.vehicle))
}

/** By visit id, for the visits of touched stops. */
function settledVisits(state: EditState): Map<string, Settled> {
  const visits = new Map<string, { id: string; day: number }[]>()
  for (const { visit, date } of visitsOf(state))
    if (state.touchedStops.has(visit.stop))
      visits.set(visit.stop, [
        ...(visits.get(visit.stop) ?? []),
        { id: visit.id, day: dayNumber(date) },
      ])
  return new Map(
    [...visits].flatMap(([id, of]) => {
      const stop = state.stops.get(id)!
      const parts = Math.max(1, Math.round(1 / stop.share))
      of.sort((a, b) => a.day - b.day)
      const days = of.map((v) => v.day)
      return bundlesOn(state.base.ground, stop, days).map((bundle, k): [string, Settled] => [
        of[k]!.id,
        {
          services: [...bundle.services],
          personTimes: personTimesOf(bundle, parts),
          stay: (vehicle) => staySeconds(bundle, vehicle, parts),
        },
      ])
    }),
  )
}

function settledVisit(visit: Visit, settled: Settled | undefined, vehicle: Vehicle): Visit {
  if (settled === undefined) return visit
  const { services, personTimes, stay } = settled
  return { ...visit, leave: visit.arrive + stay(vehicle), services: [...services], personTimes }
}

const differs = (visit: Visit, settled: Settled | undefined, vehicle: Vehicle): boolean =>
  settled !== undefined &&
  (visit.leave - visit.arrive !== settled.stay(vehicle) ||
    visit.personTimes !== settled.personTimes ||
    visit.services.join() !== settled.services.join())

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
