import { compareLevels, costLevel, type Levels } from './levels.ts'
import type { RuledProblem } from './problem.ts'

/** The level that is improved now; those before it are frozen: none may rise above its cap. */
export interface Stage {
  level: number
  caps: readonly number[]
}

/** Everything up to the cost is improved together, in its order. */
export const firstStage = (problem: RuledProblem): Stage => ({
  level: costLevel(problem),
  caps: [],
})

/** Levels worth a stage of their own after the cost: the longest day always, the others where the instance asks for them. */
export function levelsToImprove(problem: RuledProblem): number[] {
  if (problem.instance.objective !== 'levels') return []
  const at = costLevel(problem)
  const { units } = problem
  return [
    at + 1,
    ...(units.some((u) => u.published.length > 0) ? [at + 2] : []),
    ...(units.some((u) => u.unwished.size > 0) ? [at + 3] : []),
  ]
}

/** The stage for the next level: what stood before is frozen at the best found × (1 + `epsilon`), kept caps stay. */
export const nextStage = (was: Stage, best: Levels, level: number, epsilon: number): Stage => ({
  level,
  caps: best.slice(0, level).map((value, k) => was.caps[k] ?? Math.floor(value * (1 + epsilon))),
})

/** Compares by the level of the stage and those behind it, then by those before; what breaks a cap comes last. */
export function compareInStage(a: Levels, b: Levels, { level, caps }: Stage): number {
  if (caps.length === 0) return compareLevels(a, b)
  const over = (levels: Levels) => caps.some((cap, k) => levels[k]! > cap)
  if (over(a) || over(b)) return Number(over(a)) - Number(over(b)) || compareLevels(a, b)
  return compareLevels(a.slice(level), b.slice(level)) || compareLevels(a, b)
}
