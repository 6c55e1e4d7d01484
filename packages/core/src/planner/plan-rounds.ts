import { droppedTours } from './drop-tours.ts'
import { firstClassesOnly } from './first-classes.ts'
import { buildChoice, type ChoiceGround } from './joint/build-choice.ts'
import { choose } from './joint/choose.ts'
import { costBound, withoutChoice } from './joint/cost-bound.ts'
import type { Choice, Chosen } from './joint/option.ts'
import { secondFen } from './joint/tour-share.ts'
import { fillByKind, touredVisits } from './learn-tours.ts'
import { corners, signature, siteFlips } from './other-choices.ts'
import type { PlanOptions } from './plan-options.ts'
import { compareFloors, type Judge } from './plan-score.ts'
import { evaluator, fillOf, type PlanSearch, settle, startSearch } from './plan-search.ts'
import { budgetLeft, rowLimits, tightened } from './round-limits.ts'
import { estimateRoads, learnRoads, type RoadOf } from './route-cost.ts'
import { typicalLoads } from './typical-loads.ts'
import type { EvaluatedPlan, PlanHead } from './write-plan.ts'

/** Rounds of choice and tours; after them the best choice gets the rest of the budget. */
const mostRounds = 3
/** Rounds more in which a plan over its budget is brought within it, or one with money left spends it. */
const mostBudgetRounds = 8
/** Iterations of the tours in a round: fixed, so that a plan stopped by the clock can be replayed by its iterations. */
const roundIterations = 300
/** Up to here single buildings are tried the other way round, each with real tours. */
const mostFlips = 6
/** So many of the emptiest tours are dropped, one at a time, in each of so many passes. */
const mostDrops = 4
const dropPasses = 2

/**
 * Rounds: choose with estimates of the road, make real tours, learn what they cost, choose again. Then other choices
 * are carried out where the estimates may err: all-fixed and all-mobile unless proved dearer (A56), single buildings
 * the other way round, whole tours dropped, and the first priority classes alone (A48, A96). Of all plans evaluated
 * the best is kept: within the budget, fewest people missed class by class, then least value; among those within ε of
 * it the later levels decide (`settle`).
 */
export async function planRounds(
  base: ChoiceGround,
  head: PlanHead,
  options: PlanOptions,
): Promise<{ best: EvaluatedPlan; iterations: number }> {
  const first = estimateRoads(base.ground, base.stops, typicalLoads(base))
  const search = startSearch(first, secondFen(base))
  const judge = judgeOf(base, options, nextChoice(base, options, search))
  const carryOut = evaluator(base, head, options, search, judge)
  const tell = (share: number, detail: string) => options.onProgress?.({ share, detail })
  const overBudget = () => (search.best?.evaluated.score.overBudget ?? 0) > 0
  /**
   * Once there is a plan within its money, a spent budget of time ends the search before the next tours: so iterations
   * replay what a clock cut.
   */
  const spent = () => search.best !== null && !overBudget() && options.stop(search.iterations)
  /** Chooses among some options and carries that out as a decision on `whole`. */
  const tryOut = async (choice: Choice, whole = choice): Promise<EvaluatedPlan | null> => {
    const chosen = await choose(choice, options.milp)
    if (spent()) return null
    const key = `${signature(choice, chosen)} ${[...search.fill].join()}`
    if (search.tried.has(key)) return null
    search.tried.add(key)
    return carryOut(whole, chosen, roundIterations)
  }
  await learn(base, options, search, first, tryOut, spent)
  const last = nextChoice(base, options, search)
  if (overBudget()) carryOut(last, withoutCash(last), 0)
  if (!spent()) {
    tell(0.7, '')
    for (const corner of corners(last)) await tryCorner(base, options, search, corner, tryOut)
    const chosen = await choose(last, options.milp)
    for (const flip of siteFlips(last, chosen, mostFlips)) await tryOut(flip)
    for (let pass = 0; pass < dropPasses && !spent(); pass++) {
      const { best } = search
      for (const choice of droppedTours(base, last, best!.evaluated.draft, mostDrops))
        if (!spent()) await tryOut(choice)
      if (search.best === best) break
    }
    for (const choice of firstClassesOnly(last, search.best!.evaluated.score))
      await tryOut(choice, last)
  }
  tell(0.8, '')
  const found = search.best!
  if (!options.stop(search.iterations))
    carryOut(found.choice, found.chosen, Number.POSITIVE_INFINITY)
  tell(0.95, '')
  const best = await proved(base, options, settle(search, head.epsilon).evaluated, search)
  tell(1, '')
  return { best, iterations: search.iterations }
}

type TryOut = (choice: Choice, whole?: Choice) => Promise<EvaluatedPlan | null>

/** The rounds in which tours teach the choice what a visit costs. */
async function learn(
  base: ChoiceGround,
  options: PlanOptions,
  search: PlanSearch,
  first: RoadOf,
  tryOut: TryOut,
  spent: () => boolean,
): Promise<void> {
  let last: EvaluatedPlan | null = null
  const open = () => {
    if (last === null) return false
    return search.best!.evaluated.score.overBudget > 0 || budgetLeft(base, last) > 0
  }
  for (let round = 0; round < (open() ? mostBudgetRounds : mostRounds); round++) {
    const share = 0.1 + (0.6 * Math.min(round, mostRounds)) / mostRounds
    options.onProgress?.({ share, detail: `${round + 1}` })
    const done = await tryOut(nextChoice(base, options, search))
    if (done === null || spent()) break
    last = done
    search.roadOf = learnRoads(first, touredVisits(base, done.draft))
    search.tighter = tightened(base, done, search.tighter)
    search.fill = fillByKind(base, done.draft)
  }
}

/** All-fixed or all-mobile, unless it is proved to be no cheaper than the best plan, with as many people missed. */
async function tryCorner(
  base: ChoiceGround,
  options: PlanOptions,
  search: PlanSearch,
  corner: Choice,
  tryOut: TryOut,
): Promise<void> {
  const best = search.best!.evaluated.score
  const least = await costBound(base, corner, best, { fen: search.secondFen, milp: options.milp })
  if (least !== null && least >= best.value) return
  const done = await tryOut(corner)
  if (done !== null) search.corners.push(done)
}

/** What costs no cash: only staff are sent out. The last resort of a budget that nothing else fits. */
const withoutCash = (choice: Choice): Chosen => ({
  option: Int32Array.from(choice.groups, (g) => g.options.findIndex((o) => o.mode === 'doorstep')),
  sites: new Set(),
  value: 0,
  bound: null,
  tight: new Set(['cash']),
})

const judgeOf = ({ ground }: ChoiceGround, options: PlanOptions, choice: Choice): Judge => ({
  servable: new Set(
    choice.groups.flatMap((g) =>
      g.options.length > 0 ? g.cells.map((k) => ground.cells[k]!) : [],
    ),
  ),
  ...(options.published ? { published: options.published } : {}),
})

function nextChoice(base: ChoiceGround, options: PlanOptions, search: PlanSearch): Choice {
  const { settings } = base.ground.county
  const limits = rowLimits(base, {
    fillOf: fillOf(search),
    best: search.best?.evaluated.draft,
    tighter: search.tighter,
    budgetFen: options.mode === 'most-need' ? settings.budgetFen : null,
  })
  return buildChoice(base, { roadOf: search.roadOf, limits })
}

/** Writes on the plan what is proved of its cost, and what its levels cost. */
async function proved(
  base: ChoiceGround,
  options: PlanOptions,
  found: EvaluatedPlan,
  search: PlanSearch,
): Promise<EvaluatedPlan> {
  const all = {
    ...base,
    nearest: { stops: Number.POSITIVE_INFINITY, doorsteps: Number.POSITIVE_INFINITY },
  }
  const choice = nextChoice(all, options, search)
  const bound = await costBound(all, choice, found.score, {
    fen: search.secondFen,
    milp: options.milp,
  })
  const least = search.near
    .filter((f) => compareFloors(f.evaluated.score, found.score) === 0)
    .reduce((n, f) => Math.min(n, f.evaluated.score.value), found.score.value)
  const price = (fen: number) => ({ price: { fen: Math.round(fen), by: 'evaluated' as const } })
  const levels = found.plan.levels.map((level) => {
    if (level.level === 'floorsMissed')
      return { ...level, ...price(found.score.value - withoutChoice(base)) }
    if (level.level === 'cost') return { ...level, bound }
    if (level.level === 'worstDecile') return { ...level, ...price(found.score.value - least) }
    return level
  })
  return { ...found, plan: { ...found.plan, levels } }
}
