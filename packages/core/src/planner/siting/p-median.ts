import type { LocationInstance, Sited } from '../../plan/location.ts'
import { serviceCosts } from './limited/service-costs.ts'
import { solveLimited } from './limited/solve-limited.ts'
import { nearestShares } from './nearest-shares.ts'
import type { SitingRun } from './siting-run.ts'

/**
 * p-median: p sites so that Σ weight × distance to the nearest is least (Hakimi 1964). Null when no p sites give
 * everybody a way.
 */
export async function solvePMedian(
  instance: LocationInstance,
  p: number,
  run: SitingRun,
): Promise<Sited | null> {
  const { clients, sites, weight } = instance
  const pairs = instance.pairs!
  const n = sites.length
  const table = pairs.map((distance, k) => {
    const w = weight[Math.floor(k / n)]!
    return w === 0 && distance < Number.POSITIVE_INFINITY ? 0 : w * distance
  })
  const answer = await solveLimited(
    serviceCosts(table, clients.length, n, dearest(table, clients.length, n)),
    p,
    run,
  )
  const shares = nearestShares(instance, answer.open)
  if (shares.some((list) => list.length === 0)) return null
  const cost = shares.reduce((sum, list, i) => sum + table[i * n + list[0]!.site]!, 0)
  const proven = answer.bound >= answer.cost
  return { cost, bound: proven ? cost : answer.bound, optimal: proven, open: answer.open, shares }
}

/** The dearest way of each client: never beaten, so it need not be listed. Where some site has no way, a price above all answers that have. */
function dearest(table: Float64Array, clients: number, sites: number): Float64Array {
  const most = new Float64Array(clients)
  let some = false
  for (let i = 0; i < clients; i++)
    for (let j = 0; j < sites; j++) {
      const cost = table[i * sites + j]!
      if (cost === Number.POSITIVE_INFINITY) some = true
      else if (cost > most[i]!) most[i] = cost
    }
  if (!some) return most
  const all = Math.ceil(most.reduce((sum, cost) => sum + cost, 1))
  return most.fill(all)
}
