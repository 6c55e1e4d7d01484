import type { SolveMilp } from '../../kernel/milp.ts'
import type { Plan } from '../../plan/plan.ts'
import { draftOfPlan } from '../edit/draft-of-plan.ts'
import { buildChoice } from '../joint/build-choice.ts'
import { choose } from '../joint/choose.ts'
import { keyOfOption } from '../joint/option.ts'
import { fillByKind, touredVisits } from '../learn-tours.ts'
import { nothingTighter, rowLimits } from '../round-limits.ts'
import { estimateRoads, learnRoads, type RoadOf } from '../route-cost.ts'
import { typicalLoads } from '../typical-loads.ts'
import type { World } from './world.ts'

/** Part of the shift that a day out takes for kinds that the plan does not send out. */
const usualFill = 0.8

/** What a plan's tours taught of the road and of how full days are: held fixed while other things change. */
export interface Learned {
  roadOf: RoadOf
  fill: ReadonlyMap<string, number>
}

export function learnedFrom({ base }: World, plan: Plan): Learned {
  const draft = draftOfPlan(base, plan)
  const first = estimateRoads(base.ground, base.stops, typicalLoads(base))
  return { roadOf: learnRoads(first, touredVisits(base, draft)), fill: fillByKind(base, draft) }
}

/** The joint choice made again; values are the choice's own estimates, not those of dated tours. */
export interface ChosenAgain {
  /** Fen a year to compare by. */
  value: number
  /** No choice costs less; null where that is not proved. */
  bound: number | null
  /** People of settlements × services who would miss a floor. */
  missed: number
  /** Option by settlement and service, of those for which there was something to decide. */
  options: ReadonlyMap<string, string>
}

/** Makes the joint choice of a world with the roads that a plan's tours taught. */
export async function chooseAgain(
  { base }: World,
  { mode }: Plan,
  learned: Learned,
  milp: SolveMilp,
): Promise<ChosenAgain> {
  const { budgetFen } = base.ground.county.settings
  const limits = rowLimits(base, {
    fillOf: (v) => learned.fill.get(v.kind) ?? usualFill,
    best: undefined,
    tighter: nothingTighter,
    budgetFen: mode === 'most-need' ? budgetFen : null,
    mode,
  })
  const choice = buildChoice(base, { roadOf: learned.roadOf, limits })
  const chosen = await choose(choice, milp)
  const options = new Map<string, string>()
  let missed = 0
  choice.groups.forEach((group, g) => {
    const option = chosen.option[g]! < 0 ? undefined : group.options[chosen.option[g]!]
    for (const k of group.cells) {
      const { settlement, scoped, people } = base.ground.cells[k]!
      options.set(`${settlement.id} ${scoped.service.id}`, option ? keyOfOption(option) : '-')
      if (option === undefined) missed += people
    }
  })
  return { value: chosen.value, bound: chosen.bound, missed, options }
}

/** Settlements × services that would be served otherwise. */
export function flipped(a: ChosenAgain, b: ChosenAgain): number {
  const keys = new Set([...a.options.keys(), ...b.options.keys()])
  return [...keys].filter((k) => a.options.get(k) !== b.options.get(k)).length
}
