/**
 * A stop of `visits` can ride on a template that goes out `occurrences` times when it takes every
 * r-th occurrence: its visits are then as even as the template's. Returns r, or 0 when it can't.
 */
export const strideOf = (occurrences: number, visits: number): number =>
  visits > 0 && occurrences % visits === 0 ? occurrences / visits : 0

/** The stops that wait longest between visits ride along at most this seldom. */
export const MAX_STRIDE = 13

export const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** After how many occurrences the set of stops repeats. Divides the occurrences. */
export const cycleOf = (strides: readonly number[]): number =>
  strides.reduce((cycle, stride) => (cycle * stride) / gcd(cycle, stride), 1)
