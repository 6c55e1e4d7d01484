import type { MilpOptions, SolveMilp } from '../../../kernel/milp.ts'
import type { CountySiting } from '../../../plan/county-siting.ts'
import { locationModel } from '../location/location-model.ts'
import type { LocationProblem } from '../location/location-problem.ts'
import { type Relief, reliefsOf } from '../location/relax.ts'
import { withoutSure } from '../location/serving-pairs.ts'
import {
  type LocationAnswer,
  type LocationOutcome,
  solveLocation,
} from '../location/solve-location.ts'
import type { CountyLocation } from './county-location.ts'
import { shortestLongestWay } from './shortest-longest-way.ts'
import { writeSited } from './write-sited.ts'

/** An answer; or the proof that there is none, with what to relax; or nothing in the time given. */
export type CountySitingOutcome =
  | { kind: 'answer'; siting: CountySiting }
  | { kind: 'infeasible'; reliefs: readonly Relief[] }
  | { kind: 'none-found' }

/**
 * Where to run one service of a county. Each problem first settles its own aim and then, with that frozen as far as it
 * has freedom left, the least people × way. Ways are those of the base state, one way, as residents travel.
 */
export async function solveCountySiting(
  location: CountyLocation,
  milp: SolveMilp,
  options: MilpOptions = { gap: 0 },
): Promise<CountySitingOutcome> {
  const { problem, question } = location
  const solve = (asked: LocationProblem) => solveLocation(asked, milp, options)
  switch (question.problem) {
    case 'least-cost': {
      const first = await solve(problem)
      return first.kind === 'answer' ? leastCost(location, first.answer, solve) : first
    }
    case 'p-median':
      return inMinutes(location, await solve(byWays(problem)))
    case 'mclp':
      return covered(location, await solve(byWays(problem)))
    case 'scp':
      return fewest(location, solve)
    case 'p-centre':
      return centre(location, milp, options)
  }
}

/** Prices people × way alone. */
const byWays = (problem: LocationProblem): LocationProblem => ({
  ...priced(problem, 0),
  travel: 1,
})

/** Counts sites. */
const byNumber = (problem: LocationProblem): LocationProblem => priced(problem, 1)

const priced = (problem: LocationProblem, yearly: number): LocationProblem => ({
  ...problem,
  sites: problem.sites.map((site) => ({
    ...site,
    options: site.options.map((option) => ({
      ...option,
      yearly,
      years: Number.POSITIVE_INFINITY,
    })),
  })),
})

/** With the options of an answer decided, everybody goes the least way that capacity leaves. */
const decided = (problem: LocationProblem, { runs }: LocationAnswer): LocationProblem => ({
  ...byWays(problem),
  mostSites: null,
  budgets: [],
  sites: byWays(problem).sites.map((site, j) => ({
    ...site,
    must: runs[j] === null ? 'closed' : 'open',
    options: site.options.filter(({ id }) => runs[j] === null || id === runs[j]),
  })),
})

type Solve = (problem: LocationProblem) => Promise<LocationOutcome>

async function leastCost(
  location: CountyLocation,
  first: LocationAnswer,
  solve: Solve,
): Promise<CountySitingOutcome> {
  const ways = await solve(decided(location.problem, first))
  const answer = ways.kind === 'answer' ? ways.answer : first
  return written(location, answer, first)
}

const written = (
  location: CountyLocation,
  answer: LocationAnswer,
  value: Pick<CountySiting, 'cost' | 'bound' | 'optimal'>,
): CountySitingOutcome => ({ kind: 'answer', siting: writeSited(location, answer, value) })

const inMinutes = (location: CountyLocation, outcome: LocationOutcome): CountySitingOutcome => {
  if (outcome.kind !== 'answer') return outcome
  const { cost, bound, optimal } = outcome.answer
  return written(location, outcome.answer, { cost: cost / 60, bound: bound / 60, optimal })
}

function covered(location: CountyLocation, outcome: LocationOutcome): CountySitingOutcome {
  if (outcome.kind !== 'answer') return outcome
  const { unmet, unmetBound } = outcome.answer
  const all = location.problem.clients.reduce((sum, { need }) => sum + need, 0)
  return written(location, outcome.answer, {
    cost: all - unmet,
    bound: all - unmetBound,
    optimal: unmet <= unmetBound + 1e-5 * (1 + unmetBound),
  })
}

/** Of the answers with fewest sites, the one with the least people × way. */
async function fewest(location: CountyLocation, solve: Solve): Promise<CountySitingOutcome> {
  const numbered = byNumber(location.problem)
  const first = await solve(withoutSure(numbered))
  // What to relax is a question of everybody, those at sites that surely stay included.
  if (first.kind === 'infeasible') {
    const whole = await solve(numbered)
    return whole.kind === 'answer' ? { kind: 'none-found' } : whole
  }
  if (first.kind !== 'answer') return first
  const { cost, bound, optimal } = first.answer
  const mostSites = Math.round(cost)
  const ways = await solve({ ...byWays(location.problem), mostSites })
  if (ways.kind !== 'answer') return { kind: 'none-found' }
  return written(location, ways.answer, {
    cost: mostSites,
    bound: Math.ceil(bound - 1e-6),
    optimal,
  })
}

/** Of the answers with the shortest longest way, the one with the least people × way. */
async function centre(
  location: CountyLocation,
  milp: SolveMilp,
  options: MilpOptions,
): Promise<CountySitingOutcome> {
  const { problem } = location
  const within = (farthest: number): LocationProblem => ({
    ...byWays(problem),
    clients: problem.clients.map((client) => ({ ...client, farthest })),
  })
  const longest = await shortestLongestWay(problem, async (farthest) => {
    const { status, values } = await milp(
      locationModel(withoutSure(within(farthest)), 'relaxation').milp,
      options,
    )
    return values.length > 0 ? 'yes' : status === 'infeasible' ? 'no' : 'unknown'
  })
  if (longest === 'unknown') return { kind: 'none-found' }
  if (longest === 'none')
    return {
      kind: 'infeasible',
      reliefs: await reliefsOf(within(farthestOf(problem)), milp, options),
    }
  const ways = await solveLocation(within(longest.way), milp, options)
  if (ways.kind !== 'answer') return ways
  return written(location, ways.answer, {
    cost: longest.way / 60,
    bound: longest.bound / 60,
    optimal: longest.way === longest.bound,
  })
}

const farthestOf = ({ clients }: LocationProblem): number =>
  clients.reduce((most, { farthest }) => Math.max(most, farthest), 0)
