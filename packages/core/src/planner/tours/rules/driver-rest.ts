import type { DriverRest } from '../../../plan/routing-rules.ts'

/** Rests by the road that a leg of `travel` needs after `wheel` at the wheel; -1 where it may not have any and needs one. */
export function roadRests(rest: DriverRest, wheel: number, travel: number): number {
  if (wheel + travel <= rest.after) return 0
  if (!rest.onRoad || rest.after <= 0) return -1
  return Math.ceil((wheel + travel) / rest.after) - 1
}

/** Time at the wheel at the end of a leg with that many rests, each taken as late as may be. */
export const wheelAfter = (
  rest: DriverRest,
  wheel: number,
  travel: number,
  rests: number,
): number => wheel + travel - rests * rest.after
