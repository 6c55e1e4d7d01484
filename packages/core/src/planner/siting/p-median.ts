import type { Milp, MilpResult } from '../../kernel/milp.ts'
import { type LocationProblem, nearestOpen, type Sited } from './location-problem.ts'
import { atMost, milpBuilder } from './milp-builder.ts'

/**
 * p-median: p sites so that Σ weight × distance to the nearest is least.
 * Source: ReVelle & Swain 1970, with the strong rows x_ij ≤ y_j. Variables: one a site, then one a pair with a way.
 */
export function pMedianModel(problem: LocationProblem, p: number): Milp {
  const model = milpBuilder()
  const open = problem.sites.map((id) => model.binary(`y ${id}`, 0))
  model.row(
    'p',
    p,
    p,
    open.map((y) => [y, 1] as const),
  )
  problem.demand.forEach(({ id, weight }, i) => {
    const pairs = problem.distance[i]!.flatMap((d, j) =>
      d < 0 ? [] : [{ j, x: model.continuous(`x ${id} ${j}`, weight * d, 1) }],
    )
    model.row(
      `serve ${id}`,
      1,
      1,
      pairs.map(({ x }) => [x, 1] as const),
    )
    for (const { j, x } of pairs)
      model.row(`open ${id} ${j}`, atMost, 0, [
        [x, 1],
        [open[j]!, -1],
      ])
  })
  return model.build()
}

/** Reads p-median: every point at its nearest open site, the objective recomputed from raw distances. */
export function readPMedian(problem: LocationProblem, result: MilpResult): Sited | null {
  const sites = openSites(problem, result)
  if (sites === null) return null
  const siteOf = nearestOpen(problem, sites)
  const objective = problem.demand.reduce(
    (sum, { weight }, i) => sum + weight * problem.distance[i]![siteOf[i]!]!,
    0,
  )
  return { sites, siteOf, objective, bound: result.bound, proven: result.status === 'optimal' }
}

/** Sites whose variable is 1: the first variables of all location models, in the order of the sites. */
export const openSites = (problem: LocationProblem, result: MilpResult): number[] | null =>
  result.values.length === 0
    ? null
    : problem.sites.flatMap((_, j) => (result.values[j]! > 0.5 ? [j] : []))
