import type { SingleSource } from './single-source.ts'

/**
 * Clients in clusters, each cluster at one site. With p there are p clusters that move about; without, one for each
 * site, the empty ones closed. Overload counts against the cost by `price` for a unit.
 */
export interface ClusterState {
  clusterOf: Int32Array
  siteOfCluster: Int32Array
  /** -1 where no cluster is. */
  clusterAt: Int32Array
  load: Float64Array
  count: Int32Array
  /** Members of a cluster as a list: first, then the next of each; -1 ends it. */
  first: Int32Array
  next: Int32Array
  previous: Int32Array
  cost: number
  overload: number
}

export function clusterState(
  problem: SingleSource,
  siteOf: Int32Array,
  open: readonly number[],
): ClusterState {
  const { clients, sites } = problem
  const siteOfCluster = Int32Array.from(
    problem.p === null ? { length: sites } : open,
    problem.p === null ? (_, j) => j : (j) => j as number,
  )
  const state: ClusterState = {
    clusterOf: new Int32Array(clients),
    siteOfCluster,
    clusterAt: new Int32Array(sites).fill(-1),
    load: new Float64Array(siteOfCluster.length),
    count: new Int32Array(siteOfCluster.length),
    first: new Int32Array(siteOfCluster.length).fill(-1),
    next: new Int32Array(clients).fill(-1),
    previous: new Int32Array(clients).fill(-1),
    cost: 0,
    overload: 0,
  }
  siteOfCluster.forEach((j, k) => {
    state.clusterAt[j] = k
  })
  for (let i = 0; i < clients; i++) {
    const cluster = state.clusterAt[siteOf[i]!]!
    join(state, i, cluster)
    state.load[cluster]! += problem.demand[i]!
    state.cost += problem.cost[i * sites + siteOf[i]!]!
  }
  siteOfCluster.forEach((j, k) => {
    if (state.count[k]! > 0) state.cost += problem.fixed[j]!
    state.overload += Math.max(0, state.load[k]! - problem.capacity[j]!)
  })
  return state
}

function join(state: ClusterState, i: number, cluster: number): void {
  const head = state.first[cluster]!
  state.next[i] = head
  state.previous[i] = -1
  if (head >= 0) state.previous[head] = i
  state.first[cluster] = i
  state.clusterOf[i] = cluster
  state.count[cluster]! += 1
}

function leave(state: ClusterState, i: number): void {
  const before = state.previous[i]!
  const after = state.next[i]!
  const cluster = state.clusterOf[i]!
  if (before >= 0) state.next[before] = after
  else state.first[cluster] = after
  if (after >= 0) state.previous[after] = before
  state.count[cluster]! -= 1
}

const over = (load: number, capacity: number): number => (load > capacity ? load - capacity : 0)

/** What moving client i to a cluster changes in cost. */
export function shiftCost(
  problem: SingleSource,
  state: ClusterState,
  i: number,
  to: number,
): number {
  const from = state.clusterOf[i]!
  const a = state.siteOfCluster[from]!
  const b = state.siteOfCluster[to]!
  const row = i * problem.sites
  let change = problem.cost[row + b]! - problem.cost[row + a]!
  if (problem.p === null) {
    if (state.count[to] === 0) change += problem.fixed[b]!
    if (state.count[from] === 1) change -= problem.fixed[a]!
  }
  return change
}

/** What moving demand `by` from one cluster to another changes in overload. */
export function shiftOverload(
  problem: SingleSource,
  state: ClusterState,
  from: number,
  to: number,
  by: number,
): number {
  const roomFrom = problem.capacity[state.siteOfCluster[from]!]!
  const roomTo = problem.capacity[state.siteOfCluster[to]!]!
  const [a, b] = [state.load[from]!, state.load[to]!]
  return over(a - by, roomFrom) - over(a, roomFrom) + over(b + by, roomTo) - over(b, roomTo)
}

export function shift(
  problem: SingleSource,
  state: ClusterState,
  i: number,
  to: number,
  cost: number,
  overload: number,
): void {
  const from = state.clusterOf[i]!
  leave(state, i)
  join(state, i, to)
  state.load[from]! -= problem.demand[i]!
  state.load[to]! += problem.demand[i]!
  state.cost += cost
  state.overload += overload
}

/** What putting a cluster's members at another site changes in cost. */
export function relocateCost(
  problem: SingleSource,
  state: ClusterState,
  cluster: number,
  site: number,
): number {
  const { cost, sites } = problem
  const old = state.siteOfCluster[cluster]!
  let change = state.count[cluster]! > 0 ? problem.fixed[site]! - problem.fixed[old]! : 0
  for (let i = state.first[cluster]!; i >= 0; i = state.next[i]!)
    change += cost[i * sites + site]! - cost[i * sites + old]!
  return change
}

export const relocateOverload = (
  problem: SingleSource,
  state: ClusterState,
  cluster: number,
  site: number,
): number =>
  over(state.load[cluster]!, problem.capacity[site]!) -
  over(state.load[cluster]!, problem.capacity[state.siteOfCluster[cluster]!]!)

/** Puts a cluster at a site where there is none, or an empty one, which takes the old place. */
export function relocate(
  state: ClusterState,
  cluster: number,
  site: number,
  cost: number,
  overload: number,
): void {
  const old = state.siteOfCluster[cluster]!
  const other = state.clusterAt[site]!
  state.siteOfCluster[cluster] = site
  state.clusterAt[site] = cluster
  state.clusterAt[old] = other
  if (other >= 0) state.siteOfCluster[other] = old
  state.cost += cost
  state.overload += overload
}

/** Site of each client, and the open sites ascending. */
export function assignedOf(problem: SingleSource, state: ClusterState) {
  const siteOf = state.clusterOf.map((cluster) => state.siteOfCluster[cluster]!)
  const open =
    problem.p === null
      ? [...state.siteOfCluster].filter((_, k) => state.count[k]! > 0)
      : [...state.siteOfCluster]
  return { siteOf, open: open.sort((a, b) => a - b) }
}
