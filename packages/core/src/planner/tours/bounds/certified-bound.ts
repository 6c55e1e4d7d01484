import type { OpenLp } from '../../../kernel/lp.ts'
import type { SolveMilp } from '../../../kernel/milp.ts'

/**
 * Which argument holds. `fleet`: routes that the hours or loads fill at least · `half-arc`: each visit is entered and left by
 * its cheapest ways · `column-generation`: the linear program over all routes · `column-generation-cuts`: with subset-row cuts or
 * split by the number of routes · `enumeration`: all routes that can matter, listed and solved in whole numbers ·
 * `unreachable`: some customer fits on no route.
 */
export type BoundKind =
  | 'fleet'
  | 'half-arc'
  | 'column-generation'
  | 'column-generation-cuts'
  | 'enumeration'
  | 'unreachable'

/** A bound that every valid solution keeps, with what proves it. */
export interface CertifiedBound {
  /**
   * In the objective's own units: no valid solution that leaves out none but optional customers costs less (by `profit`: collects
   * more). ±Infinity where there is none. Where fewest vehicles come first: of length, whatever the number of vehicles.
   */
  bound: number
  kind: BoundKind
  /** No valid solution has fewer routes. */
  routes: number
  /** Rules that the proof leaves out, by their names in the types; they could only raise costs. */
  relaxed: readonly string[]
  /** What was done: rounds of pricing, columns, cuts in force, listed routes. */
  proof: { rounds: number; columns: number; cuts: number; listed: number }
  /** (upper − bound) / upper against `upper`; null where none was given or no valid solution can cost so little. */
  gap: number | null
  optimal: boolean
  /** Whole-number solution of the relaxed problem: how often to drive which route. Left out where none was found. */
  start?: CountedRoutes
}

/** Routes with how often each is driven over the horizon; days are given only where the proof tells them apart. */
export interface CountedRoutes {
  cost: number
  routes: readonly {
    times: number
    /** Where the proof tells days apart. */
    day?: number
    /** Index into `depots` where it starts. */
    depot: number
    /** Customers' ids in order. */
    stops: readonly number[]
  }[]
  /** Whether no cheaper one exists for the relaxed problem. */
  proved: boolean
}

export interface BoundTools {
  /** Solves on the calling thread. */
  openLp: OpenLp
  milp: SolveMilp
  /** Read between and within rounds of pricing; after it says so, what is proved so far is returned. */
  stop(rounds: number): boolean
  onProgress?: (bound: number, kind: BoundKind) => void
  /** Cost of a known valid solution. */
  upper?: number
  /** Nodes of each whole-number search; default 2,000. */
  nodeLimit?: number
}

/** Up to the next multiple of the grain: costs between don't exist. */
export const roundedUp = (bound: number, grain: number): number =>
  grain > 0 && Number.isFinite(bound) ? Math.ceil(bound / grain - 1e-6) * grain : bound
