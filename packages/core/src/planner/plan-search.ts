import { planFigures } from '../plan/plan-figures.ts'
import type { ChoiceGround } from './joint/build-choice.ts'
import type { Choice, Chosen } from './joint/option.ts'
import type { SecondFen } from './joint/tour-share.ts'
import { type DraftOptions, makeDraft } from './make-draft.ts'
import { signature } from './other-choices.ts'
import type { PlanOptions } from './plan-options.ts'
import { compareAfterCost, compareFloors, compareToCost, type Judge } from './plan-score.ts'
import { nothingTighter, type Tighter } from './round-limits.ts'
import { baseRoads, type RoadOf } from './route-cost.ts'
import type { FillOf } from './vehicle-days.ts'
import { type EvaluatedPlan, type PlanHead, writePlan } from './write-plan.ts'

/** Part of the shift that a day out takes before any tour is known. */
const firstFill = 0.8
/** As many plans next to the best are remembered for the levels after cost. */
const mostNear = 8

/** A plan that was carried out with real tours, and the choice that it carries out. */
export interface Found {
  evaluated: EvaluatedPlan
  choice: Choice
  chosen: Chosen
}

/** The state of the search: the best plan so far, those close to it, and what tours taught. */
export interface PlanSearch {
  best: Found | null
  /** Plans with the floors of the best and a cost within ε of what it decides, the best among them. */
  near: Found[]
  /** All-fixed and without new sites, as far as they were carried out. */
  corners: EvaluatedPlan[]
  iterations: number
  /** Plans carried out, by the decision that they carry out. */
  tried: Map<string, EvaluatedPlan>
  fill: ReadonlyMap<string, number>
  roadOf: RoadOf
  tighter: Tighter
  /** Cost of what stands whatever is decided. */
  sunk: number
  /** What a second at a stop costs at least; null where that was not reckoned. */
  secondFen: SecondFen | null
}

export const startSearch = (
  roadOf: RoadOf,
  { sunk, secondFen }: Pick<PlanSearch, 'sunk' | 'secondFen'>,
): PlanSearch => ({
  best: null,
  near: [],
  corners: [],
  iterations: 0,
  tried: new Map(),
  fill: new Map(),
  roadOf,
  tighter: nothingTighter,
  sunk,
  secondFen,
})

/** Forgets what tours taught, and keeps what was found. */
export function startAgain(search: PlanSearch, roadOf: RoadOf): void {
  search.roadOf = roadOf
  search.tighter = nothingTighter
  search.fill = new Map()
}

export const fillOf =
  (search: PlanSearch): FillOf =>
  (vehicle) =>
    search.fill.get(vehicle.kind) ?? firstFill

/** Carries a choice out with at most `cap` iterations of the tours, measures it, and keeps it if it is among the best. */
export type CarryOut = (choice: Choice, chosen: Chosen, cap: number) => EvaluatedPlan

export function evaluator(
  base: ChoiceGround,
  head: PlanHead,
  options: PlanOptions,
  search: PlanSearch,
  judge: Judge,
): CarryOut {
  const roads = baseRoads(base.ground)
  return (choice, chosen, cap) => {
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
    const evaluated = writePlan(base, draft, head, judge)
    const before = search.best
    keep(search, { evaluated, choice, chosen }, head.epsilon)
    if (search.best !== before)
      options.onBetter?.({ ...planFigures(evaluated.plan), part: 1, parts: 1 })
    return evaluated
  }
}

/** Remembers a plan that was carried out, if it is among the best. */
export function keep(search: PlanSearch, found: Found, epsilon: number): void {
  const scoreOf = (f: Found) => f.evaluated.score
  if (search.best === null || compareToCost(scoreOf(found), scoreOf(search.best)) < 0)
    search.best = found
  const best = scoreOf(search.best)
  const cap = best.value + epsilon * Math.max(0, best.value - search.sunk)
  search.near = [...search.near, found]
    .filter((f) => compareFloors(scoreOf(f), best) === 0 && scoreOf(f).value <= cap)
    .sort((a, b) => scoreOf(a).value - scoreOf(b).value)
    .slice(0, mostNear)
}

/**
 * The plan to propose: of all with the floors of the best and a cost within ε of what it decides, that with the shortest
 * way of the worst-off tenth, then the shortest longest day, then the fewest changes, each within ε of the best so far;
 * then the least cost, then the lowest ids. Never dearer than all-fixed or without new sites with the
 * same floors. Without ε it is the best by all levels in their order, so that more search never makes it worse.
 */
export function settle(search: PlanSearch, epsilon: number): Found {
  const best = search.best!
  const corners = search.corners
    .filter((c) => compareFloors(c.score, best.evaluated.score) <= 0)
    .map((c) => c.score.value)
  const cap = Math.max(best.evaluated.score.value, Math.min(...corners, Number.POSITIVE_INFINITY))
  let left = search.near.filter((f) => f.evaluated.score.value <= cap)
  for (const level of ['worstDecile', 'longestShift', 'changes'] as const) {
    const least = Math.min(...left.map((f) => f.evaluated.score[level]))
    const high = least * (1 + (level === 'changes' ? 0 : epsilon)) + 1e-9
    left = left.filter((f) => f.evaluated.score[level] <= high)
  }
  return left.reduce((a, b) => (settleBefore(b, a) ? b : a), left[0] ?? best)
}

function settleBefore(a: Found, b: Found): boolean {
  const by =
    compareToCost(a.evaluated.score, b.evaluated.score) ||
    compareAfterCost(a.evaluated.score, b.evaluated.score)
  return by !== 0 ? by < 0 : signature(a.choice, a.chosen) < signature(b.choice, b.chosen)
}
