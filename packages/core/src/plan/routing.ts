import type { PlainDate } from '../kernel/calendar.ts'
import type { CustomerRules, FleetRules, TravelMatrix, Union } from './routing-rules.ts'

/**
 * A vehicle-routing instance: one shape for the families of the literature and for a county's tours. Periodic (days),
 * several depots, time windows, duration limits, prizes; what goes beyond the literature stands in `routing-rules.ts`.
 * Searches, checker, bounds and readers share these types and nothing else.
 * Numbers are in the units of the file; `convention` says how an arc is rounded.
 */

/**
 * How a Euclidean arc becomes a length, as distance and as travel time:
 * `float` unrounded · `round` to the nearest whole · `trunc10`, `trunc100` cut to one or two decimals ·
 * `exact1000` to the nearest thousandth.
 */
export type ArcConvention = 'float' | 'round' | 'trunc10' | 'trunc100' | 'exact1000'

/**
 * `hierarchical`: fewest vehicles first, then distance. `profit`: most prize, then distance.
 * `levels`: what is left out by priority class, then cost, then the longest day, then changes against the published
 * tours, then wishes for days (docs/methods/tours.md).
 */
export type RoutingObjective = 'distance' | 'hierarchical' | 'profit' | 'levels'

/** A place where vehicles start, end, reload or stay the night. */
export interface RoutingDepot {
  /** As the file numbers it. */
  id: number
  x: number
  y: number
  /** Vehicles leave at `open` at the earliest and are back by `close`. */
  open: number
  close: number
}

/** Vehicles of one depot that are alike, on the days on which they may go out. A vehicle makes at most one route a day. */
export interface RoutingFleet {
  /** Counted from 1, ascending. A vehicle stands in several fleets where its days differ. */
  days: readonly number[]
  /** Index into `depots`. */
  depot: number
  /** The numbers of its vehicles, as the file counts them; a vehicle is known by depot and number. */
  vehicles: readonly number[]
  capacity: number
  /** Longest time out a day, waiting included; Infinity where there is no limit. */
  maxDuration: number
  rules?: FleetRules
}

export interface RoutingCustomer {
  /** As the file numbers it. */
  id: number
  x: number
  y: number
  /** Per visit. */
  service: number
  /** Brought from the depot, per visit. */
  demand: number
  /** Service starts in [open, close]. */
  open: number
  close: number
  /** Allowed sets of days: day k of t is the bit 2^(t-k). Unused where `rules.spacing` stands. */
  patterns: readonly number[]
  prize: number
  /** Whether it may be left out. */
  optional: boolean
  rules?: CustomerRules
}

export interface RoutingInstance {
  name: string
  days: number
  objective: RoutingObjective
  convention: ArcConvention
  depots: readonly RoutingDepot[]
  fleets: readonly RoutingFleet[]
  customers: readonly RoutingCustomer[]
  /** Where present, arcs come from here and coordinates are for drawing: depots first, then customers. */
  matrix?: readonly (readonly number[])[]
  /** Travel times, where they differ from `matrix`. */
  durations?: readonly (readonly number[])[]
  /** Travel by road state and kind of vehicle, in place of `matrix` and `durations`; fleets choose by `rules.travel`. */
  travel?: readonly TravelMatrix[]
  /** The date of each day, ascending; gaps are counted in calendar days. Without it day k is calendar day k. */
  dates?: readonly PlainDate[]
  /** Calendar days from the first day of this period to the first of the next; default: to the last day and one. */
  periodDays?: number
  /** Spacing over several customers together: the bundles of one place. */
  unions?: readonly Union[]
}

export interface RoutingRoute {
  day: number
  vehicle: number
  /** Counted from 1 in the order of the file: the vehicle's own depot, also on days that start or end elsewhere. */
  depot: number
  stops: readonly number[]
  /** Clock and nights; required where any rule of `routing-rules.ts` bears on clock or place, else absent. */
  run?: RouteRun
}

/** How a route runs. Times are clock times of its day. */
export interface RouteRun {
  depart: number
  finish: number
  /** For each stop: arrival, start of service, leaving (end of service or later). */
  times: readonly (readonly [arrive: number, start: number, leave: number])[]
  /**
   * Index into `depots` where it starts and ends, where that is not the vehicle's own depot or the fleet's `endDepot`;
   * `null`: it ends at its last stop.
   */
  startsAt?: number
  endsAt?: number | null
  pauses?: readonly RoutePause[]
}

/** A break, a rest of the driver or a reload, on the way to the stop of index `before` (= number of stops: before the end). */
export interface RoutePause {
  kind: 'break' | 'rest' | 'reload'
  before: number
  start: number
  end: number
  /** A break's index in the fleet's `breaks`. */
  index?: number
  /** Index into `depots` where it reloads. */
  depot?: number
}

export interface RoutingSolution {
  routes: readonly RoutingRoute[]
  unserved: readonly number[]
}
