import type { Milp } from '../../../kernel/milp.ts'
import { type MilpBuilder, milpBuilder } from '../milp-builder.ts'
import { type LocationProblem, optionKey } from './location-problem.ts'
import { type ServingPair, servingPairs } from './serving-pairs.ts'

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

/** A slack of the elastic model: how much of one requirement is given up. */
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
  serves: readonly (ServingPair & { variable: number })[]
  slacks: readonly Slack[]
  /** What of the objective is there whatever is decided. */
  constant: number
}

/** What the model is to minimise. */
export type LocationAim = 'cost' | 'unmet' | 'relaxation'

type Term = readonly [variable: number, coefficient: number]

interface Draft {
  problem: LocationProblem
  aim: LocationAim
  model: MilpBuilder
  runs: readonly (readonly number[])[]
  serves: LocationModel['serves']
  slacks: Slack[]
  /** What a requirement may fall short by, as terms of its row; measured against its size. */
  slack: (kind: RequirementKind, id: string, size: number) => readonly Term[]
}

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
  const draft = draftOf(problem, aim, elastic)
  addClients(draft, unmetAtMost)
  addSites(draft)
  addLimits(draft)
  const { model, runs, serves, slacks } = draft
  const closings = problem.sites.reduce((sum, s) => sum + (s.today === null ? 0 : s.closing), 0)
  const constant = aim === 'cost' ? closings / problem.years : 0
  return { milp: model.build(), runs, serves, slacks, constant }
}

function draftOf(
  problem: LocationProblem,
  aim: LocationAim,
  elastic: ReadonlySet<RequirementKind>,
): Draft {
  const model = milpBuilder()
  const slacks: Slack[] = []
  const money = aim === 'cost' ? 1 : 0
  const runs = problem.sites.map(({ id, options, today, closing }) =>
    options.map(({ id: option, yearly, once, years }) => {
      const spared = today === null ? 0 : closing / problem.years
      const cost = yearly + once / (years ?? problem.years) - spared
      return model.binary(optionKey(id, option), money * cost)
    }),
  )
  const loosened = { anyWay: elastic.has('farthest'), undecided: elastic.has('decided') }
  const serves = servingPairs(problem, loosened).map((pair) => {
    const { need, farthest } = problem.clients[pair.client]!
    const way = problem.ways[pair.client]![pair.site]!
    const excess = aim === 'relaxation' ? Math.max(0, way - farthest) / Math.max(1, farthest) : 0
    const cost = money * problem.travel * need * way
    return { ...pair, variable: model.continuous('serve', cost + excess, 1) }
  })
  const slack: Draft['slack'] = (kind, id, size) => {
    if (!elastic.has(kind)) return []
    const variable = model.continuous(`slack ${kind} ${id}`, aim === 'relaxation' ? 1 / size : 0)
    slacks.push({ kind, id, variable })
    return [[variable, 1]]
  }
  return { problem, aim, model, runs, serves, slacks, slack }
}

const less = (terms: readonly Term[]): Term[] => terms.map(([v, c]) => [v, -c] as const)

function addClients({ problem, aim, model, serves, slack }: Draft, unmetAtMost: number): void {
  const byClient = Map.groupBy(serves, (pair) => pair.client)
  const needed = problem.clients.map((client, i) => {
    const mine = (byClient.get(i) ?? []).map((pair) => [pair.variable, 1] as const)
    const unmet = model.continuous(`unmet ${client.id}`, aim === 'unmet' ? client.need : 0, 1)
    model.row(`need ${client.id}`, 1, 1, [...mine, [unmet, 1]])
    model.row(`floor ${client.id}`, client.floor, open, [...mine, ...slack('floor', client.id, 1)])
    return [unmet, client.need] as const
  })
  if (unmetAtMost < open) model.row('unmet', -open, unmetAtMost, needed)
}

function addSites({ problem, model, runs, serves, slack }: Draft): void {
  const byOption = Map.groupBy(serves, ({ site, option }) => runs[site]![option]!)
  problem.sites.forEach((site, j) => {
    const all = runs[j]!.map((y) => [y, 1] as const)
    const decided = slack('decided', site.id, 1)
    model.row(`one option ${site.id}`, 0, 1, all)
    if (site.must === 'open') model.row(`open ${site.id}`, 1, open, [...all, ...decided])
    if (site.must === 'closed') model.row(`closed ${site.id}`, -open, 0, [...all, ...less(decided)])
    site.options.forEach((option, o) => {
      const y = runs[j]![o]!
      const mine = byOption.get(y) ?? []
      const key = optionKey(site.id, option.id)
      const load = mine.map((pair) => [pair.variable, problem.clients[pair.client]!.need] as const)
      for (const pair of mine)
        model.row('strong', -open, 0, [
          [pair.variable, 1],
          [y, -1],
        ])
      if (option.capacity < open) {
        const room = slack('capacity', key, Math.max(1, option.capacity))
        model.row('capacity', -open, 0, [...load, [y, -option.capacity], ...less(room)])
      }
      if (option.least > 0) {
        const few = slack('least-load', key, option.least)
        model.row('least load', 0, open, [...load, [y, -option.least], ...few])
      }
    })
  })
}

function addLimits({ problem, model, runs, slack }: Draft): void {
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
}

/** What a budget is spent on: options, less the closings that running today's sites spares; those are paid first. */
function spending(
  { sites }: LocationProblem,
  runs: readonly (readonly number[])[],
  budget: LocationProblem['budgets'][number],
) {
  let paid = 0
  const terms = sites.flatMap((site, j) => {
    // A closing has no option of its own, so only a budget for everything pays it.
    const pays = budget.kind === 'once' && budget.options === null && site.today !== null
    const closing = pays ? site.closing : 0
    paid += closing
    return site.options.flatMap((option, o) =>
      budget.options === null || budget.options.includes(optionKey(site.id, option.id))
        ? [
            [
              runs[j]![o]!,
              (budget.kind === 'once' ? option.once : option.yearly) - closing,
            ] as const,
          ]
        : [],
    )
  })
  return { terms, paid }
}
