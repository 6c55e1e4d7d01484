import { priorityClasses } from '../catalogue/priority-class.ts'
import type { Choice } from './joint/option.ts'
import type { PlanScore } from './plan-score.ts'

/**
 * Choices that serve only the first priority classes, for each class that somebody misses while a later one is served:
 * carried out, they show whether the later ones stood in its way on the calendar. So no plan is kept that cuts a basic
 * service for a non-basic one (A48), or one for the weak for another (A96).
 */
export function firstClassesOnly(choice: Choice, score: PlanScore): Choice[] {
  return priorityClasses.slice(0, -1).flatMap((priority) => {
    if (score.missed[2 * priority + 1] === 0) return []
    const later = choice.groups.some((g) => g.priority > priority && g.options.length > 0)
    if (!later) return []
    const groups = choice.groups.map((g) => (g.priority > priority ? { ...g, options: [] } : g))
    return [{ ...choice, groups }]
  })
}
