import { type PriorityClass, priorityClasses } from '../catalogue/priority-class.ts'
import { droppedTours } from './drop-tours.ts'
import { classesShort, upToClass } from './first-classes.ts'
import { buildChoice, type ChoiceGround } from './joint/build-choice.ts'
import { choose } from './joint/choose.ts'
import { costBound, withoutChoice } from './joint/cost-bound.ts'
import type { Choice, Chosen } from './joint/option.ts'
import { secondFen } from './joint/tour-share.ts'
import { fillByKind, latestOf, touredVisits } from './learn-tours.ts'
import { nearChoices } from './near-choices.ts'
import { corners, signature, siteFlips } from './other-choices.ts'
import type { PlanOptions } from './plan-options.ts'
import { compareFloors, type Judge } from './plan-score.ts'
import {
  type CarryOut,
  evaluator,
  fillOf,
  type PlanSearch,
  settle,
  startAgain,
  startSearch,
} from './plan-search.ts'
import { raiseVisits } from './raise-visits.ts'
import { budgetLeft, cashBeside, rowLimits, tightened } from './round-limits.ts'
import { estimateRoads, learnRoads, type RoadOf, type TouredVisit } from './route-cost.ts'
import { typicalLoads } from './typical-loads.ts'
import { vehicleDays } from './vehicle-days.ts'
import type { EvaluatedPlan, PlanHead } from './write-plan.ts'

/** Rounds of choice and tours; after them the best choice gets the rest of the budget. */
const mostRounds = 3
/** Rounds more in which a plan over its budget is brought within it, or one with money left spends it. */
const mostBudgetRounds = 8
/** Iterations of the tours in a round: fixed, so that a plan stopped by the clock can be replayed by its iterations. */
const roundIterations = 300
/** Up to here single buildings are tried the other way round, each with real tours. */
const mostFlips = 6
/** Up to so many plans one step from the best are tried, with fewer iterations each, in each of so many passes. */
const mostNear = 40
const nearPasses = 4
const nearIterations = 100
/** So many of the emptiest tours are dropped, one at a time, in each of so many passes. */
const mostDrops = 4
const dropPasses = 2

/** What planning once more needs: all that stays, and the state of the search. */
interface Planning {
  base: ChoiceGround
  options: PlanOptions
  search: PlanSearch
  carryOut: CarryOut
  /** The road as estimated before any tour. */
  first: RoadOf
  /** The classes planned for; later ones are left out. */
  upTo: PriorityClass
}

/**
 * Rounds: choose with estimates of the road, make real tours, learn what they cost, choose again. Then other choices
 * are carried out where the estimates may err: all-fixed and without new sites unless proved dearer (A56), single buildings
 * the other way round, whole tours dropped. Where somebody is left out who could be served, the first classes are
 * planned for alone (A48, A96). Of all plans evaluated the best is kept: within the budget, fewest people missed class
 * by class, then least value; among those within ε of it the later levels decide (`settle`).
 */
export async function planRounds(
  base: ChoiceGround,
  head: PlanHead,
  options: PlanOptions,
): Promise<{ best: EvaluatedPlan; iterations: number }> {
  const first = estimateRoads(base.ground, base.stops, typicalLoads(base))
  const search = startSearch(first, { sunk: withoutChoice(base), secondFen: secondFen(base) })
  const whole = nextChoice(base, options, search)
  const carryOut = evaluator(base, head, options, search, judgeOf(base, options, whole))
  const planning: Planning = { base, options, search, carryOut, first, upTo: 3 }
  const tell = (share: number, detail: string) => options.onProgress?.({ share, detail })
  await learn(planning, whole)
  if (overBudget(search)) carryOut(whole, withoutCash(whole), 0)
  if (!spent(planning)) {
    tell(0.6, '')
    await tryOthers(planning)
  }
  for (const upTo of priorityClasses) {
    // Asked anew each time: the plan that mends one class may leave out another.
    if (!classesShort(whole, search.best!.evaluated.score).includes(upTo)) continue
    tell(0.7, '')
    startAgain(search, first)
    await learn({ ...planning, upTo })
    if (!spent(planning)) await tryOthers({ ...planning, upTo })
  }
  await visitOftener(planning)
  tell(0.8, '')
  const found = search.best!
  if (!options.stop(search.iterations))
    carryOut(found.choice, found.chosen, Number.POSITIVE_INFINITY)
  tell(0.95, '')
  const best = await proved(planning, settle(search, head.epsilon).evaluated)
  tell(1, '')
  return { best, iterations: search.iterations }
}

const overBudget = ({ best }: PlanSearch): boolean => (best?.evaluated.score.overBudget ?? 0) > 0

/**
 * Once there is a plan within its money, a spent budget of time ends the search before the next tours: so iterations
 * replay what a clock cut.
 */
const spent = ({ search, options }: Planning): boolean =>
  search.best !== null && !overBudget(search) && options.stop(search.iterations)

/** Spends what the best plan leaves of the budget on more visits, where need is stated. */
async function visitOftener(planning: Planning): Promise<void> {
  const { base, search, options } = planning
  const { budgetFen } = base.ground.county.settings
  if (budgetFen === null || overBudget(search)) return
  const carriedOut = ({ plan, score }: EvaluatedPlan) => ({
    score,
    cashFen: plan.costs.plan.cashFen,
  })
  const { choice, chosen, evaluated } = search.best!
  const start = { choice, chosen, ...carriedOut(evaluated) }
  await raiseVisits(start, budgetFen, options.milp, (weighed, raised) => {
    const { plan, again } = tryChosen(planning, weighed, raised)
    return again ? null : carriedOut(plan)
  })
}

/** A decision carried out: now, or when it was first made. */
interface Tried {
  plan: EvaluatedPlan
  again: boolean
}

/** Chooses, and carries that out unless it was tried before. */
async function tryOut(planning: Planning, choice: Choice, iterations?: number): Promise<Tried> {
  const { options, upTo } = planning
  const chosen = await choose(upToClass(choice, upTo), options.milp)
  return tryChosen(planning, choice, chosen, iterations)
}

function tryChosen(
  { base, search, carryOut }: Planning,
  choice: Choice,
  chosen: Chosen,
  iterations: number = roundIterations,
): Tried {
  const key = `${signature(choice, chosen)} ${daysOut(base, search)}`
  const before = search.tried.get(key)
  if (before !== undefined) return { plan: before, again: true }
  const plan = carryOut(choice, chosen, iterations)
  search.tried.set(key, plan)
  return { plan, again: false }
}

/** The days on which each vehicle may go out, as far as what tours taught changes them: how many. */
const daysOut = ({ ground }: ChoiceGround, search: PlanSearch): string =>
  [...vehicleDays(ground, fillOf(search))].map(([id, { days }]) => `${id}:${days.length}`).join()

/**
 * The rounds in which tours teach the choice what a visit costs. The first is always carried out. Within a budget what
 * was learned of a stop is kept though the next plan leaves it out, lest it be chosen for its first estimate again; only
 * where a decision comes back though it was over the budget, or left money, is the choice told of less money, or more.
 * `whole` is the first choice, where it is built already.
 */
async function learn(planning: Planning, whole?: Choice): Promise<void> {
  const { base, options, search, first, upTo } = planning
  const known = new Map<string, TouredVisit[]>()
  let last: EvaluatedPlan | null = null
  const goOn = () => last !== null && (overBudget(search) || budgetLeft(base, last, upTo) > 0)
  for (let round = 0; round < (goOn() ? mostBudgetRounds : mostRounds); round++) {
    const share = 0.1 + (0.5 * Math.min(round, mostRounds)) / mostRounds
    if (upTo === 3) options.onProgress?.({ share, detail: `${round + 1}` })
    if (round > 0 && spent(planning)) break
    const choice = (round === 0 ? whole : undefined) ?? nextChoice(base, options, search)
    const { plan: done, again } = await tryOut(planning, choice)
    const cash = again ? cashBeside(base, done, upTo) : 0
    if (spent(planning) || (again && cash === 0)) break
    last = done
    search.tighter = { ...search.tighter, cashFen: search.tighter.cashFen + cash }
    if (again) continue
    if (options.mode === 'least-cost') known.clear()
    search.roadOf = learnRoads(first, latestOf(known, touredVisits(base, done.draft)))
    search.tighter = tightened(base, done, search.tighter)
    search.fill = fillByKind(base, done.draft)
  }
}

/** Carries out other choices than the estimates prefer. */
async function tryOthers(planning: Planning): Promise<void> {
  const { base, options, search } = planning
  const last = nextChoice(base, options, search)
  const tryAll = async (choices: readonly Choice[], iterations?: number) => {
    for (const choice of choices) if (!spent(planning)) await tryOut(planning, choice, iterations)
  }
  for (const corner of corners(last)) if (!spent(planning)) await tryCorner(planning, corner)
  const chosen = await choose(upToClass(last, planning.upTo), options.milp)
  await tryAll(siteFlips(last, chosen, mostFlips))
  for (let pass = 0; pass < dropPasses; pass++) {
    const { best } = search
    await tryAll(droppedTours(base, last, best!.evaluated.draft, mostDrops))
    if (search.best === best) break
  }
  for (let pass = 0; pass < nearPasses; pass++) {
    const { best } = search
    await tryAll(nearChoices(last, best!, mostNear), nearIterations)
    if (search.best === best) break
  }
}

/** All-fixed or without new sites, unless it is proved to be no cheaper than the best plan, with as many people missed. */
async function tryCorner(planning: Planning, corner: Choice): Promise<void> {
  const { base, options, search } = planning
  const best = search.best!.evaluated.score
  const least = await costBound(base, corner, best, { fen: search.secondFen, milp: options.milp })
  if (least !== null && least >= best.value && best.needServed === 0) return
  const { plan: done } = await tryOut(planning, corner)
  search.corners.push(done)
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
    mode: options.mode,
  })
  return buildChoice(base, { roadOf: search.roadOf, limits })
}

/** Writes on the plan what is proved of its cost, and what its levels cost. */
async function proved(
  { base, options, search }: Planning,
  found: EvaluatedPlan,
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
      return { ...level, ...price(found.score.value - search.sunk) }
    if (level.level === 'cost') return { ...level, bound }
    if (level.level === 'worstDecile') return { ...level, ...price(found.score.value - least) }
    return level
  })
  return { ...found, plan: { ...found.plan, levels } }
}
