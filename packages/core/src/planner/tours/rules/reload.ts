import type { RuledFleet, RuledProblem } from '../ruled/problem.ts'
import { loadFits } from './load.ts'

/** The depot of `reload.at` with the shortest detour between two places; -1 where none is reached. */
export function reloadDepot(
  problem: RuledProblem,
  fleet: RuledFleet,
  table: number,
  from: number,
  to: number,
): number {
  const { lengths } = problem.tables[table]!
  let best = Infinity
  let found = -1
  for (const depot of fleet.reload!.at) {
    const there = lengths[from * problem.places + depot]!
    const back = lengths[depot * problem.places + to]!
    if (there < 0 || back < 0 || there + back >= best) continue
    best = there + back
    found = depot
  }
  return found
}

/** A delivery whose pickup stands before `k` and which itself stands at `k` or later forbids a reload before `k`. */
function splitsPair(
  { customers }: RuledProblem,
  seq: Int32Array,
  length: number,
  k: number,
): boolean {
  for (let i = 0; i < k; i++) {
    const to = customers[seq[i]!]!.deliversTo
    if (to < 0) continue
    for (let j = k; j < length; j++) if (seq[j] === to) return true
  }
  return false
}

/**
 * Before which customers the vehicle reloads, with the least detour and at most `most` times: `depots[k]` is the depot, or -1.
 * False where the load can't be carried. Bellman's split (Beasley 1983, *Omega* 11) over the loads of a fixed order.
 */
export function planReloads(
  problem: RuledProblem,
  fleet: RuledFleet,
  table: number,
  start: number,
  seq: Int32Array,
  length: number,
  depots: Int32Array,
): boolean {
  depots.fill(-1, 0, length + 1)
  const fits = loadFits(problem, fleet, seq, 0, length)
  if (fleet.reload === null) return fits
  const { lengths } = problem.tables[table]!
  const most = Math.min(fleet.reload.most, length - 1)
  const placeOf = (k: number) => (k < 0 ? start : problem.customers[seq[k]!]!.at)
  const detour = new Float64Array(length).fill(Infinity)
  for (let k = 1; k < length; k++) {
    if (splitsPair(problem, seq, length, k)) continue
    const [a, b] = [placeOf(k - 1), placeOf(k)]
    const depot = reloadDepot(problem, fleet, table, a, b)
    if (depot < 0) continue
    depots[k] = depot
    detour[k] =
      lengths[a * problem.places + depot]! +
      lengths[depot * problem.places + b]! -
      lengths[a * problem.places + b]!
  }
  // Where roads are such that going by a depot is shorter, it does so even with a load that fits.
  if (fits && detour.every((d) => d >= 0)) {
    depots.fill(-1, 0, length)
    return true
  }
  // cost[k]: least detour with n reloads, the last of them before k.
  let cost = new Float64Array(length).fill(Infinity)
  cost[0] = 0
  const from: Int32Array[] = []
  let least = fits ? 0 : Infinity
  let chosen: number[] = []
  for (let n = 1; n <= most; n++) {
    const next = new Float64Array(length).fill(Infinity)
    const back = new Int32Array(length).fill(-1)
    for (let k = 1; k < length; k++)
      for (let j = 0; j < k; j++) {
        if (cost[j]! + detour[k]! >= next[k]! || !loadFits(problem, fleet, seq, j, k)) continue
        next[k] = cost[j]! + detour[k]!
        back[k] = j
      }
    from.push(back)
    cost = next
    for (let last = 1; last < length; last++) {
      if (cost[last]! >= least || !loadFits(problem, fleet, seq, last, length)) continue
      least = cost[last]!
      chosen = []
      for (let m = n - 1, k = last; m >= 0; k = from[m]![k]!, m--) chosen.push(k)
    }
  }
  for (let k = 0; k < length; k++) if (!chosen.includes(k)) depots[k] = -1
  return least < Infinity
}
