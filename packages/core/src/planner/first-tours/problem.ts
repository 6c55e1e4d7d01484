import type { PlainDate } from '../../kernel/calendar.ts'
import type { Seconds } from '../../kernel/units.ts'
import type { Tour } from '../../plan/plan.ts'

/**
 * Travel of one road state, dense over the problem's places: `places × places`, row = from, -1 is
 * "no way". Use the times that shifts must hold for (P90 if the county has them).
 */
export interface TourTravel {
  seconds: Int32Array
  metres: Int32Array
}

export interface TourVehicle {
  /** Unique over all vehicles; part of the tour ids. */
  id: string
  /** Index of its depot among the places. */
  depot: number
  /** Which stops it can serve: `TourStop.kind` equals this. Kinds are planned apart. */
  kind: string
  /** Index into `states[k].byProfile`. */
  profile: number
  /** Depot to depot, driving and service. */
  shiftSeconds: Seconds
  /** It leaves its depot at this second of the day. */
  earliest: Seconds
  driveLimitSeconds: Seconds
  costPerKmFen: number
  costPerDayFen: number
  /**
   * Positions in `days` on which it may go out, ascending. Leave out inspections, leave and days
   * that another task takes. One tour a day.
   */
  days: Int32Array
}

/** A stop that wants `visits` visits, evenly spread over the horizon. */
export interface TourStop {
  /** Unique over all stops. A place that wants two kinds of vehicle is two stops. */
  id: string
  place: number
  kind: string
  /** In the horizon; a whole number. Stops with 0 are ignored. */
  visits: number
  /** Longest allowed gap in days, counted round the horizon's end to its start. */
  maxGapDays: number
  /** Set-up included. A stop of 20 minutes or more rests the driver. */
  serviceSeconds: Seconds
  services: readonly string[]
  personTimes: number
  /** People who lose a floor when it is left out. Where days are short, more people go first. */
  people: number
  /** Priority class; lower goes first, before any number of people of a higher class. */
  priority: number
  /**
   * Positions in `days` on which it must not be visited: holidays of the place, closed hall. Days
   * whose road state cuts it off need not be listed: the travel of the state says so.
   */
  closedDays: ReadonlySet<number>
  /** Positions in `days` to avoid, such as market days: used only where the longest gap needs it. */
  avoidDays: ReadonlySet<number>
}

export interface TourProblem {
  /** Dates on which anyone may work, ascending: public holidays and weekends left out before. */
  days: readonly PlainDate[]
  /** Calendar days of the horizon, work or not; gaps are counted in them. */
  horizonDays: number
  /** Names of the rows and columns of the travel tables. */
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
  /**
   * Visits that found no place, and what stood in the way, in order of stop. Visits placed and
   * visits here add up to the visits wanted.
   *
   * - `fleet`: a further vehicle-day would have served it.
   * - `calendar`: no open day without a visit is left to it.
   * - `too-far`: a trip to it alone breaks the shift, the driving limit or the rest rule.
   * - `unreachable`: no way there or back for any vehicle of its kind in any road state.
   */
  unplaced: {
    stop: string
    visits: number
    reason: 'fleet' | 'calendar' | 'too-far' | 'unreachable'
  }[]
  /**
   * Vehicle-days wanted beyond those there are, for every kind that a stop wants; 0 where the fleet
   * suffices. Of a kind without any vehicle every visit counts as one day.
   */
  daysShort: Readonly<Record<string, number>>
  iterations: number
}

/** The only way a clock reaches the search: asked once an iteration with the iterations done. */
export type Stop = (iterations: number) => boolean

export interface SolveToursOptions {
  seed: number
  stop: Stop
  /** `cost` is that of the best templates in fen: days out and kilometres over the horizon. */
  onProgress?: (progress: { iterations: number; cost: number }) => void
}
export type SolveTours = (problem: TourProblem, options: SolveToursOptions) => TourSolution
