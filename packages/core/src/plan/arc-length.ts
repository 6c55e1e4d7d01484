import type { ArcConvention } from './routing.ts'

/** A Euclidean distance as the family of an instance writes it down. */
export const arcLength: Readonly<Record<ArcConvention, (distance: number) => number>> = {
  float: (d) => d,
  round: (d) => Math.floor(d + 0.5),
  trunc10: (d) => Math.floor(d * 10) / 10,
  trunc100: (d) => Math.floor(d * 100) / 100,
  exact1000: (d) => Math.round(d * 1000) / 1000,
}
