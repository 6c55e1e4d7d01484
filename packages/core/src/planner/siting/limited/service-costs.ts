/**
 * What it costs to serve each client from each site, where every client goes to its cheapest open site and p sites
 * are open: p-median, and maximal covering with the weight left out as the cost. A pair that is missing costs the
 * client's `fallback`, the price of having no site near. Both directions are kept, each cheapest first.
 */
export interface ServiceCosts {
  clients: number
  sites: number
  /** Pairs of site j stand from `siteStart[j]` to `siteStart[j + 1]`. */
  siteStart: Int32Array
  siteClient: Int32Array
  siteCost: Float64Array
  /** Pairs of client i stand from `clientStart[i]` to `clientStart[i + 1]`. */
  clientStart: Int32Array
  clientSite: Int32Array
  clientCost: Float64Array
  fallback: Float64Array
  /** All costs are whole, so a bound may be rounded up. */
  whole: boolean
}

/** Builds the lists from a table, one row a client; pairs at or above the fallback are left out. */
export function serviceCosts(
  table: Float64Array,
  clients: number,
  sites: number,
  fallback: Float64Array,
): ServiceCosts {
  let whole = true
  const clientStart = new Int32Array(clients + 1)
  for (let i = 0; i < clients; i++) {
    let count = 0
    if (!Number.isInteger(fallback[i]!)) whole = false
    for (let k = i * sites; k < (i + 1) * sites; k++) {
      const cost = table[k]!
      if (!(cost < fallback[i]!)) continue
      count += 1
      if (whole && !Number.isInteger(cost)) whole = false
    }
    clientStart[i + 1] = clientStart[i]! + count
  }
  const total = clientStart[clients]!
  const clientSite = new Int32Array(total)
  const clientCost = new Float64Array(total)
  const near = new Int32Array(sites)
  for (let i = 0; i < clients; i++) {
    const row = table.subarray(i * sites, (i + 1) * sites)
    let count = 0
    for (let j = 0; j < sites; j++) if (row[j]! < fallback[i]!) near[count++] = j
    const from = clientStart[i]!
    const values = Float64Array.from({ length: count }, (_, k) => row[near[k]!]!)
    ascending(values).forEach((source, k) => {
      clientSite[from + k] = near[source]!
      clientCost[from + k] = values[source]!
    })
  }
  const bySite = transposed(clients, sites, clientStart, clientSite, clientCost)
  return { clients, sites, ...bySite, clientStart, clientSite, clientCost, fallback, whole }
}

/** The same pairs by site, cheapest first. */
function transposed(
  clients: number,
  sites: number,
  clientStart: Int32Array,
  clientSite: Int32Array,
  clientCost: Float64Array,
): Pick<ServiceCosts, 'siteStart' | 'siteClient' | 'siteCost'> {
  const siteStart = new Int32Array(sites + 1)
  for (const j of clientSite) siteStart[j + 1]! += 1
  for (let j = 0; j < sites; j++) siteStart[j + 1]! += siteStart[j]!
  const at = siteStart.slice()
  const client = new Int32Array(clientSite.length)
  const cost = new Float64Array(clientSite.length)
  for (let i = 0; i < clients; i++)
    for (let k = clientStart[i]!; k < clientStart[i + 1]!; k++) {
      const place = at[clientSite[k]!]!++
      client[place] = i
      cost[place] = clientCost[k]!
    }
  const siteClient = new Int32Array(client.length)
  const siteCost = new Float64Array(client.length)
  for (let j = 0; j < sites; j++) {
    const from = siteStart[j]!
    ascending(cost.subarray(from, siteStart[j + 1]!)).forEach((source, k) => {
      siteClient[from + k] = client[from + source]!
      siteCost[from + k] = cost[from + source]!
    })
  }
  return { siteStart, siteClient, siteCost }
}

/** Indices of the values from the least up, the lower index first among equals; typed sorting is several times faster than by a comparer. */
function ascending(values: Float64Array): Int32Array {
  const sorted = values.slice().sort()
  const used = new Int32Array(values.length)
  const order = new Int32Array(values.length)
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!
    let [low, high] = [0, values.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]! < value) low = middle + 1
      else high = middle
    }
    order[low + used[low]!++] = k
  }
  return order
}
