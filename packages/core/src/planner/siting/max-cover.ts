import type { Milp, MilpResult } from '../../kernel/milp.ts'
import { type LocationProblem, nearestOpen, type Sited, within } from './location-problem.ts'
import { atLeast, milpBuilder } from './milp-builder.ts'
import { openSites } from './p-median.ts'

/**
 * Maximal covering (MCLP): p sites so that the weight within the radius (inclusive) is greatest. The model minimises
 * its negative. Source: Church & ReVelle 1974; coverage variables stay continuous, as they are 0 or 1 at the optimum.
 * Points with the same sites in reach share one variable.
 */
export function maxCoverModel(problem: LocationProblem, radius: number, p: number): Milp {
  const weights = new Map<string, { near: readonly number[]; weight: number }>()
  problem.demand.forEach(({ weight }, i) => {
    const near = within(problem, i, radius)
    if (near.length === 0) return
    const key = near.join(' ')
    weights.set(key, { near, weight: weight + (weights.get(key)?.weight ?? 0) })
  })
  const model = milpBuilder()
  const open = problem.sites.map((id) => model.binary(`y ${id}`, 0))
  model.row(
    'p',
    p,
    p,
    open.map((y) => [y, 1] as const),
  )
  for (const [key, { near, weight }] of weights) {
    const covered = model.continuous(`c ${key}`, -weight, 1)
    model.row(`cover ${key}`, 0, atLeast, [
      ...near.map((j) => [open[j]!, 1] as const),
      [covered, -1],
    ])
  }
  return model.build()
}

/** Reads MCLP: `objective` is the weight covered, `bound` what no p sites can exceed. */
export function readMaxCover(
  problem: LocationProblem,
  radius: number,
  result: MilpResult,
): Sited | null {
  const sites = openSites(problem, result)
  if (sites === null) return null
  const nearest = nearestOpen(problem, sites)
  const siteOf = nearest.map((j, i) => (j >= 0 && problem.distance[i]![j]! <= radius ? j : -1))
  const objective = problem.demand.reduce(
    (sum, { weight }, i) => (siteOf[i]! >= 0 ? sum + weight : sum),
    0,
  )
  return { sites, siteOf, objective, bound: -result.bound, proven: result.status === 'optimal' }
}
