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
 * Start of break `b` on a leg left at `leave` that takes `travel`: on the way where a window opens by then, else on arrival.
 * Infinity where no window is left.
 */
export function breakStart(fleet: RuledFleet, b: number, leave: number): number {
  return earliestIn(fleet.breaks[b]!.flat, leave)
}

/** When the vehicle is at the leg's end with the break taken at `start`. */
export const afterBreak = (
  fleet: RuledFleet,
  b: number,
  leave: number,
  travel: number,
  start: number,
): number => Math.max(leave + travel, start) + fleet.breaks[b]!.duration

/** The latest moment to leave for a leg of `travel` with break `b` on it that must be over by `bound` at its end. */
export function latestLeave(fleet: RuledFleet, b: number, travel: number, bound: number): number {
  const { flat, duration } = fleet.breaks[b]!
  return Math.min(latestIn(flat, bound - duration), bound - duration - travel)
}
