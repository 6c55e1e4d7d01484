import { z } from 'zod'
import { PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import { figureSubject, GoalFigure, isLive, type ReadableServices } from './goal-figure.ts'

const Name = z.object({ zh: z.string().min(1).max(200), en: z.string().max(200).default('') })
const Share = z.number().min(0).max(1)

/** A figure that a goal is measured by, with what it shall come to at last and year by year. */
export const Indicator = z.object({
  name: Name,
  figure: GoalFigure,
  /** A share, 0 to 1. */
  target: Share,
  by: PlainDate,
  /** What it shall have come to by the end of each year before that. */
  yearly: z
    .array(z.object({ year: z.number().int().min(1990).max(2100), target: Share }))
    .max(30)
    .default([]),
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

/** What an indicator shall have come to at the end of a year: of that year, else of the next that is stated, else in the end. */
export function targetIn({ yearly, target }: Indicator, year: number): number {
  const later = yearly.filter((one) => one.year >= year).sort((a, b) => a.year - b.year)
  return later[0]?.target ?? target
}

const at = (id: string) => ({ path: `goals.${id}` })

/** Ids of the goals above one, nearest first; a ring is gone round once. */
function above(goals: ReadonlyMap<string, Goal>, goal: Goal): Set<string> {
  const seen = new Set<string>()
  let up = goal.parent
  while (up !== null && !seen.has(up)) {
    seen.add(up)
    up = goals.get(up)?.parent ?? null
  }
  return seen
}

/**
 * Goals that nothing shows: no indicator of theirs, or of a goal that serves them, has records to be read from. The
 * indicators without records of such goals are named too.
 */
export function goalsWithoutIndicator(
  goals: readonly Goal[],
  live: (figure: GoalFigure) => boolean,
): Finding[] {
  const byId = new Map(goals.map((goal) => [goal.id, goal]))
  const shown = new Set(
    goals
      .filter(({ indicators }) => indicators.some(({ figure }) => live(figure)))
      .flatMap((goal) => [goal.id, ...above(byId, goal)]),
  )
  const dead = goals.flatMap(({ id, indicators }) =>
    indicators.filter(({ figure }) => !live(figure)).map(({ figure }) => ({ id, figure })),
  )
  return [
    ...goals
      .filter(({ id }) => !shown.has(id))
      .map(({ id, name }) => finding('goal-without-indicator', at(id), { id, name: name.zh })),
    ...dead.map(({ id, figure }) => finding('indicator-without-records', at(id), { id, figure })),
  ]
}

/** Services that goals name and the catalogue does not know, also in what measures them. */
function unknownServices(goals: readonly Goal[], services: ReadonlySet<string>): Finding[] {
  const starts = (subject: string) => [...services].some((id) => id.startsWith(subject))
  return goals.flatMap(({ id, indicators, services: own }) => {
    const measured = indicators.map(({ figure }) => figureSubject(figure))
    const unknown = [
      ...own.filter((service) => !services.has(service)),
      ...measured.filter((subject) => !starts(subject)),
    ]
    return unknown.map((service) => finding('goal-service-unknown', at(id), { id, service }))
  })
}

/**
 * What keeps goals from being a tree that can be followed: ids twice, parents that are not there, rings, services that the
 * catalogue does not know, two targets for one year, goals that no records can show.
 */
export function lintGoals(goals: readonly Goal[], readable: ReadableServices): Finding[] {
  const byId = new Map(goals.map((goal) => [goal.id, goal]))
  const twice = goals.filter(({ id }, k) => goals.findIndex((other) => other.id === id) !== k)
  const orphans = goals.filter(({ parent }) => parent !== null && !byId.has(parent))
  const rings = goals.filter((goal) => above(byId, goal).has(goal.id))
  const doubled = goals.flatMap(({ id, indicators }) =>
    indicators.flatMap(({ yearly }) => {
      const years = yearly.map(({ year }) => year)
      return years
        .filter((year, k) => years.indexOf(year) !== k)
        .map((year) => ({ id, year: String(year) }))
    }),
  )
  return [
    ...twice.map(({ id }) => finding('goal-id-twice', at(id), { id })),
    ...orphans.map(({ id, parent }) =>
      finding('goal-parent-unknown', at(id), { id, parent: parent! }),
    ),
    ...rings.map(({ id }) => finding('goal-in-ring', at(id), { id })),
    ...unknownServices(goals, readable.offered),
    ...doubled.map((facts) => finding('goal-year-twice', at(facts.id), facts)),
    ...goalsWithoutIndicator(goals, (figure) => isLive(figure, readable)),
  ]
}
