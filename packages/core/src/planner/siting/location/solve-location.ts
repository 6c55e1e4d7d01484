import type { MilpOptions, SolveMilp } from '../../../kernel/milp.ts'
import {
  type LocationModel,
  locationModel,
  type RequirementKind,
  requirementKinds,
} from './location-model.ts'
import type { LocationProblem } from './location-problem.ts'

/** What is to be given up of one requirement: fen, share of need, way, uses, sites, in its own unit. */
export interface Relaxation {
  kind: RequirementKind
  /** Budget, client, site with option, or `all`. */
  id: string
  by: number
}

export interface LocationAnswer {
  /** Option of each site; null where it is closed. */
  runs: readonly (string | null)[]
  /** For each client the parts of its need and where they are met. */
  shares: readonly (readonly { site: number; share: number }[])[]
  /** Fen a year, money spent once spread over the years, travel included. */
  cost: number
  /** Uses a year that are not met. */
  unmet: number
  /** Bound of what was minimised last: cost. */
  bound: number
  optimal: boolean
}

/** An answer; or, where there is none, the smallest relaxations that make one, each list enough by itself. */
export type LocationOutcome =
  | { kind: 'answer'; answer: LocationAnswer }
  | { kind: 'infeasible'; relax: readonly (readonly Relaxation[])[] }
  | { kind: 'none-found' }

/** Solves a location problem with its own objective levels; the need met is frozen before cost is looked at. */
export async function solveLocation(
  problem: LocationProblem,
  milp: SolveMilp,
  options: MilpOptions = { gap: 0 },
): Promise<LocationOutcome> {
  let frozen = Number.POSITIVE_INFINITY
  if (problem.mode === 'most-need') {
    const most = await milp(locationModel(problem, 'unmet').milp, options)
    if (most.status === 'infeasible') return relaxed(problem, milp, options)
    if (most.values.length === 0) return { kind: 'none-found' }
    frozen = most.objective + 1e-6 * (1 + Math.abs(most.objective))
  }
  const model = locationModel(problem, 'cost', new Set(), frozen)
  const result = await milp(model.milp, options)
  if (result.status === 'infeasible') return relaxed(problem, milp, options)
  if (result.values.length === 0) return { kind: 'none-found' }
  return {
    kind: 'answer',
    answer: {
      ...read(problem, model, result.values),
      cost: result.objective + model.constant,
      bound: result.bound + model.constant,
      optimal: result.status === 'optimal',
    },
  }
}

function read(problem: LocationProblem, model: LocationModel, values: readonly number[]) {
  const runs = problem.sites.map((site, j) => {
    const at = model.runs[j]!.findIndex((y) => values[y]! > 0.5)
    return at < 0 ? null : site.options[at]!.id
  })
  const shares = problem.clients.map((_, i) =>
    model.serves
      .filter(({ client, variable }) => client === i && values[variable]! > 1e-9)
      .map(({ site, variable }) => ({ site, share: values[variable]! })),
  )
  const unmet = problem.clients.reduce(
    (sum, { need }, i) =>
      sum + need * Math.max(0, 1 - shares[i]!.reduce((met, { share }) => met + share, 0)),
    0,
  )
  return { runs, shares, unmet }
}

/** The least that must give way: for each kind of requirement alone, or, where no kind is enough, all together. */
async function relaxed(
  problem: LocationProblem,
  milp: SolveMilp,
  options: MilpOptions,
): Promise<LocationOutcome> {
  const relax: Relaxation[][] = []
  for (const kind of requirementKinds) {
    const list = await smallest(problem, new Set([kind]), milp, options)
    if (list) relax.push(list)
  }
  if (relax.length === 0) {
    const list = await smallest(problem, new Set(requirementKinds), milp, options)
    if (list) relax.push(list)
  }
  return { kind: 'infeasible', relax }
}

async function smallest(
  problem: LocationProblem,
  kinds: ReadonlySet<RequirementKind>,
  milp: SolveMilp,
  options: MilpOptions,
): Promise<Relaxation[] | null> {
  const model = locationModel(problem, 'relaxation', kinds)
  const { values } = await milp(model.milp, options)
  if (values.length === 0) return null
  const given = model.slacks.flatMap(({ kind, id, variable }) =>
    values[variable]! > 1e-6 ? [{ kind, id, by: values[variable]! }] : [],
  )
  return [...given, ...longerWays(problem, model, values)]
}

/** For each client how much farther it must be let go. */
function longerWays(
  problem: LocationProblem,
  model: LocationModel,
  values: readonly number[],
): Relaxation[] {
  return problem.clients.flatMap(({ id, farthest }, i) => {
    const longest = model.serves
      .filter(({ client, variable }) => client === i && values[variable]! > 1e-6)
      .reduce((most, { site }) => Math.max(most, problem.ways[i]![site]!), 0)
    return longest > farthest ? [{ kind: 'farthest' as const, id, by: longest - farthest }] : []
  })
}
