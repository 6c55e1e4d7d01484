import type { Change } from '../../plan/change.ts'
import { comparisonValue } from '../../plan/costs.ts'
import type { Plan, Shortage } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import { capitalOfChanges } from '../../plan/scenario/capital-of-changes.ts'
import { missedByMore } from '../../plan/worse-shortage.ts'
import { applyEdits } from '../edit/apply-edits.ts'
import type { Price, Proof } from './answer.ts'
import type { World } from './world.ts'

const sum = (columns: Readonly<Record<string, number>>): number =>
  Object.values(columns).reduce((total, fen) => total + fen, 0)

/** What one plan costs more a year than another, each in its own world. */
export function priceOf(
  before: { world: World; plan: Plan },
  after: { world: World; plan: Plan },
): Price {
  const [was, is] = [before.plan.costs.plan, after.plan.costs.plan]
  const value = ({ world, plan }: typeof before) =>
    comparisonValue(world.base.ground.county, plan.costs.plan, plan.sites)
  return {
    cashFen: is.cashFen - was.cashFen,
    capitalFen: sum(is.capitalFen) - sum(was.capitalFen),
    staffHours: Math.round((is.staffHours - was.staffHours) * 100) / 100,
    value: value(after) - value(before),
  }
}

/** Years over which what a change costs once is spread where its building says nothing (docs/methods/costs.md). */
const changedLifeYears = 20

const keyOf = (s: Shortage): string => `${s.settlement} ${s.service} ${s.metric}`

/** Whether nobody misses more under the second plan than under the first. */
export function nobodyWorse(before: Plan, after: Plan): boolean {
  const was = new Map(before.shortages.map((s) => [keyOf(s), s]))
  return after.shortages.every((s) => {
    const old = was.get(keyOf(s))
    return old !== undefined && !missedByMore(s, old)
  })
}

/**
 * The plan of a changed world after edits, written, measured and costed anew; null where the edits can't be made, the
 * need is not met by it, or somebody else is worse off.
 */
export function prove(
  before: { world: World; plan: Plan },
  world: World,
  edits: readonly PlanEdit[],
  need: { settlement: string; service: string },
  changes: readonly Change[] = [],
): Proof | null {
  const edited = applyEdits(world.base, before.plan, edits, { today: world.today })
  if (edited.plan === null) return null
  const { plan } = edited
  const missed = plan.shortages.some(
    (s) => s.settlement === need.settlement && s.service === need.service,
  )
  if (missed || !nobodyWorse(before.plan, plan)) return null
  const price = priceOf(before, { world, plan })
  const once = sum(capitalOfChanges(changes, before.world.input))
  return {
    plan,
    price: {
      ...price,
      capitalFen: price.capitalFen + once,
      value: Math.round(price.value + once / changedLifeYears),
    },
  }
}
