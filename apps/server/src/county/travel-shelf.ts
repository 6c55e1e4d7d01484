import type { Finding } from '@kuashan/core/kernel/finding.ts'
import { oncePer } from '@kuashan/core/kernel/once-per.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { type World, worldOf } from '@kuashan/core/planner/explain/world.ts'
import type { YearTravel } from '@kuashan/core/travel/travel-table.ts'
import { planningHash, travelHash } from '@kuashan/engine/data-hash.ts'
import { yearTravel } from '@kuashan/engine/travel/county-travel.ts'
import { type TourRoads, tourRoads } from '@kuashan/engine/travel/tour-roads.ts'
import { type LastUsed, lastUsed } from './last-used.ts'

type Found = Promise<{ travel: YearTravel; findings: Finding[] }>

/** The year’s travel of the data last asked for, and what plans of it are decided on: these are large, so one county at a time is kept. */
export interface TravelShelf {
  /** By the hash of what travel depends on. */
  kept: { hash: string; travel: Found } | null
  /** By the hash of what plans depend on: a few, for the county as it is and under scenarios. */
  worlds: LastUsed<World>
  /** The roads last drawn, by the hash of what travel depends on. */
  drawn?: { hash: string; roads: TourRoads }
}

const planningHashOf = oncePer(planningHash)
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
  const hash = planningHashOf(input)
  const { travel } = await travelOf(shelf, input, workers)
  const known = shelf.worlds.get(hash)
  // Data that differ in what no plan depends on have all but themselves in common.
  if (known?.travel === travel) return { ...known, input }
  const world = worldOf(input, travel)
  shelf.worlds.set(hash, world)
  return world
}

export const travelShelf = (): TravelShelf => ({ kept: null, worlds: lastUsed(3) })

/** Roads to draw tours on; what was drawn on the same roads is kept. */
export function roadsHere(shelf: TravelShelf, input: CountyInput): TourRoads {
  const hash = travelHashOf(input)
  if (shelf.drawn?.hash !== hash) shelf.drawn = { hash, roads: tourRoads(input) }
  return shelf.drawn.roads
}
