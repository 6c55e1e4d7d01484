import type { SolveMilp } from '../kernel/milp.ts'
import type { Mode, Plan } from '../plan/plan.ts'
import type { PlanFigures } from '../plan/plan-figures.ts'
import type { SolveTours, Stop } from './first-tours/problem.ts'
import type { Ways } from './joint/ways.ts'
import type { KeptSupply } from './plan-ground.ts'

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
  /** Only this kind of means; needs that it cannot meet are missed. For comparison. */
  ways?: Ways
  /** Needs that the plan answers for, by `needKey`; all where not given. For comparison at equal coverage. */
  needs?: ReadonlySet<string>
  /** What goes on as it is. A county in one piece only. */
  kept?: KeptSupply
  /**
   * By how much of what it decides the plan may be dearer than the cheapest found, so that later levels live; 0 where
   * not given: then more search never makes a plan worse by its levels.
   */
  epsilon?: number
  onProgress?: (progress: { share: number; detail: string }) => void
  /** Told of each plan that is better than all before; of a city territory by territory. */
  onBetter?: (better: BetterPlan) => void
}

/** What the best plan so far comes to. */
export interface BetterPlan extends PlanFigures {
  /** The territory that the figures are of, from 1, of so many; a county in one piece is one of one. */
  part: number
  parts: number
}
