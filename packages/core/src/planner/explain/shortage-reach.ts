import type { Plan, Shortage } from '../../plan/plan.ts'
import { cellsByKey, needKey } from '../plan-ground.ts'
import type { Missed } from './answer.ts'
import { boundsEver } from './bounds-ever.ts'
import { boundsToday } from './bounds-today.ts'
import type { ChannelBound } from './channel-bound.ts'
import { type SiteThere, siteThere } from './usual-site.ts'
import type { World } from './world.ts'

/** How far a need that a plan misses is from being met, told by travel alone: nothing is planned again. */
export interface ShortageReach {
  settlement: string
  service: string
  people: number
  missing: readonly Missed[]
  reason: Shortage['reason']
  /**
   * `never`: proved that nothing meets it, whatever is added. `beyond`: proved that nothing which is there, or which a
   * building is registered for, meets it. `held-back`: something is near enough; days, hours, money or the calendar lack.
   */
  verdict: 'never' | 'beyond' | 'held-back'
  /** The bound of every way, where that is proved. */
  bounds: readonly ChannelBound[]
  /** What would meet it for sure, where a site can be put up: the building itself is not in its price. */
  site: SiteThere | null
}

/** Every need that a plan misses, in the order of the plan. */
export function reachOfShortages(world: World, plan: Plan): ShortageReach[] {
  const cells = cellsByKey(world.base.ground)
  const today = boundsToday(world)
  const always = boundsEver(world)
  const needs = new Map<string, Shortage[]>()
  for (const s of plan.shortages) {
    const key = needKey(s.settlement, s.service)
    needs.set(key, [...(needs.get(key) ?? []), s])
  }
  return [...needs].flatMap(([key, shortages]): ShortageReach[] => {
    const cell = cells.get(key)
    if (cell === undefined) return []
    const ever = always(cell)
    const now = ever ?? today(cell)
    const { settlement, service, reason } = shortages[0]!
    return [
      {
        settlement,
        service,
        people: cell.people,
        missing: shortages.map(({ metric, want, have }) => ({ metric, want, have })),
        reason,
        verdict: ever !== null ? 'never' : now !== null ? 'beyond' : 'held-back',
        bounds: now ?? [],
        site: ever === null ? siteThere(world, cell) : null,
      },
    ]
  })
}

/** Floors missed by what is proved of them. */
export function floorsByReach(
  reached: readonly ShortageReach[],
): Record<ShortageReach['verdict'], number> {
  const floors = { never: 0, beyond: 0, 'held-back': 0 }
  for (const { verdict, missing } of reached) floors[verdict] += missing.length
  return floors
}
