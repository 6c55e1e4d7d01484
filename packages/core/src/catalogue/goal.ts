import { z } from 'zod'
import { PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'

const Name = z.object({ zh: z.string().min(1).max(200), en: z.string().max(200).default('') })

/**
 * A figure that a goal is measured by. `figure` names it where it is computed, so that nobody types it in: `coverage` is
 * the share of people whose floors are met over all services, `coverage.MED-01` that of one service.
 */
export const Indicator = z.object({
  name: Name,
  figure: z.string().regex(/^coverage(\.[A-Z]{3}-\d{2})?$/),
  /** A share, 0 to 1. */
  target: z.number().min(0).max(1),
  by: PlainDate,
})
export type Indicator = z.infer<typeof Indicator>

/** One goal of the county’s tree, with what shows how far it is and the services that move it. */
export const Goal = z.object({
  id: z.string().min(1).max(80),
  /** Id of the goal it serves; null at the top. */
  parent: z.string().nullable(),
  name: Name,
  indicators: z.array(Indicator).max(20),
  services: z.array(z.string()).max(100),
})
export type Goal = z.infer<typeof Goal>

const at = (id: string) => ({ path: `goals.${id}` })

/** Goals that lead back to themselves; each of a ring is named. */
function inRings(goals: readonly Goal[]): Goal[] {
  const parents = new Map(goals.map((goal) => [goal.id, goal.parent]))
  return goals.filter((goal) => {
    const seen = new Set<string>()
    let up = goal.parent
    while (up !== null && up !== undefined && !seen.has(up)) {
      if (up === goal.id) return true
      seen.add(up)
      up = parents.get(up) ?? null
    }
    return false
  })
}

/** What keeps goals from being a tree, and services that the catalogue does not know. */
export function lintGoals(goals: readonly Goal[], services: ReadonlySet<string>): Finding[] {
  const ids = new Set(goals.map(({ id }) => id))
  const twice = goals.filter(({ id }, k) => goals.findIndex((other) => other.id === id) !== k)
  const orphans = goals.filter(({ parent }) => parent !== null && !ids.has(parent))
  const named = goals.flatMap(({ id, indicators, services: own }) => {
    const measured = indicators.flatMap(({ figure }) => figure.split('.').slice(1))
    return [...own, ...measured].map((service) => ({ id, service }))
  })
  const unknown = named.filter(({ service }) => !services.has(service))
  return [
    ...twice.map(({ id }) => finding('goal-id-twice', at(id), { id })),
    ...orphans.map(({ id, parent }) =>
      finding('goal-parent-unknown', at(id), { id, parent: parent! }),
    ),
    ...inRings(goals).map(({ id }) => finding('goal-in-ring', at(id), { id })),
    ...unknown.map(({ id, service }) => finding('goal-service-unknown', at(id), { id, service })),
  ]
}
