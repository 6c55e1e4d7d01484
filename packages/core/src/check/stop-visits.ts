import { dayNumber } from '../kernel/calendar.ts'
import { recall } from '../kernel/memory.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { Assignment, Stop } from '../plan/plan.ts'
import type { CheckGround, PlannedVisit } from './check-ground.ts'

/** A stop with its visits and the lines of those who come to it. */
export interface AtStop {
  stop: Stop
  visits: PlannedVisit[]
  lines: Assignment[]
}

/** Stops that are visited, by id. */
export const stopsVisited = oncePer((ground: CheckGround): ReadonlyMap<string, AtStop> => {
  const found = new Map<string, AtStop>()
  for (const planned of ground.visits) {
    const { stop } = planned
    const at = found.get(stop.id) ?? { stop, visits: [], lines: [] }
    at.visits.push(planned)
    found.set(stop.id, at)
  }
  for (const line of ground.plan.assignments)
    if (line.mode === 'vehicle') found.get(line.place)?.lines.push(line)
  return found
})

/** What visits hang on. */
export const visitsOf = ({ visits }: AtStop): readonly object[] =>
  visits.flatMap(({ tour, visit }) => [tour, visit])

/** Days of visits of a stop by service, ascending; the same object while the visits are the same. */
export function daysAt(ground: CheckGround, id: string): ReadonlyMap<string, readonly number[]> {
  const at = stopsVisited(ground).get(id)
  if (at === undefined) return never
  return recall(ground.memory, `days at ${id}`, visitsOf(at), () => {
    const days = new Map<string, Set<number>>()
    for (const { visit, tour } of at.visits)
      for (const service of visit.services)
        days.set(service, (days.get(service) ?? new Set<number>()).add(dayNumber(tour.date)))
    return new Map([...days].map(([service, set]) => [service, [...set].sort((x, y) => x - y)]))
  })
}

const never: ReadonlyMap<string, readonly number[]> = new Map()
