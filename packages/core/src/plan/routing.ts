/**
 * A vehicle-routing instance as the literature knows it, one shape for all families: periodic (days), several depots,
 * time windows, duration limits, prizes. Searches, checker and readers share these types and nothing else.
 * Numbers are in the units of the file; `convention` says how an arc is rounded.
 */

/**
 * How a Euclidean arc becomes a length, as distance and as travel time:
 * `float` unrounded · `round` to the nearest whole · `trunc10`, `trunc100` cut to one or two decimals ·
 * `exact1000` to the nearest thousandth.
 */
export type ArcConvention = 'float' | 'round' | 'trunc10' | 'trunc100' | 'exact1000'

/** `hierarchical`: fewest vehicles first, then distance. `profit`: most prize, then distance. */
export type RoutingObjective = 'distance' | 'hierarchical' | 'profit'

export interface RoutingDepot {
  /** As the file numbers it. */
  id: number
  x: number
  y: number
  /** Vehicles leave at `open` at the earliest and are back by `close`. */
  open: number
  close: number
}

/** The vehicles of one depot on one day. */
export interface RoutingFleet {
  /** Counted from 1. */
  day: number
  /** Index into `depots`. */
  depot: number
  /** The numbers of its vehicles, as the file counts them; each makes at most one route a day. */
  vehicles: readonly number[]
  capacity: number
  /** Longest time out, waiting included; Infinity where there is no limit. */
  maxDuration: number
}

export interface RoutingCustomer {
  /** As the file numbers it. */
  id: number
  x: number
  y: number
  /** Per visit. */
  service: number
  demand: number
  /** Service starts in [open, close]. */
  open: number
  close: number
  /** Allowed sets of days: day k of t is the bit 2^(t-k). */
  patterns: readonly number[]
  prize: number
  /** Whether it may be left out. */
  optional: boolean
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
}

export interface RoutingRoute {
  day: number
  vehicle: number
  /** Counted from 1 in the order of the file. */
  depot: number
  stops: readonly number[]
}

export interface RoutingSolution {
  routes: readonly RoutingRoute[]
  unserved: readonly number[]
}
