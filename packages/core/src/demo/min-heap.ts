/** A queue that gives back the smallest key first; equal keys in order of id, so that ties are the same everywhere. */
interface MinHeap {
  readonly size: number
  push(key: number, id: number): void
  /** The id with the smallest key. */
  pop(): number
  /** The key of the last popped id. */
  readonly key: number
}

export function minHeap(capacity = 1024): MinHeap {
  let keys = new Float64Array(capacity)
  let ids = new Int32Array(capacity)
  let size = 0
  let key = 0
  const before = (k1: number, i1: number, k2: number, i2: number) =>
    k1 < k2 || (k1 === k2 && i1 < i2)
  const grow = () => {
    const wider = new Float64Array(keys.length * 2)
    wider.set(keys)
    keys = wider
    const more = new Int32Array(ids.length * 2)
    more.set(ids)
    ids = more
  }
  return {
    get size() {
      return size
    },
    get key() {
      return key
    },
    push(k, id) {
      if (size === keys.length) grow()
      let at = size++
      while (at > 0) {
        const up = (at - 1) >> 1
        if (!before(k, id, keys[up]!, ids[up]!)) break
        keys[at] = keys[up]!
        ids[at] = ids[up]!
        at = up
      }
      keys[at] = k
      ids[at] = id
    },
    pop() {
      key = keys[0]!
      const top = ids[0]!
      const k = keys[--size]!
      const id = ids[size]!
      let at = 0
      for (;;) {
        let down = 2 * at + 1
        if (down >= size) break
        const right = down + 1
        if (right < size && before(keys[right]!, ids[right]!, keys[down]!, ids[down]!)) down = right
        if (!before(keys[down]!, ids[down]!, k, id)) break
        keys[at] = keys[down]!
        ids[at] = ids[down]!
        at = down
      }
      keys[at] = k
      ids[at] = id
      return top
    },
  }
}
