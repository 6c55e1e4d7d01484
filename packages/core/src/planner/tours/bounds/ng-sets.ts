import type { RouteGraph } from './route-graph.ts'

/**
 * ng-neighbourhoods (Baldacci, Mingozzi & Roberti 2011, Operations Research 59(5)): a route remembers a customer as long as it
 * stays among those that count it as near, and may not come back while it remembers. A label at i holds one bit for each member of
 * i's set; `carried` says which bit a member of i's has at j.
 */
export interface NgSets {
  width: number
  /** (i × size + j) × width + b: the bit at j of the b-th member of i, 0 where j doesn't know it. */
  carried: Int32Array
  /** i × size + j: the bit at i that says that j was visited, 0 where i doesn't know j. */
  bit: Int32Array
}

/** The `width` nearest customers of each, itself included; 1 to 30. */
export function ngSets(graph: RouteGraph, width: number): NgSets {
  const { size, cost } = graph
  const near = Array.from({ length: size }, (_, i) => {
    const nearness = (j: number) => Math.min(cost[i * size + j]!, cost[j * size + i]!)
    const others = Array.from({ length: size }, (_, j) => j).filter(
      (j) => j !== i && nearness(j) < Infinity,
    )
    others.sort((a, b) => nearness(a) - nearness(b) || a - b)
    return [i, ...others.slice(0, width - 1)]
  })
  const bit = new Int32Array(size * size)
  near.forEach((members, i) => {
    members.forEach((j, b) => {
      bit[i * size + j] = 1 << b
    })
  })
  const carried = new Int32Array(size * size * width)
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      near[i]!.forEach((member, b) => {
        carried[(i * size + j) * width + b] = bit[j * size + member]!
      })
  return { width, carried, bit }
}

/** What a label at i with these bits remembers at j, j itself included. */
export function remembered(ng: NgSets, size: number, i: number, j: number, bits: number): number {
  let at = (i * size + j) * ng.width
  let kept = ng.bit[j * size + j]!
  for (let rest = bits; rest !== 0; rest >>>= 1, at++) if (rest & 1) kept |= ng.carried[at]!
  return kept
}
