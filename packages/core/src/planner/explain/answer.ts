import type { Metric } from '../../catalogue/standard.ts'
import type { Change } from '../../plan/change.ts'
import type { Plan, ReachMode, Shortage } from '../../plan/plan.ts'
import type { PlanEdit } from '../../plan/plan-edit.ts'
import type {
  AmountUnit,
  Forbidden,
  ImpossibleBy,
  ProbeKind,
} from '../../words/explain/probe-words.ts'
import type { ChannelBound } from './channel-bound.ts'
import type { LevelDifference } from './level-differences.ts'

/** What a change costs more a year than the plan, by column; `value` is the one number to compare by. */
export interface Price {
  cashFen: number
  capitalFen: number
  staffHours: number
  value: number
}

/** What is changed, and how much. */
export interface ChangeMade {
  kind: ProbeKind
  amount: number
  unit: AmountUnit
  /** What it is made of, for the reader: ids of vehicles, sites, roads; the metric of a floor. */
  what: Readonly<Record<string, string | number>>
}

/** A change that serves the need: what to change in the county, then in the plan. Applied, it does what it says. */
export interface ProvedChange extends ChangeMade {
  /** A second change that it takes, where no single one serves. */
  and?: ChangeMade
  changes: readonly Change[]
  edits: readonly PlanEdit[]
  price: Price
  /** What it costs a year is not known, and not in the price. */
  unpriced?: true
}

export interface Missed {
  metric: Metric
  want: number
  have: number
}

/** Why a settlement does not get a service, and the smallest changes that would bring it, proved by a plan each. */
export interface WhyNotServed {
  settlement: string
  service: string
  people: number
  missing: readonly Missed[]
  reason: Shortage['reason']
  /** `impossible` only with a bound; `none-found` says no more than that. */
  verdict: 'change-found' | 'none-found' | 'impossible'
  bound?: ImpossibleBy
  /** Why each way cannot, with `bound`. */
  proof?: readonly ChannelBound[]
  /** Cheapest first; changes that ask for less stand last. */
  changes: readonly ProvedChange[]
  /** Kinds tried without success. */
  without: readonly ProbeKind[]
}

/** One way in which a cell could be served, chosen or not. */
export interface WayThere {
  mode: ReachMode
  /** Of a ride that is chosen its id, of one that is not the site it goes to. */
  place: string
  /** Of a ride a kind of vehicle, `hired` or `busLine`. */
  kind: string
  /** The site that a chosen ride goes to. */
  to?: string
  chosen: boolean
  /** One way; null where there is no way. */
  seconds: number | null
  /** Visits or calls in the horizon; null where open all year. */
  times: number | null
  /** Why it can't be; absent where it can. */
  forbidden?: Forbidden
  /**
   * Against the plan as it is, where it can be put in the place of what is chosen; `missed` are people more who miss a
   * floor anywhere, each settlement × service once.
   */
  instead?: Price & { missed: number; levels: readonly LevelDifference[] }
}

/** Why a settlement gets a service as it does. */
export interface WhyThis {
  settlement: string
  service: string
  people: number
  met: boolean
  /** Met by sites that are there anyway: nothing was decided. */
  decided: boolean
  ways: readonly WayThere[]
}

/** A plan after changes, with what it costs more. */
export interface Proof {
  plan: Plan
  price: Price
}
