import type { MilpOptions, SolveMilp } from '../../../kernel/milp.ts'
import { type LocationModel, locationModel } from './location-model.ts'
import type { LocationProblem } from './location-problem.ts'
import { type Relief, reliefsOf } from './relax.ts'

export interface LocationAnswer {
  /** Option of each site; null where it is closed. */
  runs: readonly (string | null)[]
  /** For each client the parts of its need and where they are met. */
  shares: readonly (readonly { site: number; share: number }[])[]
  /** Fen a year, money spent once spread over the years, travel included. */
  cost: number
  /** Uses a year that are not met, and the least that can be left so; the latter is looked for where most need is asked for. */
  unmet: number
  unmetBound: number
  /** Bound of what was minimised last: cost. */
  bound: number
  optimal: boolean
}

/** An answer; or, where it is proven that there is none, the smallest relaxations that make one, each enough by itself. */
export type LocationOutcome =
  | { kind: 'answer'; answer: LocationAnswer }
  | { kind: 'infeasible'; reliefs: readonly Relief[] }
  | { kind: 'none-found' }

/** Solves a location problem with its own objective levels; the need met is frozen before cost is looked at. */
export async function solveLocation(
  problem: LocationProblem,
  milp: SolveMilp,
  options: MilpOptions = { gap: 0 },
): Promise<LocationOutcome> {
  let frozen = Number.POSITIVE_INFINITY
  let proven = true
  let unmetBound = 0
  if (problem.mode === 'most-need') {
    const most = await milp(locationModel(problem, 'unmet').milp, options)
    if (most.status === 'infeasible') return noAnswer(problem, milp, options)
    if (most.values.length === 0) return { kind: 'none-found' }
    unmetBound = Math.max(0, most.bound)
    proven = most.status === 'optimal'
    frozen = most.objective + 1e-8 * (1 + Math.abs(most.objective))
  }
  const model = locationModel(problem, 'cost', new Set(), frozen)
  const result = await milp(model.milp, options)
  // Where most need is frozen, an answer is known: only the solver's tolerance can refuse it.
  const known = frozen < Number.POSITIVE_INFINITY
  if (result.status === 'infeasible' && !known) return noAnswer(problem, milp, options)
  if (result.values.length === 0) return { kind: 'none-found' }
  return {
    kind: 'answer',
    answer: {
      ...read(problem, model, result.values),
      unmetBound,
      cost: result.objective + model.constant,
      bound: result.bound + model.constant,
      optimal: proven && result.status === 'optimal',
    },
  }
}

const noAnswer = async (
  problem: LocationProblem,
  milp: SolveMilp,
  options: MilpOptions,
): Promise<LocationOutcome> => ({
  kind: 'infeasible',
  reliefs: await reliefsOf(problem, milp, options),
})

/** To a ten-millionth, the solver's tolerance: whole shares stay whole. */
const tidy = (share: number): number => Math.round(share * 1e7) / 1e7

function read(problem: LocationProblem, model: LocationModel, values: readonly number[]) {
  const runs = problem.sites.map((site, j) => {
    const at = model.runs[j]!.findIndex((y) => values[y]! > 0.5)
    return at < 0 ? null : site.options[at]!.id
  })
  const byClient = Map.groupBy(model.serves, ({ client }) => client)
  const shares = problem.clients.map((_, i) =>
    (byClient.get(i) ?? [])
      .filter(({ variable }) => values[variable]! > 1e-9)
      .map(({ site, variable }) => ({ site, share: tidy(values[variable]!) })),
  )
  const unmet = problem.clients.reduce(
    (sum, { need }, i) =>
      sum + need * Math.max(0, 1 - shares[i]!.reduce((met, { share }) => met + share, 0)),
    0,
  )
  return { runs, shares, unmet }
}
