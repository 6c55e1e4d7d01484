import type { Ride } from '../../plan/plan.ts'
import type { RidingCell } from '../draft.ts'
import type { NeedCell, PlanGround } from '../plan-ground.ts'
import { peopleOnDate } from './riders-of-cell.ts'

/**
 * People expected on one date of each ride, to the thousandth. A cell whose people go in several parts, or by several
 * rows in several seasons, has rides on all their dates together (docs/methods/rides.md).
 */
export function ridePeople(
  ground: PlanGround,
  rides: readonly Pick<Ride, 'id' | 'dates'>[],
  riding: readonly Pick<RidingCell, 'cell' | 'ride' | 'share'>[],
): Map<string, number> {
  const dates = new Map(rides.map((r) => [r.id, r.dates]))
  const days = new Map<NeedCell, Set<string>>()
  for (const { cell, ride } of riding) {
    const own = days.get(cell) ?? new Set<string>()
    for (const date of dates.get(ride) ?? []) own.add(date)
    days.set(cell, own)
  }
  const people = new Map<string, number>()
  for (const { cell, ride, share } of riding) {
    const own = peopleOnDate(cell, ground, days.get(cell)!.size) * share
    people.set(ride, (people.get(ride) ?? 0) + own)
  }
  return new Map([...people].map(([id, n]) => [id, Math.round(n * 1000) / 1000]))
}
