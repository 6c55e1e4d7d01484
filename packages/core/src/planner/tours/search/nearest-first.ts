const mostNear = 500

/** For each customer the others, nearest first (both ways together), ties by number; itself leads its list. */
export function nearestFirst(
  dist: Int32Array,
  depots: number,
  customers: number,
): { list: Int32Array; count: number } {
  const size = depots + customers
  const count = Math.min(customers, mostNear)
  const list = new Int32Array(customers * count)
  const key = new Float64Array(customers)
  for (let c = 0; c < customers; c++) {
    const row = (depots + c) * size
    for (let o = 0; o < customers; o++)
      key[o] =
        o === c
          ? -1
          : (dist[row + depots + o]! + dist[(depots + o) * size + depots + c]!) * customers + o
    const sorted = key.slice().sort()
    for (let k = 0; k < count; k++) {
      const value = sorted[k]!
      list[c * count + k] = value < 0 ? c : value % customers
    }
  }
  return { list, count }
}
