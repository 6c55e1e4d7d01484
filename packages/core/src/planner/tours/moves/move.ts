import type { MoveRoom } from './move-room.ts'

/** One kind of change of a working solution. Windows are never broken; load and time limits count at the state's penalties. */
export interface Move {
  name: string
  /** Whether it is tried at each visit, once for each route (at its first visit), each customer served, or each left out. */
  per: 'visit' | 'route' | 'customer' | 'absent'
  /**
   * Looks around a visit for a change that adds less than `room.below` to the cost, makes it, and returns what it added:
   * negative where it gained, 0 where nothing was changed.
   */
  improve(room: MoveRoom, visit: number): number
}
