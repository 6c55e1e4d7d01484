import { addDays, type DateRange, isWithin, type PlainDate } from '../kernel/calendar.ts'

/** A stretch of days on which the roads are in one state. */
export interface RoadState<Season> {
  range: DateRange
  season: Season | null
  /** Ways closed on these days, ids or names, in order. */
  closed: readonly string[]
}

/**
 * Cuts the horizon where a season or a closure begins or ends, and joins neighbouring days of equal state.
 * Of seasons that overlap the first listed holds. Days in the base state are left out.
 */
export function roadStates<Season extends { id: string; range: DateRange }>(
  horizon: DateRange,
  seasons: readonly Season[],
  closures: readonly { way: string; range: DateRange }[],
): RoadState<Season>[] {
  const cuts = new Set<PlainDate>([horizon.from])
  for (const { range } of [...seasons, ...closures])
    for (const day of [range.from, addDays(range.to, 1)]) if (isWithin(day, horizon)) cuts.add(day)
  const days = [...cuts].sort()
  const states: RoadState<Season>[] = []
  days.forEach((from, k) => {
    const next = days[k + 1]
    const range = { from, to: next === undefined ? horizon.to : addDays(next, -1) }
    const season = seasons.find((s) => isWithin(from, s.range)) ?? null
    const closed = [
      ...new Set(closures.filter((c) => isWithin(from, c.range)).map((c) => c.way)),
    ].sort()
    const last = states[states.length - 1]
    if (last && last.season === season && last.closed.join('\n') === closed.join('\n'))
      last.range = { from: last.range.from, to: range.to }
    else states.push({ range, season, closed })
  })
  return states.filter((state) => state.season !== null || state.closed.length > 0)
}
