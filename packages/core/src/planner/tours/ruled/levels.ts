import type { RuledProblem } from './problem.ts'
import type { Route } from './state.ts'

/**
 * A solution as it is compared (docs/methods/tours.md): units left out that may not be, prize left out by class, cost, longest
 * day, changes, wishes. Whole numbers with the objective `levels`; less is better, the first difference decides.
 */
export type Levels = readonly number[]

export function compareLevels(a: Levels, b: Levels): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!
  return 0
}

/** A locked visit that isn't made outweighs any number of customers left out: such a solution breaks a rule. */
export const BROKEN = 1e6

/** Where the cost stands among the levels. */
export const costLevel = (problem: RuledProblem): number => 1 + problem.classes

export function levelsOf(
  problem: RuledProblem,
  routes: readonly Route[],
  visits: readonly (readonly number[])[],
): Levels {
  const levels = new Array<number>(problem.classes + 5).fill(0)
  const at = costLevel(problem)
  problem.units.forEach((unit, u) => {
    if (visits[u]!.length === 0) {
      levels[0]! += unit.must + (unit.locked.size > 0 ? BROKEN : 0)
      for (const { priority, prize } of unit.prizes) levels[1 + priority]! += prize
    }
    for (const published of unit.published)
      levels[at + 2]! += changesOf(problem, published, visits[u]!)
    for (const s of visits[u]!) levels[at + 3]! += unit.unwished.get(problem.slots[s]!.day) ?? 0
  })
  for (const route of routes) {
    levels[at]! += route.cost
    levels[at + 1] = Math.max(levels[at + 1]!, Math.ceil(route.duration - 1e-6))
  }
  return levels
}

/** Published visits that aren't kept, and visits that weren't published. */
function changesOf(
  problem: RuledProblem,
  published: ReadonlyMap<number, number>,
  visits: readonly number[],
): number {
  const kept = visits.filter((s) => isPublished(published, problem.slots[s]!)).length
  return published.size + visits.length - 2 * kept
}

/** Whether a visit on a slot is one of the published ones. */
export function isPublished(
  published: ReadonlyMap<number, number>,
  { day, vehicle }: { day: number; vehicle: number },
): boolean {
  const by = published.get(day)
  return by !== undefined && (by < 0 || by === vehicle)
}
