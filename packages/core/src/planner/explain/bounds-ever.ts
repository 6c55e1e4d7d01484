import type { NeedCell } from '../plan-ground.ts'
import { type ChannelBound, everyBound, plainBound } from './channel-bound.ts'
import { cutOffIn } from './cut-off.ts'
import type { World } from './world.ts'

/**
 * Proof that nothing meets a need, whatever is added: a site or a station in the settlement itself, a vehicle of every
 * kind on every workday, staff at the door as often as wanted, rides. Ways that the catalogue lacks, that miss a floor
 * even at their best, or that could not be had in a place that nobody knows or gets to. Null where nothing is proved.
 * Prepared once, asked for many needs.
 */
export function boundsEver({
  base: { ground },
}: World): (cell: NeedCell) => readonly ChannelBound[] | null {
  const cutOff = cutOffIn(ground)
  return (cell) => {
    const by = cell.settlement.at === null ? 'no-place' : cutOff(cell) ? 'no-road' : null
    return everyBound(cell, ground, (_, mode) => (by === null ? null : plainBound(mode, by)))
  }
}
