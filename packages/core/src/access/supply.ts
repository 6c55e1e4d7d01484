import type { FacilityKind } from '../catalogue/service.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { ReachMode } from '../plan/plan.ts'

/** A chance to be served: one service given through one channel at one place. */
export interface Offer {
  service: string
  mode: ReachMode
  /** Facility id for fixed, doorstep, remote, agent and the site of a ride; settlement id of the stop for a vehicle. */
  place: string
  /** Vehicle kind or facility kind. */
  kind: string
  /** Dates of visits within the horizon, ascending; null where it is open all year or dates are not set. */
  dates: readonly PlainDate[] | null
  /** Services it can give in a year, in person-times; null where unknown. */
  capacityYear: number | null
  /** Doorstep and rides: the one settlement that staff are sent to, or people are taken from. */
  settlement?: string
  /** Rides: door to door, the longer way. */
  seconds?: number
  /** Rides: the walk to the pick-up. */
  walkSeconds?: number
  /** Rides: it goes on every working day. */
  daily?: boolean
  /** Doorstep, where dates are not set: calls per person in the horizon, null for as often as wanted. */
  calls?: number | null
  /** Doorstep, where dates are not set: the longest gap promised. */
  longestGapDays?: number | null
}

/** A building in use, with what it is used as. */
export interface OpenSite {
  facility: string
  kind: FacilityKind
  division: string
}

/** All offers there are: of today (`supplyToday`) or of a plan (`supplyOfPlan`). */
export interface Supply {
  offers: readonly Offer[]
  sites: readonly OpenSite[]
}

const isStanding = ({ mode }: Offer): boolean =>
  mode === 'fixed' || mode === 'remote' || mode === 'agent'

/** Offers of buildings and stations. */
export const standingOffers = oncePer(({ offers }: Supply) => offers.filter(isStanding))

/** Offers of visits, calls and rides. */
export const movingOffers = oncePer(({ offers }: Supply) => offers.filter((o) => !isStanding(o)))
