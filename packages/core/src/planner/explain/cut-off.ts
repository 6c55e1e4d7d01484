import { placesIn, rowsReaching } from '../../travel/read-table.ts'
import type { NeedCell, PlanGround } from '../plan-ground.ts'
import { unreachableIn } from '../reach-proof.ts'

/**
 * Whether a settlement is cut off: in no season a way by road or on foot to any building at all, whatever it gives, nor
 * for a vehicle that brings the service. Stronger than `unreachableIn`, where a building of another kind may be near.
 */
export function cutOffIn(ground: PlanGround): (cell: NeedCell) => boolean {
  const { travel } = ground
  const states = [...new Set([travel.base, ...travel.seasons.map((s) => s.travel)])]
  const reached = states.map(({ resident }) => ({
    rows: placesIn(resident.from),
    reaching: rowsReaching(resident, () => true),
  }))
  const unreachable = unreachableIn(ground)
  return (cell) =>
    unreachable(cell) &&
    reached.every(({ rows, reaching }) => reaching[rows.get(cell.settlement.id) ?? -1] !== 1)
}
