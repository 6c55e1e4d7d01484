/** Pairs of a place of demand and a place of supply with the cost between them, by position. Missing pairs have no way. */
export interface Links {
  origins: number
  destinations: number
  from: Uint32Array
  to: Uint32Array
  cost: Float64Array
}

/** Links from a list of pairs; their order does not matter to any index. */
export const linksOf = (
  origins: number,
  destinations: number,
  pairs: readonly { from: number; to: number; cost: number }[],
): Links => ({
  origins,
  destinations,
  from: Uint32Array.from(pairs, (p) => p.from),
  to: Uint32Array.from(pairs, (p) => p.to),
  cost: Float64Array.from(pairs, (p) => p.cost),
})
