import { dayNumber } from '../kernel/calendar.ts'
import type { Seconds } from '../kernel/units.ts'
import type { Tour } from '../plan/plan.ts'
import type { TourProblem } from './first-tours/problem.ts'
import { writeTour } from './first-tours/write-tour.ts'
import type { PlanGround } from './plan-ground.ts'
import type { PlannedStop } from './planned-stops.ts'
import { bundlesOn, hasBundles, personTimesOf, staySeconds } from './visit-bundles.ts'

/**
 * Tours with each visit cut down to the services it carries. Where the shorter stays would break a rule (a short stay
 * is no rest from driving) the times stand.
 */
export function bundleTours(
  ground: PlanGround,
  problem: TourProblem,
  stops: readonly PlannedStop[],
  tours: readonly Tour[],
): Tour[] {
  const bundled = new Map(
    stops.filter((s) => hasBundles(ground, s)).map((s) => [s.stop.id, s] as const),
  )
  if (bundled.size === 0) return [...tours]
  const ofVisit = bundlesByVisit(ground, bundled, tours)
  const stopOf = new Map(problem.stops.map((s) => [s.id, s]))
  const vehicleOf = new Map(problem.vehicles.map((v) => [v.id, v]))
  return tours.map((tour) => {
    const given = tour.visits.map((v) => ofVisit.get(v.id))
    if (given.every((g) => g === undefined)) return tour
    const timed = tour.visits.map((v, k) => ({ ...stopOf.get(v.stop)!, ...given[k] }))
    const day = problem.days.indexOf(tour.date)
    return (
      writeTour(problem, vehicleOf.get(tour.vehicle)!, day, timed) ?? {
        ...tour,
        visits: tour.visits.map((v, k) => ({
          ...v,
          services: [...timed[k]!.services],
          personTimes: timed[k]!.personTimes,
        })),
      }
    )
  })
}

/** By id of the visit. */
function bundlesByVisit(
  ground: PlanGround,
  stops: ReadonlyMap<string, PlannedStop>,
  tours: readonly Tour[],
) {
  const visits = new Map<string, { id: string; day: number }[]>()
  for (const tour of tours)
    for (const { id, stop } of tour.visits)
      if (stops.has(stop))
        visits.set(stop, [...(visits.get(stop) ?? []), { id, day: dayNumber(tour.date) }])
  return new Map(
    [...visits].flatMap(([id, of]) => {
      const stop = stops.get(id)!
      const parts = Math.round(1 / stop.share)
      of.sort((a, b) => a.day - b.day)
      return bundlesOn(
        ground,
        stop,
        of.map((v) => v.day),
      ).map(
        (bundle, k) =>
          [
            of[k]!.id,
            {
              services: bundle.services,
              personTimes: personTimesOf(bundle, parts),
              serviceSeconds: staySeconds(bundle, stop.fleet, parts) as Seconds,
            },
          ] as const,
      )
    }),
  )
}
