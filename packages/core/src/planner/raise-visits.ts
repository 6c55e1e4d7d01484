import type { SolveMilp } from '../kernel/milp.ts'
import { usesChosen } from './joint/chosen-uses.ts'
import { type Choice, type Chosen, moreOf } from './joint/option.ts'
import { raiseFrequency } from './joint/raise-frequency.ts'
import { compareFloors, type PlanScore } from './plan-score.ts'

/** Attempts to spend the money left: what visits really take is known once they are on tours. */
const mostRounds = 5
/** Part of what a plan went over or under by that the next attempt makes good. */
const madeGood = { over: 1.1, under: 0.9 }

/** A plan that was carried out. */
export interface CarriedOut {
  score: PlanScore
  cashFen: number
}

/**
 * With the money that a plan leaves of its budget, its stops are visited more often where that meets more of the stated
 * need, and that is carried out. Over the budget, the next attempt gets less cash; where somebody lost a floor for it, as
 * the days were not there, half of what was added. The plan stays the start of each attempt.
 */
export async function raiseVisits(
  start: CarriedOut & { choice: Choice; chosen: Chosen },
  budgetFen: number,
  milp: SolveMilp,
  tryOut: (choice: Choice, chosen: Chosen) => CarriedOut | null,
): Promise<void> {
  const { choice, chosen } = start
  if (!choice.groups.some((g) => g.options.some((o) => moreOf(o) > 0))) return
  const before = usesChosen(choice, chosen)
  const left = budgetFen - start.cashFen
  if (left <= 0) return
  let limits = new Map(choice.limits).set('cash', (before.get('cash') ?? 0) + left)
  for (let round = 0; round < mostRounds; round++) {
    const raised = await raiseFrequency({ ...choice, limits }, chosen, milp)
    const done = tryOut(choice, raised)
    if (done === null) return
    if (losesFloors(done.score, start.score))
      limits = halfOf(limits, before, usesChosen(choice, raised))
    else {
      const over = done.score.overBudget
      const under = Math.max(0, budgetFen - done.cashFen)
      const more = over > 0 ? -over * madeGood.over : under * madeGood.under
      limits = new Map(limits).set('cash', limits.get('cash')! + more)
    }
  }
}

const losesFloors = (a: PlanScore, b: PlanScore): boolean =>
  compareFloors({ ...a, overBudget: 0, needServed: 0 }, { ...b, overBudget: 0, needServed: 0 }) > 0

/** Limits with half the room that was taken beyond what there was before. */
const halfOf = (
  limits: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Map<string, number> =>
  new Map(
    [...limits].map(([row, limit]) => {
      const [was, taken] = [before.get(row) ?? 0, after.get(row) ?? 0]
      return [row, taken > was ? Math.min(limit, (was + taken) / 2) : limit] as const
    }),
  )
