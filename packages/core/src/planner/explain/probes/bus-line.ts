import type { Weekday } from '../../../kernel/calendar.ts'
import type { BusLine } from '../../../travel/bus-line.ts'
import { stayOf } from '../../rides/riders-of-cell.ts'
import type { Probe, Trial } from './probe.ts'
import { steps } from './probe.ts'
import { type Trip, tripOf } from './ride-trip.ts'

/** Days of the week in the order in which a line takes them up: spread over the working days first. */
const daysInTurn: readonly Weekday[] = [2, 4, 1, 3, 5, 6, 7]

/**
 * A bus along the road from the settlement's place to be picked up to the nearest site: there when it opens, home after
 * the stay. What running it costs is not known.
 */
export const busLine: Probe = {
  kind: 'bus-line',
  trials: (question): Trial[] => {
    const trip = tripOf(question)
    if (trip === null) return []
    const { pickup, site } = trip
    const stay = stayOf(question.cell, question.world.base.ground)
    return [
      {
        what: { pickup, site },
        unit: 'daysWeek',
        unpriced: true,
        amounts: steps(daysInTurn.length, 1),
        changes: (days) => linesOf(trip, stay, daysInTurn.slice(0, days)),
      },
    ]
  },
}

function linesOf({ pickup, site, seconds, window }: Trip, stay: number, days: readonly Weekday[]) {
  const arrive = Math.max(window.opens, seconds)
  const leave = arrive + stay
  const line = (id: string, from: string, to: string, start: number): BusLine => ({
    id: `bus-${pickup}-${site}-${id}`,
    stops: [
      { place: from, minute: start / 60 },
      { place: to, minute: (start + seconds) / 60 },
    ],
    days: [...days].sort((a, b) => a - b),
    fareFen: 0,
  })
  return [line('out', pickup, site, arrive - seconds), line('home', site, pickup, leave)].map(
    (made) => ({ do: 'add-bus-line' as const, line: made }),
  )
}
