import type { MoveRoom } from './move-room.ts'

/** How many of the nearest customers a visit is tried beside (granular neighbourhoods, Toth & Vigo 2003). */
const nearest = 20

/**
 * Tries `change` with the visits of the same day near `visit`, nearest first, until one adds less than `room.below`;
 * returns what it added.
 */
export function nearVisits(
  room: MoveRoom,
  visit: number,
  change: (room: MoveRoom, u: number, v: number) => number,
): number {
  const { instance, routeOf, closed } = room.state
  const { near, nearCount, customers } = instance
  const c = visit % customers
  const day = visit - c
  const last = Math.min(nearCount, nearest + 1)
  for (let k = 1; k < last; k++) {
    const v = day + near[c * nearCount + k]!
    const r = routeOf[v]!
    if (r === -1 || closed[r] === 1) continue
    const gain = change(room, visit, v)
    if (gain !== 0) return gain
  }
  return 0
}
