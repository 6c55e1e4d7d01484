import type { Milp, MilpResult, SolveMilp } from '../../kernel/milp.ts'
import { type LocationProblem, nearestOpen, type Sited, within } from './location-problem.ts'
import { atLeast, atMost, milpBuilder } from './milp-builder.ts'
import { openSites } from './p-median.ts'

/**
 * p-centre: p sites so that the longest way to the nearest is least (not weighted). Source: Hakimi 1965; the integer
 * program of Daskin 1995 with the radius as a variable. `pCentre` solves it by set covering instead, which is faster.
 */
export function pCentreModel(problem: LocationProblem, p: number): Milp {
  const model = milpBuilder()
  const open = problem.sites.map((id) => model.binary(`y ${id}`, 0))
  const radius = model.continuous('radius', 1)
  model.row(
    'p',
    p,
    p,
    open.map((y) => [y, 1] as const),
  )
  problem.demand.forEach(({ id }, i) => {
    const pairs = problem.distance[i]!.flatMap((d, j) =>
      d < 0 ? [] : [{ d, j, x: model.continuous(`x ${id} ${j}`, 0, 1) }],
    )
    model.row(
      `serve ${id}`,
      1,
      1,
      pairs.map(({ x }) => [x, 1] as const),
    )
    model.row(`far ${id}`, atMost, 0, [...pairs.map(({ x, d }) => [x, d] as const), [radius, -1]])
    for (const { j, x } of pairs)
      model.row(`open ${id} ${j}`, atMost, 0, [
        [x, 1],
        [open[j]!, -1],
      ])
  })
  return model.build()
}

/** Whether p sites cover everybody within a radius: the fewest sites that do, as a model. */
const coverWithin = (problem: LocationProblem, radius: number): Milp => {
  const model = milpBuilder()
  const open = problem.sites.map((id) => model.binary(`y ${id}`, 1))
  problem.demand.forEach(({ id }, i) => {
    model.row(
      `cover ${id}`,
      1,
      atLeast,
      within(problem, i, radius).map((j) => [open[j]!, 1] as const),
    )
  })
  return model.build()
}

/**
 * p-centre by bisection over the distances that occur, each step a set covering (Minieka 1970): exact, as the
 * optimum is one of them. Null where some point has no way to any site, or p sites cannot reach all.
 */
export async function pCentre(
  problem: LocationProblem,
  p: number,
  milp: SolveMilp,
): Promise<Sited | null> {
  const radii = [...new Set(problem.distance.flat().filter((d) => d >= 0))].sort((a, b) => a - b)
  const fits = async (radius: number): Promise<MilpResult | null> => {
    if (problem.demand.some((_, i) => within(problem, i, radius).length === 0)) return null
    const result = await milp(coverWithin(problem, radius))
    return result.status === 'optimal' && result.objective <= p + 0.5 ? result : null
  }
  let [low, high] = [0, radii.length - 1]
  let best = radii.length === 0 ? null : await fits(radii[high]!)
  if (best === null) return null
  while (low < high) {
    const middle = (low + high) >> 1
    const result = await fits(radii[middle]!)
    if (result === null) low = middle + 1
    else [high, best] = [middle, result]
  }
  const sites = openSites(problem, best)!
  const siteOf = nearestOpen(problem, sites)
  const objective = Math.max(...problem.demand.map((_, i) => problem.distance[i]![siteOf[i]!]!))
  return { sites, siteOf, objective, bound: objective, proven: true }
}
