import type { County } from '@kuashan/core/plan/county.ts'
import type { Plan } from '@kuashan/core/plan/plan.ts'
import { stopCandidates, walksOf } from '@kuashan/core/planner/stop-candidates.ts'
import type { TravelPlace } from '@kuashan/core/travel/snap.ts'
import type { WalkTable } from '@kuashan/core/travel/travel-table.ts'

/** Legs that a plan from elsewhere needs whatever their length, from place to place. */
export type Legs = readonly (readonly [from: string, to: string])[]

export interface VehicleStands {
  /** Where the table has rows and columns: depots, and settlements where a plan may put a stop. */
  places: readonly TravelPlace[]
  /** Everywhere a vehicle may stand. */
  all: readonly TravelPlace[]
  always: Legs
}

/** The legs of a plan's tours, from depot to depot. */
export function legsOf(plan: Pick<Plan, 'stops' | 'tours'>, { vehicles }: County): Legs {
  const at = new Map(plan.stops.map((s) => [s.id, s.settlement]))
  const depots = new Map(vehicles.map((v) => [v.id, v.depot]))
  const legs = new Map<string, readonly [string, string]>()
  for (const { vehicle, visits } of plan.tours) {
    const depot = depots.get(vehicle)
    if (depot === undefined) continue
    const places = [depot, ...visits.flatMap((v) => at.get(v.stop) ?? []), depot]
    for (let k = 1; k < places.length; k++)
      legs.set(`${places[k - 1]} ${places[k]}`, [places[k - 1]!, places[k]!])
  }
  return [...legs.values()]
}

/** Depots, where today's timetable stops, where a plan may put a stop, and where a given plan puts one. */
export function vehicleStands(
  county: County,
  stops: readonly TravelPlace[],
  walkToStops: WalkTable,
  legs: Legs,
): VehicleStands {
  const always = [...legsToday(county), ...legs]
  const wanted = new Set([
    ...stopCandidates(county, walksOf(county, walkToStops)).map((s) => s.id),
    ...county.vehicles.map((v) => v.depot),
    ...always.flat(),
  ])
  return { places: stops.filter((place) => wanted.has(place.id)), all: stops, always }
}

/** All legs between the places that a vehicle goes to by today's timetable, its depot among them. */
function legsToday({ baseline, vehicles }: County): Legs {
  const goesTo = new Map<string, Set<string>>()
  for (const { vehicle, settlement } of baseline.timetable)
    goesTo.set(vehicle, (goesTo.get(vehicle) ?? new Set()).add(settlement))
  return vehicles.flatMap(({ id, depot }) => {
    const places = [depot, ...(goesTo.get(id) ?? [])]
    return places.flatMap((from) => places.map((to) => [from, to] as const))
  })
}
