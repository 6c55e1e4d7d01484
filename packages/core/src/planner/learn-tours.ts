import type { Draft } from './draft.ts'
import { profileOf } from './fleet-class.ts'
import type { ChoiceGround } from './joint/build-choice.ts'
import { baseRoads, type TouredVisit } from './route-cost.ts'

/** So that a stop at the depot has a share too. */
const leastWaySeconds = 60

/** Each visit's share of its tour: by how far its stop is from the depot, there and back. */
export function touredVisits({ ground }: ChoiceGround, draft: Draft): TouredVisit[] {
  const vehicles = new Map(ground.county.vehicles.map((v) => [v.id, v]))
  const stops = new Map(draft.stops.map((s) => [s.stop.id, s]))
  const roads = baseRoads(ground)
  return draft.tours.flatMap((tour) => {
    const vehicle = vehicles.get(tour.vehicle)!
    const road = roads(profileOf(vehicle))
    const weights = tour.visits.map((v) => {
      const { settlement } = stops.get(v.stop)!
      const out = Math.max(0, road.seconds(vehicle.depot, settlement))
      return leastWaySeconds + out + Math.max(0, road.seconds(settlement, vehicle.depot))
    })
    const sum = weights.reduce((a, b) => a + b, 0)
    return tour.visits.map((v, k): TouredVisit => {
      const { settlement, fleet } = stops.get(v.stop)!
      return { settlement, fleet, tour, share: weights[k]! / sum }
    })
  })
}

/** All visits known, those of a stop as they were when it was last visited. */
export function latestOf(
  known: Map<string, TouredVisit[]>,
  visits: readonly TouredVisit[],
): TouredVisit[] {
  const now = new Map<string, TouredVisit[]>()
  for (const visit of visits) {
    const key = `${visit.settlement} ${visit.fleet.key}`
    now.set(key, [...(now.get(key) ?? []), visit])
  }
  for (const [key, of] of now) known.set(key, of)
  return [...known.values()].flat()
}

/** How full a day out is, by kind of vehicle: the mean part of the shift, in steps of a twentieth. */
export function fillByKind({ ground }: ChoiceGround, draft: Draft): Map<string, number> {
  const vehicles = new Map(ground.county.vehicles.map((v) => [v.id, v]))
  const sums = new Map<string, { out: number; shift: number }>()
  for (const tour of draft.tours) {
    const { kind, shiftSeconds } = vehicles.get(tour.vehicle)!
    const sum = sums.get(kind) ?? { out: 0, shift: 0 }
    sum.out += tour.finish - tour.depart
    sum.shift += shiftSeconds
    sums.set(kind, sum)
  }
  return new Map(
    [...sums].sort().map(([kind, { out, shift }]) => [kind, Math.ceil((out / shift) * 20) / 20]),
  )
}
