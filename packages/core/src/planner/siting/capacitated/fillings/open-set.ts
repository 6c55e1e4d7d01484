import type { SingleSource } from '../single-source.ts'

export interface OpenSet {
  value: number
  /** Ascending; empty where no set can hold the demand. */
  open: readonly number[]
}

/** Sites by what they can hold, and the demand that they have to. Whole numbers. */
export interface RoomNeed {
  capacity: Float64Array
  need: number
}

export const roomNeed = ({ capacity, demand }: SingleSource): RoomNeed => ({
  capacity,
  need: demand.reduce((a, b) => a + b, 0),
})

/**
 * The set of sites of least worth that can hold the whole demand, by dynamic programming over what is still to be held
 * (a covering knapsack in whole sites; Kellerer, Pferschy & Pisinger 2004). `decided` is 1 for sites that are in, -1
 * for sites that are not.
 */
export function cheapestOpenSet(
  { capacity, need }: RoomNeed,
  worth: Float64Array,
  decided: Int8Array,
): OpenSet {
  const sites = worth.length
  const least = new Float64Array(need + 1).fill(Number.POSITIVE_INFINITY)
  least[0] = 0
  const taken = new Uint8Array(sites * (need + 1))
  for (let j = 0; j < sites; j++) {
    if (decided[j] === -1) continue
    const [room, price, from] = [capacity[j]!, worth[j]!, j * (need + 1)]
    for (let rest = need; rest >= 0; rest--) {
      const other = least[Math.max(0, rest - room)]! + price
      if (decided[j] !== 1 && other >= least[rest]!) continue
      least[rest] = other
      taken[from + rest] = 1
    }
  }
  const open: number[] = []
  if (least[need] === Number.POSITIVE_INFINITY) return { value: least[need], open }
  for (let j = sites - 1, rest = need; j >= 0; j--) {
    if (taken[j * (need + 1) + rest] === 0) continue
    open.push(j)
    rest = Math.max(0, rest - capacity[j]!)
  }
  return { value: least[need]!, open: open.reverse() }
}

/** By how much the least worth rises when a site has to be open, and when it must not be; 0 for sites that are decided. */
export function risesOfSites(
  room: RoomNeed,
  worth: Float64Array,
  before: Int8Array = new Int8Array(worth.length),
) {
  const decided = before.slice()
  const { value, open } = cheapestOpenSet(room, worth, decided)
  const chosen = new Set(open)
  const opened = new Float64Array(worth.length)
  const closed = new Float64Array(worth.length)
  for (let j = 0; j < worth.length; j++) {
    if (before[j] !== 0) continue
    decided[j] = chosen.has(j) ? -1 : 1
    const rises = chosen.has(j) ? closed : opened
    rises[j] = cheapestOpenSet(room, worth, decided).value - value
    decided[j] = 0
  }
  return { value, opened, closed }
}
