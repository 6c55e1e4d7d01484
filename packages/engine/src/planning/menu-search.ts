import type { ReplanOptions } from '@kuashan/core/planner/replan/replan-problem.ts'

/** Clock time of the menu where no iterations are given: what is not found by then is not looked for. */
const menuSeconds = 6
const mostIterations = 400

/** So many rounds as were asked for, which can be repeated to the byte; else as many as the clock allows, counted from now. */
export function menuSearch(
  { seed, iterations }: { seed: number; iterations?: number | undefined },
  signal: AbortSignal,
): ReplanOptions {
  if (iterations !== undefined) return { seed, iterations, stop: () => signal.aborted }
  const start = performance.now()
  return {
    seed,
    iterations: mostIterations,
    stop: (share) => signal.aborted || performance.now() >= start + share * menuSeconds * 1000,
  }
}
