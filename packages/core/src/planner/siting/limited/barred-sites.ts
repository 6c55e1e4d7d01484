import type { ServiceCosts } from './service-costs.ts'
import type { SiteStatus } from './site-prices.ts'

/**
 * Sites that another site replaces at no loss: all they serve, the other serves as cheaply. Among equals the lower
 * index stays. Nothing is barred where fewer than p would be left.
 */
export function barredSites(costs: ServiceCosts, p: number): SiteStatus {
  const status = new Int8Array(costs.sites)
  const { siteStart, siteClient, clientStart, clientSite } = costs
  const size = (j: number) => siteStart[j + 1]! - siteStart[j]!
  const costFrom = new Float64Array(costs.clients).fill(Number.POSITIVE_INFINITY)
  for (let j = 0; j < costs.sites; j++) {
    if (size(j) === 0) {
      status[j] = -1
      continue
    }
    // Whoever replaces j serves j's rarest client at least as cheaply.
    let rarest = siteClient[siteStart[j]!]!
    for (let k = siteStart[j]!; k < siteStart[j + 1]!; k++) {
      const i = siteClient[k]!
      if (clientStart[i + 1]! - clientStart[i]! < clientStart[rarest + 1]! - clientStart[rarest]!)
        rarest = i
    }
    for (let k = clientStart[rarest]!; k < clientStart[rarest + 1]!; k++) {
      const other = clientSite[k]!
      if (other === j || status[other] === -1 || size(other) < size(j)) continue
      if (!replaces(costs, other, j, costFrom)) continue
      if (other > j && size(other) === size(j) && replaces(costs, j, other, costFrom)) continue
      status[j] = -1
      break
    }
  }
  const left = status.reduce((sum, s) => sum + (s === 0 ? 1 : 0), 0)
  return left >= p ? status : new Int8Array(costs.sites)
}

/** `room` is all Infinity between calls. */
function replaces(
  { siteStart, siteClient, siteCost }: ServiceCosts,
  better: number,
  worse: number,
  room: Float64Array,
): boolean {
  for (let k = siteStart[better]!; k < siteStart[better + 1]!; k++)
    room[siteClient[k]!] = siteCost[k]!
  let all = true
  for (let k = siteStart[worse]!; all && k < siteStart[worse + 1]!; k++)
    all = room[siteClient[k]!]! <= siteCost[k]!
  for (let k = siteStart[better]!; k < siteStart[better + 1]!; k++)
    room[siteClient[k]!] = Number.POSITIVE_INFINITY
  return all
}
