import type { PriorityClass } from '../catalogue/priority-class.ts'
import type { Mode } from '../plan/plan.ts'
import type { Draft } from './draft.ts'
import type { ChoiceGround } from './joint/build-choice.ts'
import { mayBeClosed } from './may-close.ts'
import { staffingLimits } from './site-staff.ts'
import { hoursLeft } from './staff-hours.ts'
import { type FillOf, vehicleDays } from './vehicle-days.ts'
import type { EvaluatedPlan } from './write-plan.ts'

/** What tours taught about limits: the choice is told less where they did not hold what it thought. */
export interface Tighter {
  /** Real days over estimated days, by class. */
  fleet: ReadonlyMap<string, number>
  /** Cash by which plans went over the budget. */
  cashFen: number
}

export const nothingTighter: Tighter = { fleet: new Map(), cashFen: 0 }
/** Twice the days are the most that a class is thought to need. */
const mostTighter = 2

/**
 * Limits of the joint choice by row: vehicle-days of each class, staff hours of doorstep calls, capital of funds and of
 * the county, posts, running money by fund, and cash where the budget rules (`budgetFen` given).
 */
export function rowLimits(
  base: ChoiceGround,
  round: {
    fillOf: FillOf
    best: Draft | undefined
    tighter: Tighter
    budgetFen: number | null
    mode: Mode
  },
): Map<string, number> {
  const { ground, classes } = base
  const { county } = ground
  const days = vehicleDays(ground, round.fillOf)
  const limits = new Map<string, number>()
  for (const fleet of classes) {
    const there = fleet.vehicles.reduce((sum, v) => sum + (days.get(v.id)?.days.length ?? 0), 0)
    limits.set(`fleet ${fleet.key}`, there / (round.tighter.fleet.get(fleet.key) ?? 1))
  }
  const away = crewHours(base, round.best)
  for (const [place, hours] of hoursLeft(county))
    limits.set(`staff ${place}`, Math.max(0, hours - (away.get(place) ?? 0)))
  for (const [row, most] of staffingLimits(county)) limits.set(row, most)
  for (const fund of county.funds) limits.set(`fund ${fund.id}`, fund.amountFen)
  if (county.settings.capitalBudgetFen !== null)
    limits.set('capital', county.settings.capitalBudgetFen)
  if (round.mode === 'most-need')
    for (const { row, limit } of base.purses)
      limits.set(row, Math.max(0, limit - Math.max(0, round.tighter.cashFen)))
  if (round.budgetFen !== null)
    limits.set('cash', Math.max(0, round.budgetFen - sunkCash(base) - round.tighter.cashFen))
  return limits
}

/** Cash that no decision of the choice changes: firm sites and vehicles. */
function sunkCash({ ground, candidates }: ChoiceGround): number {
  const open = mayBeClosed(candidates)
  const sites = ground.county.facilities.reduce(
    (sum, f) => (f.state === 'open' && !open.has(f.id) ? sum + f.yearCostFen : sum),
    0,
  )
  return ground.county.vehicles.reduce((sum, v) => sum + v.yearCostFen, sites)
}

/** Crew hours of tours by depot. */
function crewHours({ ground }: ChoiceGround, draft: Draft | undefined): Map<string, number> {
  const vehicles = new Map(ground.county.vehicles.map((v) => [v.id, v]))
  const hours = new Map<string, number>()
  for (const tour of draft?.tours ?? []) {
    const { depot, crew } = vehicles.get(tour.vehicle)!
    hours.set(depot, (hours.get(depot) ?? 0) + ((tour.finish - tour.depart) * crew) / 3600)
  }
  return hours
}

/** After a round: more days for a class whose tours came up short. */
export function tightened(base: ChoiceGround, { draft }: EvaluatedPlan, before: Tighter): Tighter {
  const fleet = new Map(before.fleet)
  for (const each of base.classes) {
    const short = draft.daysShort[each.key] ?? 0
    const ids = new Set(each.vehicles.map((v) => v.id))
    const used = draft.tours.filter((t) => ids.has(t.vehicle)).length
    if (short <= 0 || used === 0) continue
    const factor = (before.fleet.get(each.key) ?? 1) * ((used + short) / used)
    fleet.set(each.key, Math.min(mostTighter, factor))
  }
  return { ...before, fleet }
}

/** By how much less money the choice is told of after a plan over its budget, or more (below 0) after one with money left. */
export const cashBeside = (base: ChoiceGround, done: EvaluatedPlan, upTo: PriorityClass): number =>
  done.score.overBudget * 1.1 - budgetLeft(base, done, upTo) * 0.9

/** Cash of the budget that a plan leaves though somebody misses a floor for want of money; 0 where it does not matter. */
export function budgetLeft(
  { ground }: ChoiceGround,
  { plan }: Pick<EvaluatedPlan, 'plan'>,
  upTo: PriorityClass,
): number {
  const { budgetFen } = ground.county.settings
  if (plan.mode !== 'most-need' || budgetFen === null) return 0
  const classOf = new Map(ground.cells.map((c) => [c.scoped.service.id, c.priority]))
  const wanting = plan.shortages.some(
    (s) => s.reason === 'budget' && classOf.get(s.service)! <= upTo,
  )
  return wanting ? Math.max(0, budgetFen - plan.costs.plan.cashFen) : 0
}
