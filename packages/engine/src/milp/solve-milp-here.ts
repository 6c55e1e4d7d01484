import type { SolveMilp } from '@kuashan/core/kernel/milp.ts'
import { loadHighs, runHighs } from './highs-run.ts'

/** Loaded once: to load it takes longer than a small problem. */
const highs = loadHighs()

/** Solves on the calling thread, which it blocks: for tests and for callers that already are a worker. */
export const solveMilpHere: SolveMilp = async (problem, options) =>
  runHighs(await highs, problem, options)
