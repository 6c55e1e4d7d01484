import type { Metric } from '../../catalogue/standard.ts'
import type { PlainDate } from '../../kernel/calendar.ts'
import type { Change } from '../../plan/change.ts'
import type { County } from '../../plan/county.ts'
import type { Costs, Plan } from '../../plan/plan.ts'
import type { YearTravel } from '../../travel/travel-table.ts'

/** What happened, and what of the published plan may be touched. */
export interface ReplanProblem {
  /** The county with the changes applied. */
  county: County
  /** Travel with the changes applied. Vehicle tables need no more places than stops and depots. */
  travel: YearTravel
  /** With ids in place of names (`resolveChanges`). */
  changes: readonly Change[]
  /** Days before it are over: nothing of them changes. */
  today: PlainDate
  /**
   * The first day on which visits may be moved or added. Before it only what has become impossible is dropped, or
   * handed to another vehicle on the same day.
   */
  frozenUntil: PlainDate
  /** Ids of visits, or of tours with all their visits, that stay as published to the second. */
  locks: readonly string[]
  /** A plan that held before, whose visits are wanted again where the present one has lost them. */
  earlier?: Plan
}

export interface ReplanOptions {
  seed: number
  /** Rounds of removing and putting back for each alternative: fixed, so that equal input gives equal answers. */
  iterations: number
  /** Asked once a round whether this share of the time is spent; a clock comes in by it alone. */
  stop: (share: number) => boolean
}

/** One visit as it stood or will stand. */
export interface VisitAt {
  date: PlainDate
  vehicle: string
  arrive: number
}

/** Why a visit could not stay as published. */
export type Cause =
  | 'no-road'
  | 'late'
  | 'vehicle-down'
  | 'crew-missing'
  | 'staff-hours'
  | 'called'
  | 'again'

/** One visit that differs from the published plan. `moved` with a cause is a make-up visit. */
export interface VisitDifference {
  what: 'moved' | 'other-vehicle' | 'retimed' | 'cancelled' | 'added'
  visit: string
  stop: string
  settlement: string
  services: readonly string[]
  personTimes: number
  before: VisitAt | null
  after: VisitAt | null
  /** Null where nothing stood in the way and it gave room or saved money. */
  cause: Cause | null
  /** The next visit to the stop after one that is cancelled; null where there is none. */
  next: PlainDate | null
}

/** A ride on one date, as it stood or will stand. */
export interface RideAt {
  date: PlainDate
  by: 'vehicle' | 'hired' | 'bus'
  vehicle: string | null
  /** At the site. */
  arrive: number
  /** Settlements in the order of picking up. */
  pickups: readonly string[]
}

/** A ride that goes otherwise on one date than published; the same in every alternative. */
export interface RideDifference {
  what: 'moved' | 'other-vehicle' | 'retimed' | 'cancelled'
  ride: string
  site: string
  services: readonly string[]
  /** Expected on the date, as published. */
  people: number
  before: RideAt
  after: RideAt | null
  /** Settlements that are not picked up any more. */
  leftOut: readonly string[]
  cause: 'no-road' | 'vehicle-down' | 'crew-missing'
}

/** People who miss a floor that the published plan kept, or miss it by more. */
export interface FloorLost {
  settlement: string
  service: string
  metric: Metric
  people: number
  want: number
  have: number
  /** What the published plan gave; null where that met the floor. */
  had: number | null
  /** The longest time without a visit, from the one before to the one after; null without any visit. */
  without: { from: PlainDate; to: PlainDate; days: number } | null
}

export type AlternativeKind = 'provisional' | 'fewest' | 'cheapest' | 'floors'

/** One answer: a whole plan, and how it differs from the published one. */
export interface Alternative {
  kind: AlternativeKind
  plan: Plan
  differences: readonly VisitDifference[]
  rides: readonly RideDifference[]
  lost: readonly FloorLost[]
  counts: Readonly<Record<VisitDifference['what'], number>>
  /** People × services of `lost`, each pair once. */
  peopleLosing: number
  /** People × services that missed a floor and no longer do. */
  peopleGaining: number
  /** After less before, a year's figures in the three columns. */
  costDifference: Costs
}

/** A tour that cannot be driven as published. */
export interface TouchedTour {
  tour: string
  vehicle: string
  date: PlainDate
  cause: Cause | 'other-way'
  /** Visits that cannot be made by it. */
  dropped: readonly string[]
}

/** The answer to a change: what is touched, what to do at once, and three ways to go on. */
export interface Replan {
  touched: readonly TouchedTour[]
  provisional: Alternative
  menu: readonly Alternative[]
  iterations: number
}
