import type { MilpOptions, SolveMilp } from '../../../kernel/milp.ts'
import {
  type LocationModel,
  locationModel,
  type RequirementKind,
  requirementKinds,
} from './location-model.ts'
import { type LocationProblem, optionKey } from './location-problem.ts'

/** What is to be given up of one requirement: fen, share of need, way, uses, sites, in its own unit. */
export interface Relaxation {
  kind: RequirementKind
  /** Budget, client, site with option, or `all`. */
  id: string
  by: number
}

/** Requirements that, given up together, make an answer possible. */
export interface Relief {
  /** The kind of requirement that is enough alone; `several` where no kind is. */
  kind: RequirementKind | 'several'
  changes: readonly Relaxation[]
  /** Nothing smaller of this kind is enough: proven. */
  smallest: boolean
  /** The problem with these changes was solved again, and has an answer. */
  proven: boolean
}

/** The least that must give way: for each kind of requirement alone, or, where no kind is enough, all together. */
export async function reliefsOf(
  problem: LocationProblem,
  milp: SolveMilp,
  options: MilpOptions,
): Promise<Relief[]> {
  const found: Relief[] = []
  for (const kind of requirementKinds) {
    const relief = await smallest(problem, kind, milp, options)
    if (relief) found.push(relief)
  }
  if (found.length > 0) return found
  const all = await smallest(problem, 'several', milp, options)
  return all ? [all] : []
}

async function smallest(
  problem: LocationProblem,
  kind: Relief['kind'],
  milp: SolveMilp,
  options: MilpOptions,
): Promise<Relief | null> {
  const kinds = new Set(kind === 'several' ? requirementKinds : [kind])
  const model = locationModel(problem, 'relaxation', kinds)
  const { values, status } = await milp(model.milp, options)
  if (values.length === 0) return null
  const given = model.slacks.flatMap(({ kind, id, variable }) =>
    values[variable]! > 1e-6 ? [{ kind, id, by: values[variable]! }] : [],
  )
  const changes = [...given, ...longerWays(problem, model, values)]
  const again = await milp(locationModel(relax(problem, changes), 'cost').milp, options)
  return { kind, changes, smallest: status === 'optimal', proven: again.values.length > 0 }
}

/** For each client how much farther it must be let go. */
function longerWays(
  problem: LocationProblem,
  model: LocationModel,
  values: readonly number[],
): Relaxation[] {
  const byClient = Map.groupBy(model.serves, ({ client }) => client)
  return problem.clients.flatMap(({ id, farthest }, i) => {
    const longest = (byClient.get(i) ?? [])
      .filter(({ variable }) => values[variable]! > 1e-6)
      .reduce((most, { site }) => Math.max(most, problem.ways[i]![site]!), 0)
    return longest > farthest ? [{ kind: 'farthest' as const, id, by: longest - farthest }] : []
  })
}

/** Hair on each relaxed limit, as a share of it: the solver's tolerance shall not refuse what it gave. */
const hair = 1e-6

/** The problem with requirements given up; a relaxation of something that is not there changes nothing. */
export function relax(problem: LocationProblem, changes: readonly Relaxation[]): LocationProblem {
  const by = (kind: RequirementKind, id: string): number =>
    changes.reduce((sum, c) => (c.kind === kind && c.id === id ? sum + c.by : sum), 0)
  const raised = (limit: number, more: number) =>
    more > 0 ? limit + more + hair * Math.max(1, limit) : limit
  return {
    ...problem,
    clients: problem.clients.map((client) => ({
      ...client,
      floor: Math.max(0, client.floor - by('floor', client.id) * (1 + hair)),
      farthest: raised(client.farthest, by('farthest', client.id)),
    })),
    sites: problem.sites.map((site) => ({
      ...site,
      must: by('decided', site.id) > 0.5 ? null : site.must,
      options: site.options.map((option) => {
        const key = optionKey(site.id, option.id)
        const least = option.least - by('least-load', key) * (1 + hair)
        return {
          ...option,
          capacity: raised(option.capacity, by('capacity', key)),
          least: Math.max(0, least),
        }
      }),
    })),
    budgets: problem.budgets.map((budget) => ({
      ...budget,
      limit: raised(budget.limit, by('budget', budget.id)),
    })),
    mostSites:
      problem.mostSites === null
        ? null
        : problem.mostSites + Math.ceil(by('most-sites', 'all') - hair),
  }
}
