/** [from, to, length], vertices from 0, passable both ways. */
export type Edge = readonly [from: number, to: number, length: number]

/**
 * Lengths of all shortest ways, one row a vertex; Infinity where there is none. A later edge between the same two
 * vertices replaces an earlier one, which is Beasley's rule for pmed. Dijkstra 1959 from each vertex, with a heap.
 */
export function shortestWays(n: number, edges: readonly Edge[]): Float64Array {
  const lengths = Array.from({ length: n }, () => new Map<number, number>())
  for (const [a, b, length] of edges) {
    if (a === b) continue
    lengths[a]!.set(b, length)
    lengths[b]!.set(a, length)
  }
  const start = new Int32Array(n + 1)
  for (let v = 0; v < n; v++) start[v + 1] = start[v]! + lengths[v]!.size
  const heads = Int32Array.from(lengths.flatMap((next) => [...next.keys()]))
  const costs = Float64Array.from(lengths.flatMap((next) => [...next.values()]))
  const ways = new Float64Array(n * n).fill(Number.POSITIVE_INFINITY)
  const heap = lazyHeap(2 * edges.length + n + 1)
  for (let source = 0; source < n; source++) {
    const row = ways.subarray(source * n, (source + 1) * n)
    row[source] = 0
    heap.push(source, 0)
    for (let v = heap.pop(); v >= 0; v = heap.pop()) {
      const here = heap.popped()
      if (here > row[v]!) continue
      for (let k = start[v]!; k < start[v + 1]!; k++) {
        const length = here + costs[k]!
        if (length >= row[heads[k]!]!) continue
        row[heads[k]!] = length
        heap.push(heads[k]!, length)
      }
    }
  }
  return ways
}

/** A binary heap that may hold a vertex several times; the caller passes over outdated ones. */
function lazyHeap(room: number) {
  const items = new Int32Array(room)
  const keys = new Float64Array(room)
  let size = 0
  let last = 0
  return {
    push: (item: number, key: number): void => {
      let k = size++
      while (k > 0) {
        const parent = (k - 1) >> 1
        if (keys[parent]! <= key) break
        keys[k] = keys[parent]!
        items[k] = items[parent]!
        k = parent
      }
      keys[k] = key
      items[k] = item
    },
    /** The item of the least key; -1 when empty. */
    pop: (): number => {
      if (size === 0) return -1
      const top = items[0]!
      last = keys[0]!
      size -= 1
      const key = keys[size]!
      const item = items[size]!
      let k = 0
      for (let child = 1; child < size; child = 2 * k + 1) {
        if (child + 1 < size && keys[child + 1]! < keys[child]!) child += 1
        if (keys[child]! >= key) break
        keys[k] = keys[child]!
        items[k] = items[child]!
        k = child
      }
      keys[k] = key
      items[k] = item
      return top
    },
    /** The key of what was popped last. */
    popped: (): number => last,
  }
}
