import type { Milp, MilpResult } from '../../kernel/milp.ts'
import { type LocationProblem, nearestOpen, type Sited, within } from './location-problem.ts'
import { atLeast, milpBuilder } from './milp-builder.ts'
import { openSites } from './p-median.ts'

/**
 * Location set covering (LSCP): the fewest sites so that everybody is within the radius (inclusive).
 * Source: Toregas, Swain, ReVelle & Bergman 1971. `costs` makes it the cheapest instead of the fewest. A point with no
 * site within the radius makes the model infeasible: name such points first (`within`).
 */
export function setCoverModel(
  problem: LocationProblem,
  radius: number,
  costs: readonly number[] = problem.sites.map(() => 1),
): Milp {
  const model = milpBuilder()
  const open = problem.sites.map((id, j) => model.binary(`y ${id}`, costs[j]!))
  const seen = new Set<string>()
  problem.demand.forEach(({ id }, i) => {
    const near = within(problem, i, radius)
    // Points with the same sites in reach are one row.
    const key = near.join(' ')
    if (seen.has(key)) return
    seen.add(key)
    model.row(
      `cover ${id}`,
      1,
      atLeast,
      near.map((j) => [open[j]!, 1] as const),
    )
  })
  return model.build()
}

export function readSetCover(problem: LocationProblem, result: MilpResult): Sited | null {
  const sites = openSites(problem, result)
  if (sites === null) return null
  return {
    sites,
    siteOf: nearestOpen(problem, sites),
    objective: result.objective,
    bound: result.bound,
    proven: result.status === 'optimal',
  }
}
