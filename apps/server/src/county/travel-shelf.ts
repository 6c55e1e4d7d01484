import type { Finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { type World, worldOf } from '@kuashan/core/planner/explain/world.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { dataHash, travelHash } from '@kuashan/engine/data-hash.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { type TourRoads, tourRoads } from '@kuashan/engine/travel/tour-roads.ts'

type Found = Promise<{ travel: YearTravel; findings: Finding[] }>

/** The year’s travel of the data last asked for, and what plans of it are decided on: these are large, so one county at a time is kept. */
export interface TravelShelf {
  /** By the hash of what travel depends on. */
  kept: { hash: string; travel: Found } | null
  /** By the hash of all data. */
  world?: { hash: string; world: World }
  /** The roads last drawn, by the hash of what travel depends on. */
  drawn?: { hash: string; roads: TourRoads }
}

/** Finds something out once for the same object, which nobody changes. */
function oncePer<T>(find: (input: CountyInput) => T): (input: CountyInput) => T {
  const found = new WeakMap<CountyInput, T>()
  return (input) => {
    const value = found.get(input) ?? find(input)
    found.set(input, value)
    return value
  }
}

const dataHashOf = oncePer(dataHash)
const travelHashOf = oncePer(travelHash)

/** Travel by the data as they are now; found once for data that lead nowhere else. */
export function travelOf(shelf: TravelShelf, input: CountyInput, workers: number): Found {
  const hash = travelHashOf(input)
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
  const hash = dataHashOf(input)
  const { travel } = await travelOf(shelf, input, workers)
  if (shelf.world?.hash === hash && shelf.world.world.travel === travel) return shelf.world.world
  const world = worldOf(input, travel)
  shelf.world = { hash, world }
  return world
}

/** Roads to draw tours on; what was drawn on the same roads is kept. */
export function roadsHere(shelf: TravelShelf, input: CountyInput): TourRoads {
  const hash = travelHashOf(input)
  if (shelf.drawn?.hash !== hash) shelf.drawn = { hash, roads: tourRoads(input) }
  return shelf.drawn.roads
}
