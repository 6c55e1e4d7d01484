import type { Assigned, SingleSource } from '../single-source.ts'

/** What a search by fillings knows so far. */
export interface FillingSearch {
  best: Assigned | null
  /** No answer is cheaper than this. */
  bound: number
  /** By how much a better answer is better at least. */
  step: number
}

/** Costs above which there is nothing to look for. */
export const goalOf = ({ best, step }: FillingSearch): number =>
  best === null ? Number.POSITIVE_INFINITY : best.cost - step

export const isProven = (search: FillingSearch): boolean =>
  search.best !== null && search.bound >= goalOf(search)

/** Where all costs are whole, so is what is saved. */
export const leastStep = ({ cost, fixed }: SingleSource): number =>
  cost.every(Number.isInteger) && fixed.every(Number.isInteger) ? 1 - 1e-5 : 1e-6

export function take(search: FillingSearch, found: Assigned): void {
  if (search.best === null || found.cost < search.best.cost) search.best = found
}
