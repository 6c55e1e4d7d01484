import type { Unit } from '../ruled/problem.ts'

/** The cheapest of a unit's day sets that holds every forced day; null where none can be. */
export function datesByPattern(
  unit: Unit,
  cost: Float64Array,
  forced: readonly number[],
  skip: () => boolean,
): number[] | null {
  let best = Infinity
  let found: readonly number[] | null = null
  for (const pattern of unit.patterns!) {
    let sum = 0
    for (const d of pattern) sum += cost[d]!
    if (sum >= best || forced.some((d) => !pattern.includes(d))) continue
    if (found !== null && skip()) continue
    best = sum
    found = pattern
  }
  return found === null ? null : [...found]
}
