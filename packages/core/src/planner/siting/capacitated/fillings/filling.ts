import type { SingleSource } from '../single-source.ts'

/** What one site takes: some clients, whole, that fit its capacity; `cost` is that of serving them, without the site's own. */
export interface Filling {
  site: number
  /** Ascending. */
  clients: readonly number[]
  cost: number
}

export const fillingOf = (
  { cost, sites }: SingleSource,
  site: number,
  clients: readonly number[],
): Filling => ({
  site,
  clients,
  cost: clients.reduce((sum, i) => sum + cost[i * sites + site]!, 0),
})

/** An answer as one filling for each site that serves anybody. */
export function fillingsOf(problem: SingleSource, siteOf: Int32Array): Filling[] {
  const members = Map.groupBy(siteOf.keys(), (i) => siteOf[i]!)
  return [...members].map(([site, clients]) => fillingOf(problem, site, clients))
}
