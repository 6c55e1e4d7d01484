import { measuredCells, measureGround } from '../access/measure.ts'
import { supplyOfPlan } from '../access/supply-of-plan.ts'
import { type Memory, newMemory } from '../kernel/memory.ts'
import { oncePer } from '../kernel/once-per.ts'
import { byText } from '../kernel/order.ts'
import { comparisonValue, costsOf, type PaidCalls } from '../plan/costs.ts'
import type { County } from '../plan/county.ts'
import type { Costs, Mode, Plan } from '../plan/plan.ts'
import { dutySecondsOf } from '../plan/ride-cost.ts'
import { costShares } from './cost-shares.ts'
import type { Draft } from './draft.ts'
import { expertWork } from './expert-work.ts'
import type { ChoiceGround } from './joint/build-choice.ts'
import { missingKindDays } from './missing-kinds.ts'
import { needServed } from './need-served.ts'
import { paidCalls } from './paid-calls.ts'
import { cellsByKey, needKey, type PlanGround } from './plan-ground.ts'
import {
  changesFrom,
  type Judge,
  missedByClass,
  type PlanScore,
  worstTravel,
} from './plan-score.ts'
import { unpaidMore } from './running-money.ts'
import { doorstepLines, writeAssignments } from './write-assignments.ts'
import { writeFleet } from './write-fleet.ts'
import { writeLevels } from './write-levels.ts'
import { writeShortages } from './write-shortages.ts'

/** What is printed on a plan besides its decisions. */
export interface PlanHead {
  mode: Mode
  made: Plan['made']
  today: Costs
  assumed: Plan['assumed']
  /** By how much the cost may exceed the least found, so that later levels live. */
  epsilon: number
}

/** A plan with the numbers by which it is compared. */
export interface EvaluatedPlan {
  plan: Plan
  draft: Draft
  score: PlanScore
}

/**
 * Measures and costs a draft and writes it as a plan, every row in a fixed order. With a memory, of one plan and its edits
 * on the same base, what a change does not touch is not worked out again; what is written is the same without.
 */
export function writePlan(
  base: ChoiceGround,
  draft: Draft,
  head: PlanHead,
  judge: Judge = {},
  memory: Memory = newMemory(),
): EvaluatedPlan {
  const { ground } = base
  const { county, catalogue } = ground
  const { settings } = county
  const { offers: kept } = ground.kept
  const used = new Set(draft.tours.flatMap((t) => t.visits.map((v) => v.stop)))
  const first: Plan = {
    format: 1,
    county: settings.code,
    mode: head.mode,
    horizon: settings.horizon,
    season: ground.travel.base.season,
    made: head.made,
    sites: [...draft.sites].sort(byText((x) => x.facility)),
    stops: draft.stops
      .map((s) => s.stop)
      .filter((s) => used.has(s.id))
      .sort(byText((x) => x.id)),
    tours: [...draft.tours],
    rides: [...draft.rides],
    assignments: doorstepLines(ground, draft),
    shortages: [],
    fleet: [],
    costs: { today: head.today, plan: planCosts(ground, draft) },
    levels: [],
    assumed: head.assumed,
  }
  const planned = supplyOfPlan(county, catalogue, first, memory)
  const supply =
    kept.length === 0 ? planned : { offers: [...planned.offers, ...kept], sites: planned.sites }
  const measured = measuredCells(groundMeasured(ground), supply, memory)
  const shortages = writeShortages(ground, draft, measured)
  const byKey = cellsByKey(ground)
  const short = new Set(shortages.map((s) => byKey.get(needKey(s.settlement, s.service))))
  const missed = ground.cells.filter((c) => short.has(c))
  const plan: Plan = {
    ...first,
    assignments: writeAssignments(ground, draft, planned, memory),
    shortages,
    fleet: writeFleet(
      ground,
      draft,
      base.classes,
      missingKindDays(ground, missed, base.stops, base.walks),
    ),
  }
  const over = head.mode === 'most-need' ? overMoney(base, draft, plan.costs.plan) : 0
  const need = head.mode === 'most-need' ? needServed(ground, supply) : null
  const score: PlanScore = {
    overBudget: over,
    ...missedByClass(missed, judge),
    needServed: need?.served ?? 0,
    value: comparisonValue(county, plan.costs.plan, plan.sites),
    worstDecile: worstTravel(measured, memory),
    longestShift: longestDay(county, plan),
    changes: changesFrom(plan, judge.published),
  }
  const levels = writeLevels(ground, plan, score, { epsilon: head.epsilon, need })
  const departments = costShares(base, draft, memory)
  const experts = expertWork(county, catalogue, plan)
  return {
    plan: { ...plan, levels, departments, ...(experts === undefined ? {} : { experts }) },
    draft,
    score,
  }
}

const groundMeasured = oncePer(({ county, catalogue, travel }: PlanGround) =>
  measureGround({ county, catalogue, travel: travel.base, asOf: county.settings.asOf }),
)

/** Cash over the budget, or that no fund may lawfully pay, whichever is more. */
function overMoney(base: ChoiceGround, draft: Draft, costs: Costs): number {
  const { budgetFen } = base.ground.county.settings
  const over = budgetFen === null ? 0 : Math.max(0, costs.cashFen - budgetFen)
  return Math.max(over, unpaidMore(base, draft, costs.capitalFen))
}

/** The doorstep calls of a draft as they are paid for. */
export const callsOf = ({ facilities }: PlanGround, draft: Draft): PaidCalls[] =>
  draft.doorstep.map((d) => paidCalls(d, facilities.get(d.facility)!.kind))

/** The three cost columns of a draft. */
export function planCosts(ground: PlanGround, draft: Draft): Costs {
  const vehicles = new Map(ground.county.vehicles.map((v) => [v.id, v]))
  return costsOf(ground.county, {
    sites: draft.sites,
    tours: [
      ...ground.kept.tours,
      ...draft.tours.map((t) => ({
        vehicle: vehicles.get(t.vehicle)!,
        metres: t.metres,
        seconds: t.finish - t.depart,
      })),
    ],
    calls: callsOf(ground, draft),
    rides: draft.rides.map((r) => ({
      ...r,
      vehicle: r.vehicle === null ? null : vehicles.get(r.vehicle)!,
    })),
  })
}

/** Seconds of the longest day out, of a tour or of rides. */
function longestDay(county: County, { tours, rides }: Plan): number {
  const ofTours = tours.map((t) => t.finish - t.depart)
  const ofRides = rides.map((r) => (r.vehicle === null ? 0 : dutySecondsOf(r, county)))
  return [...ofTours, ...ofRides].reduce((most, seconds) => Math.max(most, seconds), 0)
}
