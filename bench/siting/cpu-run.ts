import { setImmediate } from 'node:timers/promises'
import type { SitingRun } from '@kuashan/core/planner/siting/siting-run.ts'
import { type HighsHere, highsHere } from '@kuashan/engine/milp/highs-here.ts'
import { milpSolver } from '@kuashan/engine/milp/solve-milp.ts'

/** CPU seconds of this process so far, all threads together. */
export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** How often limits are looked at while the integer solver works, and how long it may take to hand in what it has. */
const [look, patience] = [100, 700]

/**
 * A siting run by CPU time instead of the clock, so that a machine shared with others gives the same figures: all threads
 * together have `seconds`. Solver limits count the CPU of the whole process since they began.
 */
export function cpuRun(seed: number, seconds: number): SitingRun {
  const started = cpuSeconds()
  const secondsLeft = () => seconds - (cpuSeconds() - started)
  let highs: Promise<HighsHere> | undefined
  const here = () => {
    highs ??= highsHere(() => secondsLeft() <= 0)
    return highs
  }
  const running = new Set<AbortController>()
  return {
    seed,
    secondsLeft,
    milp: async (problem, { timeLimit = seconds, ...options } = {}) => {
      const own = new AbortController()
      running.add(own)
      const began = cpuSeconds()
      const poll = setInterval(() => {
        if (secondsLeft() <= 0 || cpuSeconds() - began > timeLimit) own.abort()
      }, look)
      try {
        return await milpSolver(own.signal, patience)(problem, options)
      } finally {
        clearInterval(poll)
        running.delete(own)
      }
    },
    openLp: async () => (await here()).openLp(),
    dropMilp: () => {
      for (const each of running) each.abort()
    },
    breathe: async () => {
      await setImmediate()
    },
  }
}
