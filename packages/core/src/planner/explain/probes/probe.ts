import type { Change } from '../../../plan/change.ts'
import type { Plan, Shortage } from '../../../plan/plan.ts'
import type { AmountUnit, ProbeKind } from '../../../words/explain/probe-words.ts'
import type { NeedCell } from '../../plan-ground.ts'
import type { ProvedChange } from '../answer.ts'
import type { World } from '../world.ts'

/** A need that is not met. */
export interface Question {
  world: World
  plan: Plan
  cell: NeedCell
  missing: readonly Shortage[]
}

/** One change to try, as much of it as an amount says; bisection finds the least amount that serves. */
export interface Trial {
  what: ProvedChange['what']
  unit: AmountUnit
  /** What it costs a year is not known, and not in the price. */
  unpriced?: true
  /** Ascending; more of it never serves fewer. A single 0 where there is nothing to count. */
  amounts: readonly number[]
  changes: (amount: number) => readonly Change[]
}

/** So many steps of an amount. */
export const steps = (count: number, step: number): number[] =>
  Array.from({ length: count }, (_, k) => (k + 1) * step)

/** One kind of change: a file each. */
export interface Probe {
  kind: ProbeKind
  /** Likeliest first; none where it could change nothing. */
  trials: (question: Question) => readonly Trial[]
}
