import { dateOf, dayNumber, type PlainDate } from '../../kernel/calendar.ts'
import type { Plan, Shortage } from '../../plan/plan.ts'
import { missedByMore } from '../../plan/worse-shortage.ts'
import type { ReplanGround } from './replan-ground.ts'
import type { FloorLost } from './replan-problem.ts'

const keyOf = (s: Shortage): string => `${s.settlement} ${s.service} ${s.metric}`
const pairOf = (s: { settlement: string; service: string }): string =>
  `${s.settlement} ${s.service}`

/** Floors that the published plan kept, or missed by less. */
export function floorsLost({ office, ground, needs }: ReplanGround, plan: Plan): FloorLost[] {
  const before = new Map(office.plan.shortages.map((s) => [keyOf(s), s]))
  const stopsOf = new Map(
    needs.map((n) => [`${n.cell.settlement.id} ${n.cell.scoped.service.id}`, n.stops]),
  )
  const visits = visitDays(plan)
  const rides = rideDays(plan)
  return plan.shortages.flatMap((s): FloorLost[] => {
    const was = before.get(keyOf(s))
    if (was !== undefined && !missedByMore(s, was)) return []
    const days = new Set<number>()
    for (const stop of stopsOf.get(pairOf(s)) ?? [])
      for (const day of visits.get(`${stop} ${s.service}`) ?? []) days.add(day)
    for (const day of rides.get(pairOf(s)) ?? []) days.add(day)
    const { settlement, service, metric, people, want, have } = s
    return [
      {
        settlement,
        service,
        metric,
        people,
        want,
        have,
        had: was?.have ?? null,
        without: longestWithout(
          [...days].sort((a, b) => a - b),
          ground.horizonDays,
        ),
      },
    ]
  })
}

/** Day numbers of visits by settlement of the stop and service. */
function visitDays(plan: Plan): Map<string, Set<number>> {
  const stops = new Map(plan.stops.map((s) => [s.id, s.settlement]))
  const days = new Map<string, Set<number>>()
  for (const tour of plan.tours)
    for (const visit of tour.visits)
      for (const service of visit.services) {
        const key = `${stops.get(visit.stop)} ${service}`
        days.set(key, (days.get(key) ?? new Set<number>()).add(dayNumber(tour.date)))
      }
  return days
}

/** Day numbers of rides by settlement and service. */
function rideDays({ rides, assignments }: Plan): Map<string, number[]> {
  const dates = new Map(rides.map((r) => [r.id, r.dates.map((date) => dayNumber(date))]))
  const days = new Map<string, number[]>()
  for (const a of assignments)
    if (a.mode === 'ride')
      days.set(pairOf(a), [...(days.get(pairOf(a)) ?? []), ...(dates.get(a.place) ?? [])])
  return days
}

/** The longest stretch between two visits, counted round from the end of the horizon to its start. */
function longestWithout(
  days: readonly number[],
  horizonDays: number,
): { from: PlainDate; to: PlainDate; days: number } | null {
  let best: { from: PlainDate; to: PlainDate; days: number } | null = null
  days.forEach((day, k) => {
    const next = days[k + 1] ?? days[0]! + horizonDays
    if (best === null || next - day > best.days)
      best = { from: dateOf(day), to: dateOf(next), days: next - day }
  })
  return best
}

/** People × services, each pair once. */
export function peopleOf(
  floors: readonly { settlement: string; service: string; people: number }[],
): number {
  let sum = 0
  for (const people of new Map(floors.map((f) => [pairOf(f), f.people])).values()) sum += people
  return Math.round(sum * 10) / 10
}

/** People × services that missed a floor in the published plan and miss none now. */
export function peopleGaining({ office }: ReplanGround, plan: Plan): number {
  const missed = new Set(plan.shortages.map(pairOf))
  return peopleOf(office.plan.shortages.filter((s) => !missed.has(pairOf(s))))
}
