import type { NeedCell, PlanGround } from './plan-ground.ts'
import type { Walks } from './stop-candidates.ts'

/** Places within a cell's walk where a vehicle may stop, its own first, then nearest first, with the walk in seconds. */
export const standsNear = (
  { ground, walks }: { ground: PlanGround; walks: Walks },
  { settlement, limits }: NeedCell,
): (readonly [place: string, walkSeconds: number])[] =>
  [...walks.get(settlement.id)!].filter(
    ([id, seconds]) =>
      seconds <= limits.walkSeconds && ground.settlements.get(id)?.canStop === true,
  )
