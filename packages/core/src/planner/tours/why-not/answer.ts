import type { RoutingSolution } from '../../../plan/routing.ts'
import type { ChangeKind } from '../../../words/why-not/change-words.ts'
import type { RuleName } from '../rules/rule.ts'

/** A vehicle on a day: the day, the depot counted from 1, and the vehicle's number. */
export interface VehicleDay {
  day: number
  depot: number
  vehicle: number
}

/** A depot (counted from 1) or a customer (by id). */
export type PlaceName = { depot: number } | { customer: number }

/** A road that is opened: in which table of `travel`, and how long it is then. */
export interface OpenedRoad {
  table: number
  from: PlaceName
  to: PlaceName
  length: number
  time: number
}

/** Some vehicles of the instance: index into `fleets`, and their name for readers. */
interface OfFleet {
  fleet: number
  name: string
}

type Nothing = Record<string, never>

/** What is changed, by kind. How much stands in `amount`, in the units of the instance. */
export interface ChangeFacts extends Record<ChangeKind, object> {
  'no-change': Nothing
  'longer-shift': Nothing
  'close-later': Nothing
  'open-earlier': Nothing
  'more-driving': Nothing
  'more-stops': Nothing
  'more-days-out': Nothing
  /** Counted from 0: `capacity` is dimension 0. */
  'more-capacity': { dimension: number }
  'window-later': Nothing
  'window-earlier': Nothing
  'shorter-service': Nothing
  'wider-spacing': Nothing
  /** The days that are allowed besides: one of them may take the place of another day. */
  'another-day': { days: readonly number[] }
  'any-vehicle': Nothing
  'any-weekday': Nothing
  'skill-given': OfFleet & { skills: readonly string[] }
  'another-vehicle': OfFleet & { depot: number; vehicle: number; days: readonly number[] }
  'another-vehicle-day': { on: readonly VehicleDay[] }
  /** Depots counted from 1. */
  'night-allowed': { at: readonly number[] }
  'road-opened': { roads: readonly OpenedRoad[] }
  /** Who is left out instead. */
  displaced: { customers: readonly number[] }
}

export interface Part<K extends ChangeKind> {
  kind: K
  amount?: number
  what: ChangeFacts[K]
}

/** One loosening of the instance, as data: `applyChange` makes it. */
export type ChangePart = { [K in ChangeKind]: Part<K> }[ChangeKind]

/** A change that serves the customer, with the routes that prove it. */
export type Change = ChangePart & {
  /** A second loosening that it needs, where no single one was found. */
  also?: ChangePart
  /** What the proof costs more than the routes as they are. */
  costDifference: number
  /** What the proof adds to each level (docs/methods/tours.md). */
  levels: readonly number[]
  /** Where the proof does what the instance as it is forbids. */
  usedOn: readonly VehicleDay[]
  proof: RoutingSolution
}

/** On how many vehicle-days a rule refuses a place for the customer, where no place is left. */
export interface RuleCount {
  rule: RuleName
  vehicleDays: number
}

/** What is asked about: who isn't served, or what a served customer would like better. */
export type Complaint = 'unserved' | 'unwished-day' | 'changed' | 'detour'

/** Why a customer is not served, or not better, and what would help. */
export interface WhyNot {
  /** Its id; one who sends to or receives from others stands for all of them. */
  customer: number
  complaint: Complaint
  /** Vehicle-days in all, and those on which a visit would fit as the routes stand (on their own not on days that go together). */
  vehicleDays: number
  room: number
  rules: readonly RuleCount[]
  /** Smallest first: what it loses elsewhere, then cost, then amount. */
  changes: readonly Change[]
  /**
   * `impossible` only with `proof`: rules that refuse every vehicle-day whatever else is in the plan; `none-found` says no more
   * than that.
   */
  verdict: 'change-found' | 'none-found' | 'impossible'
  proof?: readonly RuleCount[]
  /** Re-solves made; `stopped`: the time was over before all were tried. */
  tried: number
  stopped: boolean
}
