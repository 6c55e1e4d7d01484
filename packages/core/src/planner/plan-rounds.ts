import { buildChoice, type ChoiceGround } from './joint/build-choice.ts'
import { choose } from './joint/choose.ts'
import type { Choice, Chosen } from './joint/option.ts'
import { fillByKind, touredVisits } from './learn-tours.ts'
import { type DraftOptions, makeDraft } from './make-draft.ts'
import { corners, signature, siteFlips, visitsAtMost } from './other-choices.ts'
import type { PlanOptions } from './plan-options.ts'
import { nothingTighter, rowLimits, type Tighter, tightened } from './round-limits.ts'
import { baseRoads, estimateRoads, learnRoads, type RoadOf } from './route-cost.ts'
import { typicalLoads } from './typical-loads.ts'
import type { FillOf } from './vehicle-days.ts'
import { type EvaluatedPlan, type PlanHead, writePlan } from './write-plan.ts'

/** Rounds of choice and tours; after them the best choice gets the rest of the budget. */
const mostRounds = 3
/** Rounds more in which a plan over its budget is brought within it. */
const mostBudgetRounds = 8
/** Iterations of the tours in a round: fixed, so that a plan stopped by the clock can be replayed by its iterations. */
const roundIterations = 300
/** Part of the shift that a day out takes before any tour is known. */
const firstFill = 0.8
/** Up to here, in visits, all-fixed and all-mobile are carried out with real tours. */
const mostCornerVisits = 4000
/** Up to here single buildings are tried the other way round, each with real tours. */
const mostFlips = 6

/** The state of the search: the best plan so far and what its tours taught. */
interface Search {
  best: EvaluatedPlan | null
  bestChoice: { choice: Choice; chosen: Chosen } | null
  iterations: number
  tried: Set<string>
  fill: ReadonlyMap<string, number>
  roadOf: RoadOf
  tighter: Tighter
}

/**
 * Rounds: choose with estimates of the road, make real tours, learn what they cost, choose again. Of all plans evaluated
 * the best is kept: within the budget, fewest people of basic services missing a floor, then of others, then least
 * value. All-fixed and all-mobile are evaluated too, so the plan is never dearer than either at equal coverage (A56);
 * in a big county the choice's own estimate must do.
 */
export async function planRounds(
  base: ChoiceGround,
  head: PlanHead,
  options: PlanOptions,
): Promise<{ best: EvaluatedPlan; iterations: number }> {
  const first = estimateRoads(base.ground, base.stops, typicalLoads(base))
  const search: Search = {
    best: null,
    bestChoice: null,
    iterations: 0,
    tried: new Set(),
    fill: new Map(),
    roadOf: first,
    tighter: nothingTighter,
  }
  const carryOut = evaluator(base, head, options, search)
  const tell = (share: number, detail: string) => options.onProgress?.({ share, detail })
  const overBudget = () => (search.best?.levels[2] ?? 0) > 0
  /**
   * Once there is a plan within its money, a spent budget of time ends the search before the next tours: so iterations
   * replay what a clock cut.
   */
  const spent = () => search.best !== null && !overBudget() && options.stop(search.iterations)
  const tryOut = async (choice: Choice): Promise<EvaluatedPlan | null> => {
    const chosen = await choose(choice, options.milp)
    if (spent()) return null
    const key = `${signature(choice, chosen)} ${[...search.fill].join()}`
    if (search.tried.has(key)) return null
    search.tried.add(key)
    return carryOut(choice, chosen, roundIterations)
  }
  for (let round = 0; round < (overBudget() ? mostBudgetRounds : mostRounds); round++) {
    tell(0.1 + (0.6 * Math.min(round, mostRounds)) / mostRounds, `${round + 1}`)
    const choice = nextChoice(base, options, search)
    const done = await tryOut(choice)
    if (done === null || spent()) break
    if (round === 0 && visitsAtMost(choice) <= mostCornerVisits)
      for (const corner of corners(choice)) await tryOut(corner)
    search.roadOf = learnRoads(first, touredVisits(base, done.draft))
    search.tighter = tightened(base, done, search.tighter)
    search.fill = fillByKind(base, done.draft)
  }
  const last = nextChoice(base, options, search)
  if (overBudget()) carryOut(last, withoutCash(last), 0)
  if (!spent()) {
    const chosen = await choose(last, options.milp)
    for (const flip of siteFlips(last, chosen, mostFlips)) await tryOut(flip)
  }
  tell(0.8, '')
  const found = search.bestChoice!
  if (!options.stop(search.iterations))
    carryOut(found.choice, found.chosen, Number.POSITIVE_INFINITY)
  tell(1, '')
  return { best: search.best!, iterations: search.iterations }
}

/** What costs no cash: only staff are sent out. The last resort of a budget that nothing else fits. */
const withoutCash = (choice: Choice): Chosen => ({
  option: Int32Array.from(choice.groups, (g) => g.options.findIndex((o) => o.mode === 'doorstep')),
  sites: new Set(),
  value: 0,
  bound: null,
  tight: new Set(['cash']),
})

const fillOf =
  (search: Search): FillOf =>
  (vehicle) =>
    search.fill.get(vehicle.kind) ?? firstFill

function nextChoice(base: ChoiceGround, options: PlanOptions, search: Search): Choice {
  const { settings } = base.ground.county
  const limits = rowLimits(base, {
    fillOf: fillOf(search),
    best: search.best?.draft,
    tighter: search.tighter,
    budgetFen: options.mode === 'most-need' ? settings.budgetFen : null,
  })
  return buildChoice(base, { roadOf: search.roadOf, limits })
}

/** Carries a choice out with at most `cap` iterations of the tours, and keeps it if it is the best. */
function evaluator(base: ChoiceGround, head: PlanHead, options: PlanOptions, search: Search) {
  const roads = baseRoads(base.ground)
  return (choice: Choice, chosen: Chosen, cap: number): EvaluatedPlan => {
    const done = search.iterations
    const draftOptions: DraftOptions = {
      seed: options.seed,
      solveTours: options.solveTours,
      stop: (k) => k >= cap || options.stop(done + k),
      roads,
      fillOf: fillOf(search),
      serveSpare: options.mode === 'least-cost',
    }
    const draft = makeDraft(base, choice, chosen, draftOptions)
    search.iterations += draft.iterations
    const evaluated = writePlan(base, draft, head)
    if (search.best === null || better(evaluated, search.best)) {
      search.best = evaluated
      search.bestChoice = { choice, chosen }
    }
    return evaluated
  }
}

/** Levels in order; the first that differs decides. */
function better(a: EvaluatedPlan, b: EvaluatedPlan): boolean {
  for (const k of [2, 0, 1, 3] as const) {
    const tolerance = 1e-6 * Math.max(1, Math.abs(b.levels[k]))
    if (a.levels[k] < b.levels[k] - tolerance) return true
    if (a.levels[k] > b.levels[k] + tolerance) return false
  }
  return false
}
