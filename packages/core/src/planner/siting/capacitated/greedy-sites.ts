import type { SingleSource } from './single-source.ts'

/** Opens the site that saves most, again and again, while one pays or room is lacking (Kuehn & Hamburger 1963). */
export function greedySites(problem: SingleSource): number[] {
  const { clients, sites, cost, demand, capacity, fixed } = problem
  const least = new Float64Array(clients).map((_, i) =>
    cost.subarray(i * sites, (i + 1) * sites).reduce((a, b) => Math.max(a, b), 0),
  )
  let lack = 1.02 * demand.reduce((a, b) => a + b, 0)
  const open: number[] = []
  const isOpen = new Uint8Array(sites)
  for (;;) {
    let best = -1
    let most = Number.NEGATIVE_INFINITY
    for (let j = 0; j < sites; j++) {
      if (isOpen[j] === 1) continue
      let gain = -fixed[j]!
      for (let i = 0; i < clients; i++) gain += Math.max(0, least[i]! - cost[i * sites + j]!)
      if (gain > most) {
        most = gain
        best = j
      }
    }
    if (best < 0 || (most <= 0 && lack <= 0)) return open
    isOpen[best] = 1
    open.push(best)
    lack -= capacity[best]!
    for (let i = 0; i < clients; i++) least[i] = Math.min(least[i]!, cost[i * sites + best]!)
  }
}
