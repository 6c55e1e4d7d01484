import type { Random } from '../../../kernel/random.ts'
import type { Heat, NearLists } from './cluster-moves.ts'
import {
  type ClusterState,
  relocate,
  relocateCost,
  relocateOverload,
  shift,
  shiftCost,
  shiftOverload,
} from './cluster-state.ts'
import type { SingleSource } from './single-source.ts'

/**
 * Large moves: give up a site and send its clients to others near, open a site and let those come who gain, or both
 * with the same cluster. Made step by step, and undone when the sum is not accepted.
 */
export function clusterRebuild(
  problem: SingleSource,
  state: ClusterState,
  near: NearLists,
  random: Random,
) {
  const { clients, sites, cost, demand, capacity, p } = problem
  const movedClient = new Int32Array(2 * clients)
  const movedFrom = new Int32Array(2 * clients)
  let moved = 0
  const send = (i: number, to: number): void => {
    const from = state.clusterOf[i]!
    movedClient[moved] = i
    movedFrom[moved++] = from
    const change = shiftCost(problem, state, i, to)
    const overload = shiftOverload(problem, state, from, to, demand[i]!)
    shift(problem, state, i, to, change, overload)
  }
  /** The best other cluster that serves somebody, among those near. */
  const bestOther = (i: number, heat: Heat): number => {
    const from = state.clusterOf[i]!
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (let k = 0; k < near.width; k++) {
      const there = near.list[i * near.width + k]!
      const to = p === null ? state.clusterAt[there]! : state.clusterOf[there]!
      if (to === from || state.count[to] === 0) continue
      const price =
        cost[i * sites + state.siteOfCluster[to]!]! +
        heat.price * shiftOverload(problem, state, from, to, demand[i]!)
      if (price < least) {
        least = price
        best = to
      }
    }
    return best
  }
  const dissolve = (cluster: number, heat: Heat): boolean => {
    for (let i = state.first[cluster]!; i >= 0; ) {
      const next = state.next[i]!
      const to = bestOther(i, heat)
      if (to < 0) return false
      send(i, to)
      i = next
    }
    return true
  }
  /** Clients come while they gain and there is room: those near the site with p, any without. */
  const attract = (cluster: number, site: number): void => {
    const count = p === null ? clients : near.width + 1
    for (let k = 0; k < count; k++) {
      const i = p === null ? k : k === 0 ? site : near.list[site * near.width + k - 1]!
      const from = state.clusterOf[i]!
      if (from === cluster || state.load[cluster]! + demand[i]! > capacity[site]!) continue
      const gain = cost[i * sites + state.siteOfCluster[from]!]! - cost[i * sites + site]!
      if (gain > 0) send(i, cluster)
    }
  }
  const settle = (before: number, overload: number, heat: Heat, done: boolean): boolean => {
    const change = state.cost - before + heat.price * (state.overload - overload)
    if (done && (change <= 0 || random.next() < Math.exp(-change / heat.now))) return true
    while (moved > 0) {
      moved -= 1
      shift(problem, state, movedClient[moved]!, movedFrom[moved]!, 0, 0)
    }
    return false
  }
  return (heat: Heat): void => {
    const { cost: before, overload } = state
    moved = 0
    const cluster = state.clusterOf[random.below(clients)]!
    const old = state.siteOfCluster[cluster]!
    const site = random.below(sites)
    const there = state.clusterAt[site]!
    if (p === null) {
      const opens = state.count[there] === 0
      if (opens) attract(there, site)
      const done = opens ? moved > 0 : dissolve(cluster, heat)
      if (!settle(before, overload, heat, done)) {
        state.cost = before
        state.overload = overload
      }
      return
    }
    if (there >= 0) return
    const emptied = dissolve(cluster, heat)
    if (emptied) {
      relocate(
        state,
        cluster,
        site,
        relocateCost(problem, state, cluster, site),
        relocateOverload(problem, state, cluster, site),
      )
      attract(cluster, site)
    }
    if (settle(before, overload, heat, emptied)) return
    if (emptied) relocate(state, cluster, old, 0, 0)
    state.cost = before
    state.overload = overload
  }
}
