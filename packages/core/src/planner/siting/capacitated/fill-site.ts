/**
 * What a site takes when each client is worth something to it: the most value within its capacity, wholes or parts.
 * `used` gets the part of each item that is taken. Items are the first `count` of the arrays, values above 0.
 */
export interface SiteItems {
  count: number
  value: Float64Array
  demand: Float64Array
  used: Float64Array
}

export const siteItems = (room: number): SiteItems => ({
  count: 0,
  value: new Float64Array(room),
  demand: new Float64Array(room),
  used: new Float64Array(room),
})

/** Parts allowed: by value per demand until full (Dantzig 1957). */
export function fillInParts(items: SiteItems, capacity: number): number {
  const { count, value, demand, used } = items
  let load = 0
  let total = 0
  for (let k = 0; k < count; k++) {
    load += demand[k]!
    total += value[k]!
    used[k] = 1
  }
  if (load <= capacity) return total
  const ratio = new Float64Array(count)
  for (let k = 0; k < count; k++) ratio[k] = demand[k]! > 0 ? value[k]! / demand[k]! : 1e300
  const order = Uint32Array.from(ratio.keys()).sort((a, b) => ratio[b]! - ratio[a]! || a - b)
  let room = capacity
  total = 0
  for (const k of order) {
    const part = demand[k]! <= room ? 1 : demand[k]! > 0 ? Math.max(0, room / demand[k]!) : 1
    used[k] = part
    room -= part * demand[k]!
    total += part * value[k]!
  }
  return total
}

/** Wholes only, whole demands: dynamic programming over the capacity (Bellman 1957). */
export function fillInWholes(items: SiteItems, capacity: number): number {
  const { count, value, demand, used } = items
  let load = 0
  let total = 0
  for (let k = 0; k < count; k++) {
    load += demand[k]!
    total += value[k]!
    used[k] = 1
  }
  if (load <= capacity) return total
  const width = capacity + 1
  const best = new Float64Array(width)
  const taken = new Uint8Array(count * width)
  for (let k = 0; k < count; k++) {
    const [d, v] = [demand[k]!, value[k]!]
    for (let c = capacity; c >= d; c--) {
      const other = best[c - d]! + v
      if (other <= best[c]!) continue
      best[c] = other
      taken[k * width + c] = 1
    }
  }
  let room = capacity
  for (let k = count - 1; k >= 0; k--) {
    used[k] = taken[k * width + room]!
    if (used[k] === 1) room -= demand[k]!
  }
  return best[capacity]!
}
