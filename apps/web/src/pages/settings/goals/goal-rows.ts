import type { GoalNow } from '@kuashan/contract/goals.ts'
import type { Goal } from '@kuashan/core/catalogue/goal.ts'

/** A goal with those that serve it. */
export interface GoalRow {
  goal: GoalNow
  children?: GoalRow[]
}

/** Goals as a tree, in the order they were written. Those that lead nowhere stand at the top, so that none is lost. */
export function goalRows(goals: readonly GoalNow[]): GoalRow[] {
  const ids = new Set(goals.map(({ id }) => id))
  const under = (parent: string | null): GoalRow[] =>
    goals
      .filter(
        (goal) => (goal.parent !== null && ids.has(goal.parent) ? goal.parent : null) === parent,
      )
      .map((goal) => {
        const children = under(goal.id)
        return children.length > 0 ? { goal, children } : { goal }
      })
  return under(null)
}

/** Goals as they are saved: without what was read of their indicators. */
export const plainGoals = (goals: readonly GoalNow[]): Goal[] =>
  goals.map(({ indicators, findings: _found, ...goal }) => ({
    ...goal,
    indicators: indicators.map(({ read: _read, targetThisYear: _now, ...indicator }) => indicator),
  }))

/** Goals with one changed or added. */
export function withGoal(goals: readonly Goal[], changed: Goal): Goal[] {
  const isThere = goals.some(({ id }) => id === changed.id)
  return isThere ? goals.map((g) => (g.id === changed.id ? changed : g)) : [...goals, changed]
}

/** Goals without one; those that served it serve what it served. */
export function withoutGoal(goals: readonly Goal[], id: string): Goal[] {
  const gone = goals.find((goal) => goal.id === id)
  return goals
    .filter((goal) => goal.id !== id)
    .map((goal) => (goal.parent === id ? { ...goal, parent: gone?.parent ?? null } : goal))
}

/** Goals that another may serve: not itself and nothing under it. */
export function possibleParents(goals: readonly Goal[], id: string): Goal[] {
  const below = new Set([id])
  for (let size = 0; size < below.size; ) {
    size = below.size
    for (const goal of goals) if (goal.parent !== null && below.has(goal.parent)) below.add(goal.id)
  }
  return goals.filter((goal) => !below.has(goal.id))
}
