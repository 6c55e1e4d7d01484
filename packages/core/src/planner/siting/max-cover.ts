import { isWithin, type LocationInstance, type Sited } from '../../plan/location.ts'
import { barredSites } from './limited/barred-sites.ts'
import { serviceCosts } from './limited/service-costs.ts'
import { solveLimited } from './limited/solve-limited.ts'
import { nearestShares } from './nearest-shares.ts'
import type { SitingRun } from './siting-run.ts'

/**
 * Maximal covering (MCLP): p sites so that the weight within the radius (inclusive) is greatest (Church & ReVelle
 * 1974). It is solved as the p sites that leave out least, a pair costing nothing inside the radius.
 */
export async function solveMaxCover(
  instance: LocationInstance,
  radius: number,
  p: number,
  run: SitingRun,
): Promise<Sited> {
  const { clients, sites, weight } = instance
  const table = instance.pairs!.map((distance) =>
    isWithin(distance, radius) ? 0 : Number.POSITIVE_INFINITY,
  )
  const costs = serviceCosts(table, clients.length, sites.length, weight)
  const total = weight.reduce((sum, w) => sum + w, 0)
  const asMinimum = run.onProgress
  const answer = await solveLimited(
    costs,
    p,
    asMinimum
      ? { ...run, onProgress: (cost, bound) => asMinimum(total - cost, total - bound) }
      : run,
    barredSites(costs, p),
  )
  const n = sites.length
  const shares = nearestShares(instance, answer.open).map((list, i) =>
    list.filter(({ site }) => isWithin(instance.pairs![i * n + site]!, radius)),
  )
  const cost = shares.reduce((sum, list, i) => sum + (list.length > 0 ? weight[i]! : 0), 0)
  const proven = answer.bound >= answer.cost
  const bound = proven ? cost : total - answer.bound
  return { cost, bound, optimal: proven, open: answer.open, shares }
}
