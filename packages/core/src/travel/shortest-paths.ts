import type { RoadGraph } from './road-graph.ts'
import type { TravelView } from './travel-view.ts'

/**
 * Room for one search after another over one graph; only what a search touched is cleaned before the next.
 * `time` is exact (P50). `p90`, `road` and `foot` are along the P50 path: P90 is the sum of the P90s of its
 * edges, which is the P90 of the sum when delays on one corridor come together (comonotone) and an upper
 * estimate otherwise.
 */
export interface Search {
  graph: RoadGraph
  view: TravelView
  /** Towards the seeds (backward) instead of away from them. */
  backward: boolean
  time: Float64Array
  p90: Float64Array
  road: Float64Array
  foot: Float64Array
  /** 1 once a node's figures are final. */
  settled: Uint8Array
  heap: Int32Array
  /** Place in the heap plus 1; 0 when not in it. */
  slot: Int32Array
  heapSize: number
  touched: Int32Array
  touchedCount: number
}

export function newSearch(graph: RoadGraph, view: TravelView): Search {
  const n = graph.nodes
  return {
    graph,
    view,
    backward: false,
    time: new Float64Array(n).fill(Number.POSITIVE_INFINITY),
    p90: new Float64Array(n),
    road: new Float64Array(n),
    foot: new Float64Array(n),
    settled: new Uint8Array(n),
    heap: new Int32Array(n),
    slot: new Int32Array(n),
    heapSize: 0,
    touched: new Int32Array(n),
    touchedCount: 0,
  }
}

/** Forgets the last search. */
export function resetSearch(search: Search, backward: boolean): void {
  for (let k = 0; k < search.touchedCount; k++) {
    const v = search.touched[k]!
    search.time[v] = Number.POSITIVE_INFINITY
    search.settled[v] = 0
    search.slot[v] = 0
  }
  search.touchedCount = 0
  search.heapSize = 0
  search.backward = backward
}

/** Offers a label for a node: taken when it is earlier than the one it has. */
export function offer(
  search: Search,
  v: number,
  time: number,
  p90: number,
  road: number,
  foot: number,
): void {
  const old = search.time[v]!
  if (!(time < old)) return
  if (old === Number.POSITIVE_INFINITY) {
    search.touched[search.touchedCount++] = v
    search.heap[search.heapSize] = v
    search.slot[v] = ++search.heapSize
  }
  search.time[v] = time
  search.p90[v] = p90
  search.road[v] = road
  search.foot[v] = foot
  siftUp(search, search.slot[v]! - 1)
}

/** Time of the next node to settle; Infinity when none is left. */
export const nextTime = (search: Search): number =>
  search.heapSize === 0 ? Number.POSITIVE_INFINITY : search.time[search.heap[0]!]!

/** Settles the nearest open node, offers its neighbours their labels, and returns it. Dijkstra (1959). */
export function settleNext(search: Search): number {
  const v = popNearest(search)
  search.settled[v] = 1
  const { graph, view, backward } = search
  const { firstHalf, half, head, metres } = graph
  const { cost, costP90, onFoot } = view
  const time = search.time[v]!
  for (let k = firstHalf[v]!, end = firstHalf[v + 1]!; k < end; k++) {
    const out = half[k]!
    const w = head[out]!
    const h = backward ? out ^ 1 : out
    const t = time + cost[h]!
    if (!(t < search.time[w]!)) continue
    const length = metres[h >> 1]!
    const walked = onFoot[h]!
    offer(
      search,
      w,
      t,
      search.p90[v]! + costP90[h]!,
      search.road[v]! + (walked ? 0 : length),
      search.foot[v]! + (walked ? length : 0),
    )
  }
  return v
}

/** Settles every node up to and including `limit` seconds. */
export function runSearch(search: Search, limit: number = Number.POSITIVE_INFINITY): void {
  while (search.heapSize > 0 && nextTime(search) <= limit) settleNext(search)
}

/** Children of each entry of the heap. */
const ARITY = 4

function siftUp(search: Search, start: number): void {
  const { heap, slot, time } = search
  const v = heap[start]!
  const t = time[v]!
  let k = start
  while (k > 0) {
    const parent = ((k - 1) / ARITY) | 0
    const u = heap[parent]!
    if (time[u]! <= t) break
    heap[k] = u
    slot[u] = k + 1
    k = parent
  }
  heap[k] = v
  slot[v] = k + 1
}

function popNearest(search: Search): number {
  const { heap, slot, time } = search
  const top = heap[0]!
  slot[top] = 0
  const size = --search.heapSize
  if (size === 0) return top
  const v = heap[size]!
  const t = time[v]!
  let k = 0
  for (;;) {
    const first = k * ARITY + 1
    if (first >= size) break
    let best = first
    let bestTime = time[heap[first]!]!
    const end = Math.min(first + ARITY, size)
    for (let c = first + 1; c < end; c++) {
      const childTime = time[heap[c]!]!
      if (childTime < bestTime) {
        best = c
        bestTime = childTime
      }
    }
    if (bestTime >= t) break
    heap[k] = heap[best]!
    slot[heap[k]!] = k + 1
    k = best
  }
  heap[k] = v
  slot[v] = k + 1
  return top
}
