import type { Ride, Shortage, SiteDecision, Tour } from '../plan/plan.ts'
import type { NeedCell } from './plan-ground.ts'
import type { PlannedStop } from './planned-stops.ts'

/** A doorstep service decided on. */
export interface DoorstepService {
  cell: NeedCell
  facility: string
  seconds: number
  calls: number
}

/** Part of a cell's people brought by one ride. */
export interface RidingCell {
  cell: NeedCell
  ride: string
  /** Share of the cell's people. */
  share: number
  /** Door to door, the longer way. */
  seconds: number
}

/** Decisions with their tours, before they are measured and written as a plan. */
export interface Draft {
  sites: readonly SiteDecision[]
  stops: readonly PlannedStop[]
  tours: readonly Tour[]
  doorstep: readonly DoorstepService[]
  rides: readonly Ride[]
  /** People of cells that ride, by ride id. */
  riding: readonly RidingCell[]
  /** Why a stop did not get all its visits. */
  unplaced: ReadonlyMap<string, Shortage['reason']>
  /** Why a cell has nothing at all, where the choice knows: its limits. */
  dropped: ReadonlyMap<NeedCell, Shortage['reason']>
  /** Vehicle-days short by class key. */
  daysShort: Readonly<Record<string, number>>
  /** Iterations of the tours. */
  iterations: number
}
