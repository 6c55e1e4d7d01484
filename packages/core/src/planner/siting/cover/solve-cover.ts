import type { Milp } from '../../../kernel/milp.ts'
import { random } from '../../../kernel/random.ts'
import { milpBuilder } from '../milp-builder.ts'
import type { SitingRun } from '../siting-run.ts'
import {
  type CoverPrices,
  coverGreedily,
  raiseCoverBound,
  startCoverPrices,
} from './cover-prices.ts'
import { type CoverProblem, coverCloses, priceOf } from './cover-problem.ts'
import { type CoverSearch, coverSearch } from './cover-search.ts'
import { coverByFew } from './few-columns.ts'
import { reduceCover } from './reduce-cover.ts'

export interface CoverAnswer {
  chosen: readonly number[]
  cost: number
  bound: number
}

/**
 * The cheapest cover: prices for the bound, columns barred by reduced cost, row weighting for the answer, and the
 * integer solver on what is left. With `target` it ends once a cover at or below it is found, or proven not to be.
 */
export async function solveCover(
  whole: CoverProblem,
  run: SitingRun,
  target = Number.NEGATIVE_INFINITY,
): Promise<CoverAnswer> {
  const { problem, columns } = reduceCover(whole)
  const answer = await solveReduced(problem, run, target)
  return { ...answer, chosen: answer.chosen.map((j) => columns[j]!) }
}

async function solveReduced(
  problem: CoverProblem,
  run: SitingRun,
  target: number,
): Promise<CoverAnswer> {
  const barred = new Uint8Array(problem.columns)
  const total = run.secondsLeft()
  const search = coverSearch(
    problem,
    random(run.seed),
    coverGreedily(problem, barred, problem.cost),
  )
  const enough = (bound: number): boolean =>
    coverCloses(problem, bound, search.best().cost) ||
    (target > Number.NEGATIVE_INFINITY && (search.best().cost <= target || bound > target + 1e-6))
  const done = (bound: number): CoverAnswer => {
    const { chosen, cost } = search.best()
    return { chosen, cost, bound: coverCloses(problem, bound, cost) ? cost : bound }
  }
  search.run(() => search.best().cost <= target || run.secondsLeft() < 0.8 * total, 2000)
  if (search.best().cost <= target) return done(Number.NEGATIVE_INFINITY)
  const prices = raiseCoverBound(problem, startCoverPrices(problem), barred, {
    upper: () => search.best().cost,
    iterations: 2000,
    stop: () => run.secondsLeft() < 0.6 * total,
    onPrices: ({ worth }) => search.offer(coverGreedily(problem, barred, worth)),
  })
  if (enough(prices.bound)) return done(prices.bound)
  if (target > Number.NEGATIVE_INFINITY && problem.cost.every((cost) => cost === 1)) {
    const few = coverByFew(problem, target, 20_000)
    if (few) search.offer(few)
    if (few === null) return done(target + 1)
    if (few) return done(prices.bound)
  }
  // With a target, covers at or below it are all that matters; costs are then whole.
  bar(problem, prices, target > Number.NEGATIVE_INFINITY ? target + 1 : search.best().cost, barred)
  return done(await closeCover(problem, run, { search, prices, barred, enough, target }))
}

/** Bars the columns that no cover cheaper than `upper` holds. */
function bar(problem: CoverProblem, prices: CoverPrices, upper: number, barred: Uint8Array): void {
  for (let j = 0; j < problem.columns; j++)
    if (prices.worth[j]! > 0 && coverCloses(problem, prices.bound + prices.worth[j]!, upper))
      barred[j] = 1
}

async function closeCover(
  problem: CoverProblem,
  run: SitingRun,
  parts: {
    search: CoverSearch
    prices: CoverPrices
    barred: Uint8Array
    enough: (bound: number) => boolean
    target: number
  },
): Promise<number> {
  const { search, prices, barred, enough, target } = parts
  const upper = search.best().cost
  const columns = [...barred.keys()].filter((j) => barred[j] === 0)
  let proven = prices.bound
  let solved = false
  const decided = target > Number.NEGATIVE_INFINITY
  const start = new Set(search.best().chosen)
  const solver = run
    .milp(coverModel(problem, columns, target), {
      gap: 0,
      timeLimit: Math.max(0.1, run.secondsLeft()),
      ...(!decided && search.best().chosen.every((j) => barred[j] === 0)
        ? { start: columns.map((j) => (start.has(j) ? 1 : 0)) }
        : {}),
    })
    .then(({ status, values, bound }) => {
      const chosen = columns.filter((_, k) => values[k]! > 0.5)
      if (values.length > 0 && priceOf(problem, chosen) < search.best().cost) search.offer(chosen)
      if (status === 'infeasible') proven = Math.max(proven, decided ? target + 1 : upper)
      else if (!decided) proven = Math.max(proven, Math.min(upper, bound))
      solved = true
    })
  const stop = () => run.secondsLeft() <= 0
  while (!solved && !stop() && !enough(proven)) {
    const from = run.secondsLeft()
    search.run(() => run.secondsLeft() <= Math.max(0, from - 0.1), 1e9)
    run.onProgress?.(search.best().cost, proven)
    await run.breathe()
  }
  run.dropMilp()
  await solver
  return proven
}

/** The covers among some columns: the cheapest, or with a target any that keeps to it. */
function coverModel(problem: CoverProblem, columns: readonly number[], target: number): Milp {
  const model = milpBuilder()
  const decided = target > Number.NEGATIVE_INFINITY
  const variable = new Int32Array(problem.columns).fill(-1)
  for (const j of columns) variable[j] = model.binary(`y ${j}`, decided ? 0 : problem.cost[j]!)
  if (decided)
    model.row(
      'target',
      Number.NEGATIVE_INFINITY,
      target,
      columns.map((j) => [variable[j]!, problem.cost[j]!] as const),
    )
  for (let i = 0; i < problem.rows; i++) {
    const terms: [number, number][] = []
    for (let k = problem.rowStart[i]!; k < problem.rowStart[i + 1]!; k++)
      if (variable[problem.rowColumn[k]!]! >= 0) terms.push([variable[problem.rowColumn[k]!]!, 1])
    model.row(`cover ${i}`, 1, Number.POSITIVE_INFINITY, terms)
  }
  return model.build()
}
