import type { DriverRest } from '../../../plan/routing-rules.ts'

/** A break or a rest by the road, in clock times. */
export interface LegPause {
  kind: 'break' | 'rest'
  start: number
  end: number
}

/** Where a drive stands: the moment, time at the wheel, way left, rests taken. */
export interface Stretch {
  time: number
  wheel: number
  left: number
  rests: readonly LegPause[]
}

/** No leg of a day has more; it keeps absurd limits from rests without end. */
const mostRests = 50

/** Drives on for at most `within`, resting by the road where the wheel time is used up and it may. */
export function drive(rest: DriverRest | null, from: Stretch, within: number): Stretch {
  let { time, wheel, left } = from
  const rests: LegPause[] = [...from.rests]
  const end = time + within
  for (;;) {
    const can = Math.min(left, end - time, rest === null ? Infinity : rest.after - wheel)
    time += can
    wheel += rest === null ? 0 : can
    left -= can
    if (left <= 0 || rest === null || !rest.onRoad || rest.after <= 0) break
    if (end - time <= rest.duration || rests.length === mostRests) break
    rests.push({ kind: 'rest', start: time, end: time + rest.duration })
    time += rest.duration
    wheel = 0
  }
  return { time, wheel, left, rests }
}
