import type { TourRoads } from '@kuashan/contract/plans.ts'
import type { Territory } from '@kuashan/contract/territory.ts'
import type { PlainDate } from '@kuashan/core/kernel/calendar.ts'
import type { Plan, Tour } from '@kuashan/core/plan/plan.ts'
import { series } from '@kuashan/ui/tokens.ts'
import type { FeatureCollection } from 'geojson'

/** Which tours are looked at: all of a day, all of a vehicle, or both; null is any. */
export interface TourChoice {
  date: PlainDate | null
  vehicle: string | null
}

export const chosenTours = (tours: readonly Tour[], { date, vehicle }: TourChoice): Tour[] =>
  tours.filter(
    (tour) =>
      (date === null || tour.date === date) && (vehicle === null || tour.vehicle === vehicle),
  )

/** A colour for each vehicle of the plan, the same whatever is chosen. */
export function vehicleColours({ tours }: Pick<Plan, 'tours'>): Map<string, string> {
  const vehicles = [...new Set(tours.map((t) => t.vehicle))].sort()
  return new Map(vehicles.map((id, k) => [id, series[k % series.length]!]))
}

type At = readonly [number, number]

/** Each tour as a line by the roads it takes; straight where no road is known, and from stop to stop until the roads are there. Stops without a place are passed over; a tour of one point has no line. */
export function tourLines(
  tours: readonly Tour[],
  { stops }: Pick<Plan, 'stops'>,
  { settlements, facilities }: Pick<Territory, 'settlements' | 'facilities'>,
  depotOf: ReadonlyMap<string, string>,
  colours: ReadonlyMap<string, string>,
  roads?: TourRoads | undefined,
): FeatureCollection {
  const places = new Map<string, At | null>(
    [...settlements, ...facilities].map((p) => [p.id, p.at]),
  )
  const placeOfStop = new Map(stops.map((s) => [s.id, places.get(s.settlement) ?? null]))
  const legsOf = new Map(roads?.tours.map(({ tour, legs }) => [tour, legs]))
  const straight = (tour: Tour): At[] => {
    const depot = places.get(depotOf.get(tour.vehicle) ?? '') ?? null
    const points = [depot, ...tour.visits.map((v) => placeOfStop.get(v.stop) ?? null), depot]
    return points.filter((p) => p !== null)
  }
  const driven = (legs: readonly number[]): At[] =>
    legs.flatMap((k): At[] => {
      const { from, to, line } = roads!.legs[k]!
      return line ?? [places.get(from) ?? null, places.get(to) ?? null].filter((p) => p !== null)
    })
  return {
    type: 'FeatureCollection',
    features: tours.flatMap((tour) => {
      const legs = legsOf.get(tour.id)
      const line = legs && legs.length > 0 ? driven(legs) : straight(tour)
      if (line.length < 2) return []
      return [
        {
          type: 'Feature' as const,
          geometry: { type: 'LineString' as const, coordinates: line.map((at) => [...at]) },
          properties: { id: tour.id, colour: colours.get(tour.vehicle) ?? series[0] },
        },
      ]
    }),
  }
}

/** Legs of tours that no road is known for. */
export const legsWithoutRoad = ({ legs }: TourRoads): number =>
  legs.filter(({ line }) => line === null).length
