import type { SingleSource } from './single-source.ts'

/**
 * Puts clients at open sites, those with most to lose first, each at the cheapest site with room; who finds none goes
 * where least is over. Source: regret insertion after Martello & Toth 1981.
 */
export function firstAssignment(problem: SingleSource, open: readonly number[]): Int32Array {
  const { clients, sites, cost, demand, capacity } = problem
  const siteOf = new Int32Array(clients).fill(-1)
  const load = new Float64Array(sites)
  const regret = new Float64Array(clients)
  for (let i = 0; i < clients; i++) {
    let [least, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (const j of open) {
      const c = cost[i * sites + j]!
      if (c < least) {
        second = least
        least = c
      } else if (c < second) second = c
    }
    regret[i] = open.length > 1 ? second - least : 0
  }
  const order = Array.from({ length: clients }, (_, i) => i).sort(
    (a, b) => regret[b]! - regret[a]! || demand[b]! - demand[a]! || a - b,
  )
  for (const i of order) {
    let best = -1
    let least = Number.POSITIVE_INFINITY
    let roomiest = open[0]!
    for (const j of open) {
      const room = capacity[j]! - load[j]!
      if (room > capacity[roomiest]! - load[roomiest]!) roomiest = j
      if (room < demand[i]!) continue
      const c = cost[i * sites + j]!
      if (c < least) {
        least = c
        best = j
      }
    }
    siteOf[i] = best < 0 ? roomiest : best
    load[siteOf[i]!]! += demand[i]!
  }
  return siteOf
}
