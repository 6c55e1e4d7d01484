import { largestRemainder } from '../../access/allocation.ts'

/** One part of an amount of money, by a key. */
export interface Weight {
  id: string
  weight: number
}

/**
 * An amount in fen split by weights into whole fen that add up to it again; equally where all weights are 0, and all of it
 * to '' where there is nobody to give it to.
 */
export function splitFen(fen: number, weights: readonly Weight[]): Map<string, number> {
  if (weights.length === 0) return new Map([['', fen]])
  const sum = weights.reduce((n, { weight }) => n + weight, 0)
  return largestRemainder(fen, sum > 0 ? weights : weights.map(({ id }) => ({ id, weight: 1 })))
}
