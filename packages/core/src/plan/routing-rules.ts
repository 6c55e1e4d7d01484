/**
 * What a routing instance may ask beyond the literature's families. All of it is optional; what is left out doesn't bind.
 * Each rule has one meaning, kept by the search (`planner/tours/rules`) and by the checker (`check`), each on its own:
 * docs/methods/tours.md.
 */

/** Lengths and times between places, depots first, then customers; -1 where there is no way for this vehicle in this state. */
export interface TravelMatrix {
  lengths: readonly (readonly number[])[]
  times: readonly (readonly number[])[]
}

export interface TimeWindow {
  open: number
  close: number
}

export interface FleetRules {
  /** For people who read the routes. */
  name?: string
  /** Index into `depots` of the place where it ends; `null`: at its last customer. Default: its own depot. */
  endDepot?: number | null
  /** It leaves at `open` at the earliest and is back by `close`, within its depot's hours. */
  open?: number
  close?: number
  /** Second to fourth dimension of load. */
  otherCapacities?: readonly number[]
  /** Skills of its crew, its kit and licences: every one that a customer asks for must be among them. */
  skills?: readonly string[]
  /** Longest time at the wheel a day. */
  maxDriving?: number
  /** Index into `travel`, one for each of `days` or one for all. Default 0. */
  travel?: number | readonly number[]
  rest?: DriverRest
  breaks?: readonly CrewBreak[]
  /** Most customers a day. */
  maxStops?: number
  /** Most days out in the horizon, each vehicle. */
  maxDaysOut?: number
  reload?: Reload
  nights?: Nights
  /** Price of a day out, of a unit of length and of a unit of time out. Default 0, 1, 0. Counted by the objective `levels`. */
  costs?: { perDay: number; perLength: number; perTime: number }
}

/**
 * At most `after` at the wheel without a rest of `duration`. A stop, break or wait of that length is a rest; elsewhere one is
 * taken by the road where `onRoad`, else the way is refused.
 */
export interface DriverRest {
  after: number
  duration: number
  onRoad: boolean
}

/** A break that must start within one of its windows if the vehicle is out when the last one closes. */
export interface CrewBreak {
  windows: readonly TimeWindow[]
  duration: number
}

/** Going by a depot to load anew (and to unload what was picked up), at most `most` times a day. */
export interface Reload {
  /** Indices into `depots`. */
  at: readonly number[]
  duration: number
  most: number
}

/**
 * Nights away: on an evening it may end at a lodging place and start there on its next day, which must be the next of
 * the instance's days.
 */
export interface Nights {
  /** Indices into `depots`. */
  at: readonly number[]
  /** Per night, in the unit of cost. */
  cost: number
  mostInRow: number
  /** Days on whose evening it may stay away. Default: all of its days. */
  evenings?: readonly number[]
}

export interface CustomerRules {
  name?: string
  /** In place of open and close; those with `day` count on that day only. Days without any are closed. */
  windows?: readonly (TimeWindow & { day?: number })[]
  /** In place of patterns. */
  spacing?: Spacing
  /** Market days: visits wish to be on a day of `seekDays`, where there are any, and not on one of `avoidDays`. */
  seekDays?: readonly number[]
  avoidDays?: readonly number[]
  /**
   * Service by the gap in calendar days since the visit before: the last entry whose `gap` is not above it; `service` below the
   * first. Without a visit before, the gap is `maxGap`. Ascending in both.
   */
  serviceByGap?: readonly { gap: number; service: number }[]
  /**
   * Customers in a row on a route with the same `place` (and no way between) are one stop: the longest `setup` is taken once,
   * and stations (`station`) work side by side: the stop lasts as long as its longest station.
   */
  place?: string
  station?: string
  setup?: number
  /** Brought from the depot and taken back to it, second to fourth dimension of load. */
  otherDemands?: readonly number[]
  pickup?: number
  otherPickups?: readonly number[]
  /** Its `pickup` goes not to the depot but to the customer of this id, later on the same route (parcels, passengers). */
  deliverTo?: number
  skills?: readonly string[]
  /** All its visits by one vehicle; on one weekday. */
  sameVehicle?: boolean
  sameWeekday?: boolean
  /** Class of what is lost when it is left out: a lower one counts before any number of a higher. `prize` is how much. Default 0. */
  priority?: number
  /** Visits that must be: announced to the village. */
  locked?: readonly PlannedVisit[]
  /** Visits of the published tours; others than these are changes. */
  published?: readonly PlannedVisit[]
}

export interface PlannedVisit {
  day: number
  /** By depot index and number; absent: any. */
  vehicle?: { depot: number; number: number }
}

/** How often and how evenly, in calendar days between one visit and the next. */
export interface Spacing {
  visits: number
  minGap: number
  maxGap: number
  /** Calendar days from the last visit before the horizon to the first day: the first gap is counted from there. */
  lastBefore?: number
  /** Whether the gap from the last visit to the next period's first, as if this period repeated, is bound too. */
  wraps?: boolean
}

/** The visits of all these customers together, days counted once, keep this spacing. */
export interface Union {
  /** Ids. */
  customers: readonly number[]
  minGap: number
  maxGap: number
  wraps?: boolean
}
