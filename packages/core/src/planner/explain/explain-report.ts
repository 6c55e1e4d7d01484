import type { SolveMilp } from '../../kernel/milp.ts'
import { needsMissed } from '../../plan/needs-missed.ts'
import type { Plan } from '../../plan/plan.ts'
import type { WhyNotServed } from './answer.ts'
import { type FloorPrice, floorPrices } from './floor-prices.ts'
import { reachOfShortages, type ShortageReach } from './shortage-reach.ts'
import { whyNotServed } from './why-not-served.ts'
import type { World } from './world.ts'

/** What a report tells of a plan beyond its figures. */
export interface Explained {
  floors: readonly FloorPrice[]
  worst: readonly WhyNotServed[]
  /** Settlements × services that miss a floor, explained or not. */
  needs: number
  /** Every need missed, with what travel alone proves of it. */
  reach: readonly ShortageReach[]
}

/** Settlements × services that are gone through for floors, and for needs: a big county gets fewer answers, not a longer wait. */
const cellsForFloors = 30_000
const cellsForNeeds = 100_000
const mostFloors = 6
const mostNeeds = 10

/** The prices of the floors for most people and the smallest changes for those missed most; bounded by count. */
export async function explainForReport(
  world: World,
  plan: Plan,
  milp: SolveMilp,
): Promise<Explained> {
  const cells = Math.max(1, world.base.ground.cells.length)
  const bounded = (budget: number, most: number) => Math.min(most, Math.floor(budget / cells))
  const floors = await floorPrices(world, plan, { milp, most: bounded(cellsForFloors, mostFloors) })
  const needs = [...needsMissed(plan.shortages).values()].sort((a, b) => b.people - a.people)
  const worst: WhyNotServed[] = []
  for (const need of needs.slice(0, bounded(cellsForNeeds, mostNeeds))) {
    const { settlement, service } = need
    const answer = await whyNotServed(world, plan, { settlement, service })
    if (answer !== null) worst.push(answer)
  }
  return { floors, worst, needs: needs.length, reach: reachOfShortages(world, plan) }
}
