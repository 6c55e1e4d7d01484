import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { type World, worldOf } from '@kuashan/core/planner/explain/world.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { dataHash } from '@kuashan/engine/data-hash.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { type TourRoads, tourRoads } from '@kuashan/engine/travel/tour-roads.ts'

type Found = Promise<{ travel: YearTravel; findings: Finding[] }>

/** The year’s travel of the data last asked for, and what plans of it are decided on: these are large, so one county at a time is kept. */
export interface TravelShelf {
  kept: { hash: string; travel: Found; world?: World } | null
  /** The roads of the data last drawn. */
  drawn?: { hash: string; roads: TourRoads }
}

const hashes = new WeakMap<CountyInput, string>()

/** The hash of data; found once for the same object, which nobody changes. */
function hashOf(input: CountyInput): string {
  const known = hashes.get(input)
  if (known !== undefined) return known
  const hash = dataHash(input)
  hashes.set(input, hash)
  return hash
}

/** Travel by the data as they are now; found once for the same data. */
export function travelOf(shelf: TravelShelf, input: CountyInput, workers: number): Found {
  const hash = hashOf(input)
  if (shelf.kept?.hash === hash) return shelf.kept.travel
  const travel = yearTravel(input, { workers })
  shelf.kept = { hash, travel }
  travel.catch(() => {
    if (shelf.kept?.hash === hash) shelf.kept = null
  })
  return travel
}

/** What plans of the data are edited and explained on; found once for the same data. */
export async function worldHere(
  shelf: TravelShelf,
  input: CountyInput,
  workers: number,
): Promise<World> {
  const { travel } = await travelOf(shelf, input, workers)
  const kept = shelf.kept?.hash === hashOf(input) ? shelf.kept : null
  const world = kept?.world ?? worldOf(input, travel)
  if (kept) kept.world = world
  return world
}

/** Roads to draw tours on; what was drawn of the same data is kept. */
export function roadsHere(shelf: TravelShelf, input: CountyInput): TourRoads {
  const hash = hashOf(input)
  if (shelf.drawn?.hash !== hash) shelf.drawn = { hash, roads: tourRoads(input) }
  return shelf.drawn.roads
}
