import type { Milp } from '../../../kernel/milp.ts'
import { milpBuilder } from '../milp-builder.ts'
import { type LocationProblem, overlap } from './location-problem.ts'

/** Requirements that may be relaxed, a kind at a time. */
export const requirementKinds = [
  'budget',
  'floor',
  'farthest',
  'capacity',
  'least-load',
  'most-sites',
  'decided',
] as const
export type RequirementKind = (typeof requirementKinds)[number]

/** A slack of the elastic model: how much of one requirement is given up; `size` makes kinds comparable. */
export interface Slack {
  kind: RequirementKind
  id: string
  variable: number
}

export interface LocationModel {
  milp: Milp
  /** Variable of each option, by site and option. */
  runs: readonly (readonly number[])[]
  /** Variables of shares of a client's need. */
  serves: readonly { client: number; site: number; option: number; variable: number }[]
  slacks: readonly Slack[]
  /** What of the objective is there whatever is decided. */
  constant: number
}

/** What the model is to minimise. */
export type LocationAim = 'cost' | 'unmet' | 'relaxation'

const open = Number.POSITIVE_INFINITY

/**
 * The integer program of a location problem. `elastic` kinds get slacks, which `relaxation` minimises, each measured
 * against the size of its requirement. `unmetAtMost` freezes the need that is not met.
 */
export function locationModel(
  problem: LocationProblem,
  aim: LocationAim,
  elastic: ReadonlySet<RequirementKind> = new Set(),
  unmetAtMost = open,
): LocationModel {
  const model = milpBuilder()
  const slacks: Slack[] = []
  const slack = (kind: RequirementKind, id: string, size: number): readonly [number, number][] => {
    if (!elastic.has(kind)) return []
    const variable = model.continuous(`slack ${kind} ${id}`, aim === 'relaxation' ? 1 / size : 0)
    slacks.push({ kind, id, variable })
    return [[variable, 1]]
  }
  const less = (terms: readonly (readonly [number, number])[]) =>
    terms.map(([v, c]) => [v, -c] as const)
  const money = aim === 'cost' ? 1 : 0
  const runs = problem.sites.map(({ id, options, today, closing }) =>
    options.map((option) => {
      const once = option.once - (today === null ? 0 : closing)
      return model.binary(`${id} ${option.id}`, money * (option.yearly + once / problem.years))
    }),
  )
  const serves = servingPairs(problem, elastic.has('farthest')).map((pair) => {
    const { need, farthest } = problem.clients[pair.client]!
    const way = problem.ways[pair.client]![pair.site]!
    const excess = aim === 'relaxation' ? Math.max(0, way - farthest) / Math.max(1, farthest) : 0
    const cost = money * problem.travel * need * way
    return { ...pair, variable: model.continuous('serve', cost + excess, 1) }
  })
  const needed = problem.clients.map((client, i) => {
    const mine = serves
      .filter((pair) => pair.client === i)
      .map((pair) => [pair.variable, 1] as const)
    const unmet = model.continuous(`unmet ${client.id}`, aim === 'unmet' ? client.need : 0, 1)
    model.row(`need ${client.id}`, 1, 1, [...mine, [unmet, 1]])
    model.row(`floor ${client.id}`, client.floor, open, [...mine, ...slack('floor', client.id, 1)])
    return [unmet, client.need] as const
  })
  if (unmetAtMost < open) model.row('unmet', -open, unmetAtMost, needed)
  problem.sites.forEach((site, j) => {
    const all = runs[j]!.map((y) => [y, 1] as const)
    const decided = slack('decided', site.id, 1)
    model.row(`one option ${site.id}`, 0, 1, all)
    if (site.must === 'open') model.row(`open ${site.id}`, 1, open, [...all, ...decided])
    if (site.must === 'closed') model.row(`closed ${site.id}`, -open, 0, [...all, ...less(decided)])
    site.options.forEach((option, o) => {
      const y = runs[j]![o]!
      const mine = serves.filter((pair) => pair.site === j && pair.option === o)
      const load = mine.map((pair) => [pair.variable, problem.clients[pair.client]!.need] as const)
      const room = slack('capacity', `${site.id} ${option.id}`, Math.max(1, option.capacity))
      model.row('capacity', -open, 0, [...load, [y, -option.capacity], ...less(room)])
      for (const pair of mine)
        model.row('strong', -open, 0, [
          [pair.variable, 1],
          [y, -1],
        ])
      if (option.least > 0) {
        const few = slack('least-load', `${site.id} ${option.id}`, option.least)
        model.row('least load', 0, open, [...load, [y, -option.least], ...few])
      }
    })
  })
  if (problem.mostSites !== null)
    model.row('most sites', -open, problem.mostSites, [
      ...runs.flat().map((y) => [y, 1] as const),
      ...less(slack('most-sites', 'all', 1)),
    ])
  for (const budget of problem.budgets) {
    const { terms, paid } = spending(problem, runs, budget)
    const more = less(slack('budget', budget.id, Math.max(1, budget.limit)))
    model.row(`budget ${budget.id}`, -open, budget.limit - paid, [...terms, ...more])
  }
  const closings = problem.sites.reduce((sum, s) => sum + (s.today === null ? 0 : s.closing), 0)
  return { milp: model.build(), runs, serves, slacks, constant: (money * closings) / problem.years }
}

/** Pairs of client and option with a way that is short enough and hours that fit. */
function servingPairs(problem: LocationProblem, anyWay: boolean) {
  return problem.clients.flatMap((client, i) =>
    problem.sites.flatMap(({ options }, site) => {
      const way = problem.ways[i]![site]!
      if (!Number.isFinite(way) || (way > client.farthest && !anyWay)) return []
      return options.flatMap(({ opening }, option) =>
        overlap(client.times, opening) >= problem.visit ? [{ client: i, site, option }] : [],
      )
    }),
  )
}

/** What a budget is spent on: options, less the closings that running today's sites spares; those are paid first. */
function spending(
  { sites }: LocationProblem,
  runs: readonly (readonly number[])[],
  budget: LocationProblem['budgets'][number],
) {
  let paid = 0
  const terms = sites.flatMap((site, j) => {
    if (budget.sites !== null && !budget.sites.includes(site.id)) return []
    const closing = budget.kind === 'once' && site.today !== null ? site.closing : 0
    paid += closing
    return site.options.map(
      (option, o) =>
        [runs[j]![o]!, (budget.kind === 'once' ? option.once : option.yearly) - closing] as const,
    )
  })
  return { terms, paid }
}
