import type { ChannelMode } from '../catalogue/service.ts'
import type { PlainDate } from '../kernel/calendar.ts'

/** A chance to be served: one service given through one channel at one place. */
export interface Offer {
  service: string
  mode: ChannelMode
  /** Facility id for fixed, doorstep, remote and agent; settlement id of the stop for a vehicle. */
  place: string
  /** Vehicle kind or facility kind. */
  kind: string
  /** Dates of visits within the horizon, ascending; null where it is open all year. */
  dates: readonly PlainDate[] | null
  /** Services it can give in a year, in person-times; null where unknown. */
  capacityYear: number | null
}

/** All offers there are: of today (`supplyToday`) or of a plan (`supplyOfPlan`). */
export interface Supply {
  offers: readonly Offer[]
}
