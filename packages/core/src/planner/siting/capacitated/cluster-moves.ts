import type { Random } from '../../../kernel/random.ts'
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

/** Nearest clients (with p) or sites (without) of each client: where moves look. */
export interface NearLists {
  width: number
  list: Int32Array
}

/** How readily a worse state is taken, and what a unit of overload costs. */
export interface Heat {
  now: number
  price: number
}

/** Random moves, each made when it is accepted. */
export function clusterMoves(
  problem: SingleSource,
  state: ClusterState,
  near: NearLists,
  random: Random,
) {
  const { clients, sites, cost, demand, p } = problem
  const accepts = (change: number, { now }: Heat): boolean =>
    change <= 0 || (change < 20 * now && random.next() < Math.exp(-change / now))
  /** A cluster near client i, seldom anywhere. */
  const clusterNear = (i: number): number => {
    const there = near.list[i * near.width + random.below(near.width)]!
    return p === null ? state.clusterAt[there]! : state.clusterOf[there]!
  }
  const partnerOf = (i: number): number =>
    p === null ? random.below(clients) : near.list[i * near.width + random.below(near.width)]!
  return {
    shift: (heat: Heat): void => {
      const i = random.below(clients)
      const to = clusterNear(i)
      const from = state.clusterOf[i]!
      if (to === from) return
      const change = shiftCost(problem, state, i, to)
      const overload = shiftOverload(problem, state, from, to, demand[i]!)
      if (accepts(change + heat.price * overload, heat))
        shift(problem, state, i, to, change, overload)
    },
    swap: (heat: Heat): void => {
      const i = random.below(clients)
      const other = partnerOf(i)
      const [a, b] = [state.clusterOf[i]!, state.clusterOf[other]!]
      if (a === b) return
      const [siteA, siteB] = [state.siteOfCluster[a]!, state.siteOfCluster[b]!]
      const change =
        cost[i * sites + siteB]! -
        cost[i * sites + siteA]! +
        cost[other * sites + siteA]! -
        cost[other * sites + siteB]!
      const overload = shiftOverload(problem, state, a, b, demand[i]! - demand[other]!)
      if (!accepts(change + heat.price * overload, heat)) return
      shift(problem, state, i, b, change, overload)
      shift(problem, state, other, a, 0, 0)
    },
    relocate: (heat: Heat): void => {
      // A member of the cluster becomes its site; where clients are not sites, a closed one does.
      const i = random.below(clients)
      const cluster = state.clusterOf[i]!
      const site = p === null ? random.below(sites) : i
      const there = state.clusterAt[site]!
      if (there === cluster || (there >= 0 && state.count[there]! > 0)) return
      const change = relocateCost(problem, state, cluster, site)
      const overload = relocateOverload(problem, state, cluster, site)
      if (accepts(change + heat.price * overload, heat))
        relocate(state, cluster, site, change, overload)
    },
  }
}
