import type { OpenLp } from '../../kernel/lp.ts'
import type { SolveMilp } from '../../kernel/milp.ts'
import type { SitingRun } from './siting-run.ts'

/** A run whose clock goes forward by being looked at, so that it is the same every time; `milp` is not timed. */
export function countedRun(
  { milp, openLp }: { milp: SolveMilp; openLp: OpenLp },
  looks = 400,
  seed = 1,
): SitingRun {
  let left = looks
  return {
    seed,
    secondsLeft: () => Math.max(0, left--) / 1000,
    milp: (problem, options) => {
      const { timeLimit: _, ...rest } = options ?? {}
      return milp(problem, rest)
    },
    openLp: async () => openLp(),
    dropMilp: () => {},
    breathe: async () => {},
  }
}
