import { setImmediate } from 'node:timers/promises'
import type { SitingRun } from '@kuashan/core/planner/siting/siting-run.ts'
import { type HighsHere, highsHere } from '../milp/highs-here.ts'
import { milpSolver } from '../milp/solve-milp.ts'

export interface SitingOrder {
  seed: number
  /** Milliseconds since 1970, as `performance.timeOrigin + performance.now()` counts. */
  deadline: number
  signal?: AbortSignal | undefined
  onProgress?: SitingRun['onProgress']
}

/** How long an interrupted integer search may take to hand in what it has. */
const patience = 700

/** What the core's siting searches need, by this machine's clock and with HiGHS in a thread of its own. */
export function sitingRun({ seed, deadline, signal, onProgress }: SitingOrder): SitingRun {
  const now = () => performance.timeOrigin + performance.now()
  let highs: Promise<HighsHere> | undefined
  const here = () => {
    highs ??= highsHere(() => secondsLeft() <= 0)
    return highs
  }
  const running = new Set<AbortController>()
  const drop = () => {
    for (const each of running) each.abort()
  }
  const secondsLeft = () => (signal?.aborted ? 0 : (deadline - now()) / 1000)
  return {
    seed,
    secondsLeft,
    milp: async (problem, options) => {
      const own = new AbortController()
      running.add(own)
      const end = setTimeout(drop, Math.max(0, deadline - now()))
      signal?.addEventListener('abort', drop, { once: true })
      try {
        return await milpSolver(own.signal, patience)(problem, options)
      } finally {
        running.delete(own)
        clearTimeout(end)
        signal?.removeEventListener('abort', drop)
      }
    },
    openLp: async () => (await here()).openLp(),
    dropMilp: drop,
    breathe: async () => {
      await setImmediate()
    },
    onProgress,
  }
}
