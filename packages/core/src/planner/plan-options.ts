import type { SolveMilp } from '../kernel/milp.ts'
import type { Mode, Plan } from '../plan/plan.ts'
import type { SolveTours, Stop } from './first-tours/problem.ts'

/** How a plan is to be made; solvers, stopping and progress come in from outside. */
export interface PlanOptions {
  mode: Mode
  seed: number
  milp: SolveMilp
  solveTours: SolveTours
  /** Asked with the iterations done so far over all rounds. */
  stop: Stop
  /** Settlements above which a city is planned territory by territory; 3,000 where not given. */
  mostInOnePiece?: number
  /** The rule for part k of so many equal parts of the budget, where a city is planned territory by territory. */
  stopPart?: (k: number, parts: number) => Stop
  /** Given when the budget is a number of iterations: the plan can then be made again to the byte. */
  iterations?: number
  workers: number
  /** `township` keeps sites, stops and vehicles to their own township, for comparison with pooling (A09). */
  withinBorders?: 'township' | 'none'
  /** The plan in force: among plans equal before, the one with the fewest changes from it. */
  published?: Plan
  /** How far the cost may go over the least found so that later levels live; 1 % where not given. */
  epsilon?: number
  onProgress?: (progress: { share: number; detail: string }) => void
}
