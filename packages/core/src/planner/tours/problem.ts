import type { PlainDate } from '../../kernel/calendar.ts'
import type { Seconds } from '../../kernel/units.ts'
import type { Tour } from '../../plan/plan.ts'

/** Travel of one road state, dense over the problem's places: `places × places`, -1 is "no way". */
export interface TourTravel {
  seconds: Int32Array
  metres: Int32Array
}

export interface TourVehicle {
  id: string
  /** Index of its depot among the places. */
  depot: number
  /** Which stops it can serve: `TourStop.kind` equals this. */
  kind: string
  /** Index into `states[k].byProfile`. */
  profile: number
  shiftSeconds: Seconds
  earliest: Seconds
  driveLimitSeconds: Seconds
  costPerKmFen: number
  costPerDayFen: number
  /** Positions in `days` on which it may go out, ascending. */
  days: Int32Array
}

/** A stop that wants `visits` visits, evenly spread over the horizon. */
export interface TourStop {
  id: string
  place: number
  kind: string
  visits: number
  /** Longest allowed gap in days, counted round the horizon's end to its start. */
  maxGapDays: number
  serviceSeconds: Seconds
  services: readonly string[]
  personTimes: number
  /** People who lose a floor when it is left out; lower classes first. */
  people: number
  priority: number
  /** Positions in `days` that are forbidden (cut off, holiday of the place) or better avoided. */
  closedDays: ReadonlySet<number>
  avoidDays: ReadonlySet<number>
}

export interface TourProblem {
  /** Dates on which anyone may work, ascending. */
  days: readonly PlainDate[]
  horizonDays: number
  places: readonly string[]
  vehicles: readonly TourVehicle[]
  stops: readonly TourStop[]
  /** Road states; `stateOfDay[d]` names the state of `days[d]`. */
  states: readonly { byProfile: readonly TourTravel[] }[]
  stateOfDay: Int32Array
}

export interface TourSolution {
  /** In order of date, vehicle. Times are real for the state of the day. */
  tours: Tour[]
  /** Visits that found no place, and what stood in the way. */
  unplaced: {
    stop: string
    visits: number
    reason: 'fleet' | 'calendar' | 'too-far' | 'unreachable'
  }[]
  /** Vehicle-days wanted beyond those there are, by vehicle kind. */
  daysShort: Readonly<Record<string, number>>
  iterations: number
}

/** The only way a clock reaches the search: asked once an iteration with the iterations done. */
export type Stop = (iterations: number) => boolean

export interface SolveToursOptions {
  seed: number
  stop: Stop
  onProgress?: (progress: { iterations: number; cost: number }) => void
}
export type SolveTours = (problem: TourProblem, options: SolveToursOptions) => TourSolution
