import type { Random } from '../../../kernel/random.ts'
import { clusterMoves, type NearLists } from './cluster-moves.ts'
import { clusterRebuild } from './cluster-rebuild.ts'
import { assignedOf, clusterState } from './cluster-state.ts'
import { firstAssignment } from './first-assignment.ts'
import type { Assigned, SingleSource } from './single-source.ts'

/** How the search goes: `share` tells how much of its time is used, from 0 to 1; it ends at 1. */
export interface AnnealRun {
  random: Random
  share: () => number
  /** Heat at the start and at the end, as cost of a typical worsening that is accepted. */
  hot: number
  cold: number
}

/**
 * Simulated annealing over whole assignments: move a client, swap two, put a cluster at another site. Overload has a
 * price that rises while the search is infeasible and falls while it is not. Returns the best feasible assignment.
 * Source: Kirkpatrick, Gelatt & Vecchi 1983; the moves as in Osman & Christofides 1994.
 */
export function annealClusters(
  problem: SingleSource,
  near: NearLists,
  start: Assigned | { open: readonly number[] },
  run: AnnealRun,
): Assigned | null {
  const siteOf = 'siteOf' in start ? start.siteOf : firstAssignment(problem, start.open)
  const state = clusterState(problem, siteOf, start.open)
  const moves = clusterMoves(problem, state, near, run.random)
  const rebuild = clusterRebuild(problem, state, near, run.random)
  const averageDemand = problem.demand.reduce((a, b) => a + b, 0) / problem.clients || 1
  let best: Assigned | null = null
  const keep = (): void => {
    if (state.overload > 1e-9 || (best !== null && state.cost >= best.cost - 1e-9)) return
    best = { ...assignedOf(problem, state), cost: state.cost }
  }
  keep()
  const often = relocateShare(problem)
  const small = problem.clients <= 500
  let feasible = 0
  const heat = { now: run.hot, price: (4 * run.hot) / averageDemand }
  for (let step = 1; ; step++) {
    if ((step & 1023) === 0) {
      keep()
      const share = run.share()
      if (share >= 1) break
      heat.now = run.hot * (run.cold / run.hot) ** share
      const lower = feasible > 614 && share < 0.9
      heat.price = Math.max(heat.now / averageDemand, heat.price * (lower ? 0.97 : 1.03))
      feasible = 0
    }
    const draw = run.random.next()
    if (draw < often) moves.relocate(heat)
    else if (draw < often * 1.3) rebuild(heat)
    else if (draw < 0.6) moves.shift(heat)
    else moves.swap(heat)
    if (state.overload > 1e-9) continue
    feasible += 1
    // Copying a large state at every better one would cost more than it finds.
    if (small) keep()
  }
  return best
}

/** Putting a cluster elsewhere walks through its members, so it is tried the more rarely the more it has. */
const relocateShare = ({ clients, sites, p }: SingleSource): number =>
  Math.min(0.1, 1 / (2 + clients / (p ?? sites)))
