/** Points in the plane with what each weighs. */
export interface WeightedPoints {
  x: Float64Array
  y: Float64Array
  weight: Float64Array
}

/**
 * Cuts points into as many compact groups as there are `rooms`, their weights in proportion to the rooms: again and again
 * across the longer side, each cut at the point where the weight on either side fits its rooms. Groups hold indices,
 * ascending; some are empty where points are fewer than rooms.
 */
export function cutEvenly(points: WeightedPoints, rooms: readonly number[]): number[][] {
  const groups: number[][] = rooms.map(() => [])
  const cut = (members: number[], from: number, to: number): void => {
    if (to - from === 1) {
      groups[from] = members.sort((a, b) => a - b)
      return
    }
    const middle = (from + to) >> 1
    const left = sum(rooms.slice(from, middle))
    const share = left / Math.max(Number.MIN_VALUE, left + sum(rooms.slice(middle, to)))
    const key = longerSide(points, members)
    members.sort((a, b) => key[a]! - key[b]! || a - b)
    const whole = members.reduce((total, m) => total + points.weight[m]!, 0)
    let taken = 0
    let at = 0
    while (at < members.length && taken + points.weight[members[at]!]! / 2 <= whole * share)
      taken += points.weight[members[at++]!]!
    cut(members.slice(0, at), from, middle)
    cut(members.slice(at), middle, to)
  }
  if (rooms.length > 0)
    cut(
      Array.from(points.x, (_, k) => k),
      0,
      rooms.length,
    )
  return groups
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)

function longerSide({ x, y }: WeightedPoints, members: readonly number[]): Float64Array {
  const extent = (key: Float64Array): number => {
    let low = Infinity
    let high = -Infinity
    for (const m of members) {
      low = Math.min(low, key[m]!)
      high = Math.max(high, key[m]!)
    }
    return high - low
  }
  return extent(x) >= extent(y) ? x : y
}
