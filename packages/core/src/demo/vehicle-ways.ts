import type { County, CountyInput } from '../plan/county.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { buildRoadGraph } from '../travel/build-road-graph.ts'
import { emptyTable, fillRows } from '../travel/matrix.ts'
import { travelProfile } from '../travel/profile-table.ts'
import { roadIndex } from '../travel/road-index.ts'
import { snapContext, snapPlaces, type TravelPlace } from '../travel/snap.ts'
import { terrainSampler } from '../travel/terrain-sampler.ts'
import type { TravelTable } from '../travel/travel-table.ts'
import { travelView } from '../travel/travel-view.ts'

/** Settlements and facilities that have a place, by id. */
export const placesById = (county: Pick<County, 'settlements' | 'facilities'>) =>
  new Map<string, TravelPlace>(
    [...county.settlements, ...county.facilities].flatMap((p) =>
      p.at === null ? [] : [[p.id, { id: p.id, at: p.at }] as const],
    ),
  )

/** Two hours: farther away nobody goes for a day's round. */
const farthestSeconds = 7_200

/** Ways of a vehicle between places in the base season, as the travel model has them. */
export function vehicleWays(
  input: Pick<CountyInput, 'roads' | 'terrain'>,
  places: readonly TravelPlace[],
  vehicle: Pick<Vehicle, 'widthM' | 'weightT'>,
  closed: ReadonlySet<string> = new Set(),
): TravelTable {
  const ids = places.map((p) => p.id)
  const table = emptyTable(ids, ids)
  if (input.roads === null) return table
  const elevation = terrainSampler(input.terrain)
  const graph = buildRoadGraph(input.roads, { elevation, profile: travelProfile, closed })
  const spec = { kind: 'vehicle' as const, widthM: vehicle.widthM, weightT: vehicle.weightT }
  const view = travelView(graph, spec, travelProfile)
  const context = snapContext(roadIndex(graph), view, elevation, travelProfile, { single: true })
  const access = snapPlaces(context, places)
  const task = {
    graph,
    view,
    from: access,
    to: access,
    profile: travelProfile,
    boarding: 0,
    limit: farthestSeconds,
  }
  fillRows(task, table, 0, places.length)
  return table
}
