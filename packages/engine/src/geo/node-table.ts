/** OSM's own step: a ten-millionth of a degree. */
const STEP = 1e-7

/** Positions of OSM nodes by id in 16 bytes each: ids as doubles, degrees as whole steps, found by bisection. */
export interface NodeTable {
  add(id: number, lon: number, lat: number): void
  /** The row of a node, or -1. To be called once all nodes are added. */
  find(id: number): number
  lon(row: number): number
  lat(row: number): number
}

export function nodeTable(): NodeTable {
  let ids = new Float64Array(1 << 16)
  let lons = new Int32Array(1 << 16)
  let lats = new Int32Array(1 << 16)
  let count = 0
  let sorted = true

  const grow = () => {
    const size = ids.length * 2
    const [i, x, y] = [new Float64Array(size), new Int32Array(size), new Int32Array(size)]
    i.set(ids)
    x.set(lons)
    y.set(lats)
    ;[ids, lons, lats] = [i, x, y]
  }

  // Files are sorted by rule; one that isn't is sorted once, at the first look-up.
  const sort = () => {
    const order = Array.from({ length: count }, (_, k) => k).sort((a, b) => ids[a]! - ids[b]!)
    ids = Float64Array.from(order, (k) => ids[k]!)
    lons = Int32Array.from(order, (k) => lons[k]!)
    lats = Int32Array.from(order, (k) => lats[k]!)
    sorted = true
  }

  return {
    add(id, lon, lat) {
      if (count === ids.length) grow()
      if (count > 0 && id <= ids[count - 1]!) sorted = false
      ids[count] = id
      lons[count] = Math.round(lon / STEP)
      lats[count] = Math.round(lat / STEP)
      count++
    },
    find(id) {
      if (!sorted) sort()
      let low = 0
      let high = count - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        const found = ids[middle]!
        if (found === id) return middle
        if (found < id) low = middle + 1
        else high = middle - 1
      }
      return -1
    },
    lon: (row) => lons[row]! / 1e7,
    lat: (row) => lats[row]! / 1e7,
  }
}
