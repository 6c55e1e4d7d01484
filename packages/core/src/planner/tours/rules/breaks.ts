import type { RuledFleet } from '../ruled/problem.ts'
import { earliestIn, latestIn } from './windows.ts'

/** Breaks whose last window is over at departure are not owed: the number of the first that is. */
export function firstOwed({ breaks }: RuledFleet, depart: number): number {
  let first = 0
  while (first < breaks.length && depart >= breaks[first]!.flat.at(-1)!) first += 1
  return first
}

/** Whether a route that ends at `finish` with its first `taken` breaks taken owes none of the others. */
export function noneOwed({ breaks }: RuledFleet, taken: number, finish: number): boolean {
  for (let b = taken; b < breaks.length; b++) if (finish > breaks[b]!.flat.at(-1)!) return false
  return true
}

/**
 * Start of break `b` for who leaves at `leave`: a break that rests the driver is taken as late on the way as `mayDrive` allows,
 * any other as early as a window opens. Infinity where no window is left.
 */
export function breakStart(
  { breaks }: RuledFleet,
  b: number,
  leave: number,
  mayDrive: number,
): number {
  const late = latestIn(breaks[b]!.flat, leave + mayDrive)
  return late >= leave ? late : earliestIn(breaks[b]!.flat, leave)
}

/** The latest moment to leave for a leg of `travel` with break `b` on it that must be over by `bound` at its end. */
export function latestLeave(fleet: RuledFleet, b: number, travel: number, bound: number): number {
  const { flat, duration } = fleet.breaks[b]!
  return Math.min(latestIn(flat, bound - duration), bound - duration - travel)
}
