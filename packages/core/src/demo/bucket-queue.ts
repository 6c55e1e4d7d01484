/**
 * A queue for shortest ways whose steps all cost between `width` and `width × 8,000`: a ring of buckets (Dial 1969).
 * Within a bucket order does not matter, as no step is shorter than a bucket is wide.
 */
interface BucketQueue {
  push(key: number, id: number): void
  /** The next id, or -1 when empty. */
  pop(): number
}

const ring = 8_192

export function bucketQueue(width: number): BucketQueue {
  const first = new Int32Array(ring).fill(-1)
  let ids = new Int32Array(1 << 14)
  let next = new Int32Array(1 << 14)
  let used = 0
  let free = -1
  let waiting = 0
  let at = -1
  const room = (): number => {
    if (free >= 0) {
      const entry = free
      free = next[entry]!
      return entry
    }
    if (used === ids.length) {
      const wider = new Int32Array(used * 2)
      wider.set(ids)
      ids = wider
      const longer = new Int32Array(used * 2)
      longer.set(next)
      next = longer
    }
    return used++
  }
  return {
    push(key, id) {
      const bucket = Math.floor(key / width)
      if (at < 0) at = bucket
      const slot = bucket & (ring - 1)
      const entry = room()
      ids[entry] = id
      next[entry] = first[slot]!
      first[slot] = entry
      waiting++
    },
    pop() {
      if (waiting === 0) return -1
      while (first[at & (ring - 1)]! < 0) at++
      const slot = at & (ring - 1)
      const entry = first[slot]!
      first[slot] = next[entry]!
      next[entry] = free
      free = entry
      waiting--
      return ids[entry]!
    },
  }
}
