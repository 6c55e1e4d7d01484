import type { LpModel } from '../../kernel/lp.ts'
import type { SolveMilp } from '../../kernel/milp.ts'

/** What a siting search is given from outside: chance, time, the solver of integer programs, and the chance to let others in. */
export interface SitingRun {
  seed: number
  /** Seconds that are left; the search ends when they are used up. */
  secondsLeft(): number
  milp: SolveMilp
  /** A linear program that grows, solved on this thread; `close` frees it. */
  openLp(): Promise<LpModel>
  /** Ends all that `milp` is at, with what it has found; it may be asked again. */
  dropMilp(): void
  /** Lets messages of other threads arrive; awaited now and then between slices of search. */
  breathe(): Promise<void>
  /** The best answer and bound so far, as cost to minimise. */
  onProgress?: ((cost: number, bound: number) => void) | undefined
}
