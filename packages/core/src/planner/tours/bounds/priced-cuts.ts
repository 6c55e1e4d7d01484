import type { RouteGraph } from './route-graph.ts'
import type { SubsetRowCut } from './subset-row-cuts.ts'

/** Cuts with a price, as bits: 32 to a word, for each customer of a graph. */
export interface PricedCuts {
  words: number
  /** Price that a route pays for each whole, ≥ 0. */
  price: Float64Array
  /** customer × words: cuts that count it, and cuts that remember across it. */
  inside: Int32Array
  memory: Int32Array
}

export function pricedCuts(
  graph: RouteGraph,
  cuts: readonly SubsetRowCut[],
  duals: readonly number[],
): PricedCuts {
  const active = cuts.flatMap((cut, k) => (duals[k]! < -1e-9 ? [{ cut, price: -duals[k]! }] : []))
  const words = Math.ceil(active.length / 32)
  const inside = new Int32Array(graph.size * words)
  const memory = new Int32Array(graph.size * words)
  active.forEach(({ cut }, c) => {
    graph.at.forEach((unit, j) => {
      const word = j * words + (c >> 5)
      if (cut.units.includes(unit)) inside[word]! |= 1 << (c & 31)
      if (cut.memory[unit]) memory[word]! |= 1 << (c & 31)
    })
  })
  return { words, price: Float64Array.from(active, (a) => a.price), inside, memory }
}

/** Sum of the prices of the cuts whose bits are set. */
export function priceOfBits(cuts: PricedCuts, word: number, bits: number): number {
  let sum = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1)
    sum += cuts.price[(word << 5) + 31 - Math.clz32(rest & -rest)]!
  return sum
}
