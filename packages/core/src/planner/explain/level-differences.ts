import type { LevelValue, Plan } from '../../plan/plan.ts'

/** One level of the objective, as a plan has it and with something otherwise. */
export interface LevelDifference {
  level: LevelValue['level']
  /** Of people who miss a floor that can be met, by priority class: people, weighted as plans are compared by. */
  class?: number
  unit: string
  before: number
  after: number
}

/** Every level in the order of the objective, people missed class by class. */
export function levelDifferences(before: Plan, after: Plan): LevelDifference[] {
  const known = new Map(before.levels.map((l) => [l.level, l]))
  return after.levels.flatMap((now) => {
    const { level, unit, byClass } = now
    const was = known.get(level)
    if (was === undefined) return []
    if (byClass === undefined) return [{ level, unit, before: was.value, after: now.value }]
    const people = new Map(was.byClass?.map((c) => [c.class, c.people]))
    return byClass.map((c) => ({
      level,
      class: c.class,
      unit,
      before: people.get(c.class) ?? 0,
      after: c.people,
    }))
  })
}
