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
      if (!unit.optional) levels[0]! += unit.members.length
      else levels[1 + unit.priority]! += unit.prize
    }
    levels[at + 2]! += changesOf(problem, u, visits[u]!)
    for (const s of visits[u]!) if (unit.unwished.has(problem.slots[s]!.day)) levels[at + 3]! += 1
  })
  for (const route of routes) {
    levels[at]! += route.cost
    levels[at + 1] = Math.max(levels[at + 1]!, Math.ceil(route.duration - 1e-6))
  }
  return levels
}

/** Published visits that aren't kept, and visits that weren't published. */
function changesOf(problem: RuledProblem, u: number, visits: readonly number[]): number {
  const { published, members } = problem.units[u]!
  if (published === null) return 0
  let kept = 0
  for (const s of visits) {
    const { day, vehicle } = problem.slots[s]!
    const by = published.get(day)
    if (by !== undefined && (by < 0 || by === vehicle)) kept += 1
  }
  return (published.size + visits.length - 2 * kept) * members.length
}
