import type { RuledFleet } from '../ruled/problem.ts'
import { latestIn } from './windows.ts'

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

/** The latest moment to leave for a leg of `travel` with break `b` of `lasts` on it that must be over by `bound` at its end. */
export function latestLeave(
  fleet: RuledFleet,
  b: number,
  travel: number,
  bound: number,
  lasts: number,
): number {
  return Math.min(latestIn(fleet.breaks[b]!.flat, bound - lasts), bound - lasts - travel)
}
