import type { SolveMilp } from '../kernel/milp.ts'
import type { Mode } from '../plan/plan.ts'
import type { SolveTours, Stop } from './first-tours/problem.ts'

/** How a plan is to be made; solvers, stopping and progress come in from outside. */
export interface PlanOptions {
  mode: Mode
  seed: number
  milp: SolveMilp
  solveTours: SolveTours
  /** Asked with the iterations done so far over all rounds. */
  stop: Stop
  /** Given when the budget is a number of iterations: the plan can then be made again to the byte. */
  iterations?: number
  workers: number
  /** `township` keeps sites, stops and vehicles to their own township, for comparison with pooling (A09). */
  withinBorders?: 'township' | 'none'
  onProgress?: (progress: { share: number; detail: string }) => void
}
