import { type Ground, straightM } from './ground.ts'
import { minHeap } from './min-heap.ts'

/** Metres by road from one cell, Infinity where no road leads. */
export interface Reach {
  metres(cell: number): number
}
export interface WayFinder {
  /** Ways longer than `limit` metres are not looked for. */
  from(cell: number, limit?: number): Reach
}

/** The generator's own distances, straight from cell to cell along its roads; `worstRank` 3 keeps vehicles off footpaths. */
export function wayFinder(
  ground: Ground,
  web: { steps: ReadonlyMap<number, number> },
  worstRank = 3,
  closed: ReadonlySet<number> = new Set(),
): WayFinder {
  const nodeOf = new Map<number, number>()
  const cells: number[] = []
  const node = (cell: number): number => {
    let at = nodeOf.get(cell)
    if (at === undefined) {
      at = cells.length
      nodeOf.set(cell, at)
      cells.push(cell)
    }
    return at
  }
  const pairs: number[] = []
  for (const [key, road] of web.steps) {
    if (road >> 16 > worstRank || closed.has(key)) continue
    pairs.push(node(Math.floor(key / ground.z.length)), node(key % ground.z.length))
  }
  const first = new Uint32Array(cells.length + 1)
  for (const at of pairs) first[at + 1]! += 1
  for (let k = 0; k < cells.length; k++) first[k + 1]! += first[k]!
  const to = new Uint32Array(pairs.length)
  const length = new Float64Array(pairs.length)
  const fill = Uint32Array.from(first)
  for (let k = 0; k < pairs.length; k += 2) {
    const [a, b] = [pairs[k]!, pairs[k + 1]!]
    const metres = straightM(ground, cells[a]!, cells[b]!)
    to[fill[a]!] = b
    length[fill[a]!++] = metres
    to[fill[b]!] = a
    length[fill[b]!++] = metres
  }
  return {
    from: (cell, limit = Number.POSITIVE_INFINITY) => {
      const metres = new Float64Array(cells.length).fill(Number.POSITIVE_INFINITY)
      const start = nodeOf.get(cell)
      if (start !== undefined) settleFrom(start, first, to, length, metres, limit)
      return {
        metres: (other) => {
          const found = metres[nodeOf.get(other) ?? -1] ?? Number.POSITIVE_INFINITY
          return found <= limit ? found : Number.POSITIVE_INFINITY
        },
      }
    },
  }
}

function settleFrom(
  start: number,
  first: Uint32Array,
  to: Uint32Array,
  length: Float64Array,
  metres: Float64Array,
  limit: number,
): void {
  const heap = minHeap(1 << 10)
  metres[start] = 0
  heap.push(0, start)
  while (heap.size > 0) {
    const at = heap.pop()
    const so = heap.key
    if (so > limit) return
    if (so > metres[at]!) continue
    for (let k = first[at]!; k < first[at + 1]!; k++) {
      const total = so + length[k]!
      if (total >= metres[to[k]!]!) continue
      metres[to[k]!] = total
      heap.push(total, to[k]!)
    }
  }
}
