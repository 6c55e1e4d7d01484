import type { TourRoads } from '@kuashan/contract/plans.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { County } from '@kuashan/core/plan/county.ts'
import type { Plan, Tour } from '@kuashan/core/plan/plan.ts'
import type { LngLat } from '@kuashan/core/territory/settlement.ts'
import type { DrivenLeg } from '@kuashan/engine/travel/tour-roads.ts'
import type { OpenedPlan } from './open-plan.ts'
import { roadsHere, type TravelShelf } from './travel-shelf.ts'

/** Which tours are drawn: of a day, of a vehicle, of both, or all. */
export interface DrawnTours {
  date?: PlainDate | undefined
  vehicle?: string | undefined
}

/** The roads that tours of a plan take. */
export async function drawnTours(
  shelf: TravelShelf,
  { plan, under }: OpenedPlan,
  { date, vehicle }: DrawnTours,
): Promise<TourRoads> {
  const { county } = under.input
  const drawn = plan.tours
    .filter((t) => (date ?? t.date) === t.date && (vehicle ?? t.vehicle) === t.vehicle)
    .map((tour) => ({ tour: tour.id, legs: legsOf(tour, plan, county) }))
  const lines = await roadsHere(shelf, under.input).lines(drawn.flatMap((one) => one.legs))
  const legs: TourRoads['legs'] = []
  const numbers = new Map<LngLat[] | string, number>()
  let next = 0
  const tours = drawn.map(({ tour, legs: driven }) => ({
    tour,
    legs: driven.map(({ from, to }) => {
      const line = lines[next++]!
      // A leg driven twice in one state of the roads is one line; a leg without one is told by its ends.
      const key = line ?? `${from} ${to}`
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, legs.length)
      return legs.push({ from, to, line }) - 1
    }),
  }))
  return { legs, tours }
}

/** From the depot over the stops and home; two visits at one place are no leg. */
function legsOf(tour: Tour, { stops }: Plan, { vehicles }: County): DrivenLeg[] {
  const vehicle = vehicles.find((v) => v.id === tour.vehicle)
  if (!vehicle) return []
  const settlementOf = new Map(stops.map((stop) => [stop.id, stop.settlement]))
  const places = tour.visits.flatMap((visit) => settlementOf.get(visit.stop) ?? [])
  const way = [vehicle.depot, ...places, vehicle.depot]
  return way
    .slice(1)
    .map((to, k) => ({ date: tour.date, vehicle, from: way[k]!, to }))
    .filter(({ from, to }) => from !== to)
}
