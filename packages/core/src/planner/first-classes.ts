import { type PriorityClass, priorityClasses } from '../catalogue/priority-class.ts'
import type { Choice } from './joint/option.ts'
import type { PlanScore } from './plan-score.ts'

/** The choice for the first priority classes alone: groups of later ones have no option. */
export const upToClass = (choice: Choice, last: PriorityClass): Choice => ({
  ...choice,
  groups: choice.groups.map((g) => (g.priority > last ? { ...g, options: [] } : g)),
})

/**
 * The classes that somebody misses who could be served, while there are needs of later classes that may stand in the
 * way. Planned once more without those, they show whether they do: so no plan is kept that cuts a basic service for a
 * non-basic one (A48), or one for the weak for another (A96).
 */
export const classesShort = (choice: Choice, score: PlanScore): PriorityClass[] =>
  priorityClasses.filter(
    (c) =>
      score.servableMissed[c]! > 0 &&
      choice.groups.some((g) => g.priority > c && g.options.length > 0),
  )
