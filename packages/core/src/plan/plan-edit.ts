import { z } from 'zod'
import { FacilityKind } from '../catalogue/service.ts'
import { PlainDate } from '../kernel/calendar.ts'

const Id = z.string().min(1)

/** A stop that the plan does not have yet: where, who is served there, and the share of them where stops are split. */
export const NewStop = z.strictObject({
  settlement: Id,
  serves: z.array(z.strictObject({ settlement: Id, service: Id })).min(1),
  share: z.number().gt(0).max(1).optional(),
})
export type NewStop = z.infer<typeof NewStop>

/** What people ride by: a hired bus, a vehicle of the county, or one bus line there and one home, as they run. */
export const RideBy = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('hired') }),
  z.strictObject({ by: z.literal('vehicle'), vehicle: Id }),
  z.strictObject({ by: z.literal('bus'), lines: z.array(Id).length(2) }),
])
export type RideBy = z.infer<typeof RideBy>

/** A ride that the plan does not have yet. */
export const NewRide = z.strictObject({ site: Id, by: RideBy, dates: z.array(PlainDate).min(1) })
export type NewRide = z.infer<typeof NewRide>

/** Seats for people on one ride. */
export const RideSeat = z.strictObject({
  ride: Id,
  /** The settlement where they get on and off. */
  pickup: Id,
  /** Place among the pick-ups, from 0, where it does not stop there yet; without it, where the run grows least. */
  at: z.number().int().min(0).optional(),
  /** Of the settlement's people; all without it. */
  share: z.number().gt(0).max(1).optional(),
  newRide: NewRide.optional(),
})
export type RideSeat = z.infer<typeof RideSeat>

/** One edit of a plan by hand. Ids are those of the plan; positions count visits of a tour from 0. */
export const PlanEdit = z.discriminatedUnion('do', [
  /** To another day, vehicle or place in a tour; without `vehicle` the same one, without `at` where it costs least time. */
  z.strictObject({
    do: z.literal('move-visit'),
    visit: Id,
    date: PlainDate,
    vehicle: Id.optional(),
    at: z.number().int().min(0).optional(),
  }),
  z.strictObject({ do: z.literal('drop-visit'), visit: Id }),
  /** A further visit of a stop; `newStop` where the plan has no stop of that id. Services are those of the stop. */
  z.strictObject({
    do: z.literal('add-visit'),
    stop: Id,
    newStop: NewStop.optional(),
    date: PlainDate,
    vehicle: Id,
    at: z.number().int().min(0).optional(),
    /** The visit's id; made from the tour's where it is left out. */
    visit: Id.optional(),
  }),
  /** A locked visit is neither moved nor dropped, by hand or by a re-plan. */
  z.strictObject({ do: z.literal('lock'), visit: Id }),
  z.strictObject({ do: z.literal('unlock'), visit: Id }),
  /** A vacant or planned building is used as `toKind` (the only use it has, if left out), or an open one upgraded; one that was closed stays open. */
  z.strictObject({
    do: z.literal('open-site'),
    facility: Id,
    toKind: FacilityKind.optional(),
  }),
  /** An open building is closed; one that was to be upgraded, converted or built is left as it is. */
  z.strictObject({ do: z.literal('close-site'), facility: Id }),
  /** How one settlement is served for one service from now on. */
  z.strictObject({
    do: z.literal('change-mode'),
    settlement: Id,
    service: Id,
    to: z.discriminatedUnion('mode', [
      /** By whatever sites are open. */
      z.strictObject({ mode: z.literal('fixed') }),
      /** At stops that the plan has: their visits give the service too. */
      z.strictObject({ mode: z.literal('vehicle'), stops: z.array(Id).min(1) }),
      /** By staff sent from a facility, `calls` times in the horizon. */
      z.strictObject({
        mode: z.literal('doorstep'),
        facility: Id,
        calls: z.number().int().min(1),
      }),
      /** Over the line, or through an agent, from a building that is in use for it. */
      z.strictObject({ mode: z.literal('remote'), site: Id }),
      z.strictObject({ mode: z.literal('agent'), site: Id }),
      /** Brought to a site by runs of their own, spread evenly over the days on which these may go. */
      z.strictObject({
        mode: z.literal('ride'),
        site: Id,
        pickup: Id,
        by: RideBy,
        visits: z.number().int().min(1).max(366),
      }),
      /** On rides that the plan has. */
      z.strictObject({ mode: z.literal('board'), rides: z.array(RideSeat).min(1) }),
    ]),
  }),
  /** As many visits of a stop as asked: further ones in the widest gaps, or every so-manieth left out. */
  z.strictObject({
    do: z.literal('change-frequency'),
    stop: Id,
    visits: z.number().int().min(1).max(366),
  }),
])
export type PlanEdit = z.infer<typeof PlanEdit>
export type PlanEditKind = PlanEdit['do']
export type PlanEditOf<K extends PlanEditKind> = Extract<PlanEdit, { do: K }>

/** Where an edited plan comes from: the plan before it by hash, and what was done; so edits can be undone one by one. */
export const PlanOrigin = z.strictObject({
  /** Hash of the plan that was edited. */
  parent: Id,
  parentName: z.string().optional(),
  edits: z.array(PlanEdit),
  /** The edits that bring the parent back. */
  undo: z.array(PlanEdit),
})
export type PlanOrigin = z.infer<typeof PlanOrigin>
