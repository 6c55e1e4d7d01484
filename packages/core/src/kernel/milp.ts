/**
 * A mixed-integer program as the core states it. The solver is passed in (`engine/milp`), so the core knows none.
 * minimise `cost`·x, subject to row bounds, variable bounds and integrality.
 */
export interface Milp {
  variables: readonly MilpVariable[]
  rows: readonly MilpRow[]
}

export interface MilpVariable {
  name: string
  cost: number
  low: number
  high: number
  integer: boolean
}

/** low ≤ Σ coefficient · variable ≤ high; use ±Infinity for an open side. `terms` are [variable index, coefficient]. */
export interface MilpRow {
  name: string
  low: number
  high: number
  terms: readonly (readonly [variable: number, coefficient: number])[]
}

export interface MilpOptions {
  /** Branch-and-bound nodes: the reproducible limit. */
  nodeLimit?: number
  /** Relative gap at which to stop; 0 asks for a proof. */
  gap?: number
  /** Seconds of wall clock: not reproducible, so only for callers that say so. */
  timeLimit?: number
  /** A feasible start, one value a variable. */
  start?: readonly number[]
}

export interface MilpResult {
  status: 'optimal' | 'feasible' | 'infeasible' | 'unbounded' | 'none-found'
  /** One value a variable; empty when none was found. Integer variables are rounded exactly. */
  values: readonly number[]
  objective: number
  /** Proven lower bound; -Infinity when none. */
  bound: number
  nodes: number
}

export type SolveMilp = (problem: Milp, options?: MilpOptions) => Promise<MilpResult>
