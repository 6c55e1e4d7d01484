import { priorityClasses } from '../catalogue/priority-class.ts'
import { peopleMissing } from '../plan/needs-missed.ts'
import type { LevelValue, Plan } from '../plan/plan.ts'
import type { NeedServed } from './need-served.ts'
import type { PlanGround } from './plan-ground.ts'
import type { PlanScore } from './plan-score.ts'

/** The levels of the objective as this plan has them, in their order. A bound stands only where it is proven. */
export function writeLevels(
  ground: PlanGround,
  plan: Plan,
  score: PlanScore,
  { epsilon, need: stated }: { epsilon: number; need: NeedServed | null },
): LevelValue[] {
  const missed = peopleMissing(plan.shortages, false)
  const out = peopleMissing(plan.shortages, true)
  const level = (
    name: LevelValue['level'],
    value: number,
    unit: string,
    more: Partial<LevelValue> = {},
  ): LevelValue => ({ level: name, value, unit, bound: null, epsilon: 0, ...more })
  return [
    level('unreachable', out, 'people', { bound: out }),
    level('floorsMissed', missed, 'people', {
      bound: missed === 0 ? 0 : null,
      byClass: priorityClasses.map((c) => ({
        class: c,
        mostAtOneSettlement: score.missed[2 * c]!,
        people: score.missed[2 * c + 1]!,
      })),
    }),
    ...(plan.mode === 'most-need' ? [needLevel(ground, plan)] : []),
    ...(stated === null
      ? []
      : [level('needServed', stated.served, 'person-times a year', { bound: stated.most })]),
    level('cost', score.value, 'fen to compare by', { epsilon }),
    level('worstDecile', Math.round(score.worstDecile * 100) / 100, 'minutes'),
    level('longestShift', score.longestShift, 'seconds'),
    level('changes', score.changes, 'decisions'),
  ]
}

function needLevel(ground: PlanGround, plan: Plan): LevelValue {
  const { met, most } = needMet(ground, plan)
  const unit = 'weighted person-needs'
  return { level: 'needMet', value: met, unit, bound: most, epsilon: 0 }
}

/** Weighted people whose floors all hold, summed over services; at most those who can be reached. */
function needMet(ground: PlanGround, plan: Plan): { met: number; most: number } {
  const missed = new Map(
    plan.shortages.map((s) => [`${s.settlement} ${s.service}`, s.reason] as const),
  )
  let met = 0
  let most = 0
  for (const cell of ground.cells) {
    const reason = missed.get(`${cell.settlement.id} ${cell.scoped.service.id}`)
    if (reason === undefined) met += cell.weight
    if (reason !== 'unreachable') most += cell.weight
  }
  return { met, most }
}
