import { z } from 'zod'
import { ChannelMode, Domain, FacilityKind, VehicleKind } from '../catalogue/service.ts'
import { Metric } from '../catalogue/standard.ts'
import { DateRange, PlainDate } from '../kernel/calendar.ts'
import { PostKind } from '../resources/staff.ts'
import { EqualCoverage } from './equal-coverage.ts'
import { ExpertWork } from './expert-work.ts'
import { PlanOrigin } from './plan-edit.ts'

/**
 * Who gives the hours of a converted or built site that has no staff of its own: posts filled anew within those
 * authorised, or staff of another building, whose hours are spent there no more.
 */
export const SiteStaff = z.discriminatedUnion('by', [
  z.object({ by: z.literal('posts'), post: PostKind, posts: z.number().int().min(1) }),
  z.object({ by: z.literal('moved'), post: PostKind, from: z.string() }),
])
export type SiteStaff = z.infer<typeof SiteStaff>

/** What becomes of a building. `keep` is written down too: a plan says all it knows; `upgrade` is of an open one. */
export const SiteDecision = z.object({
  facility: z.string(),
  action: z.enum(['keep', 'upgrade', 'convert', 'build', 'close']),
  toKind: FacilityKind,
  services: z.array(z.string()),
  /** Cash a year it adds (negative: frees) against today, and capital with the fund it comes from. */
  yearCostFen: z.number().int(),
  capitalFen: z.number().int().min(0),
  fund: z.string().nullable(),
  staffHoursYear: z.number(),
  /** None where the county does not state the posts it takes, or the site has staff already. */
  staff: SiteStaff.optional(),
})
export type SiteDecision = z.infer<typeof SiteDecision>

/** Whether the building is made into what it then is by one of its conversions. */
export const isMade = ({ action }: Pick<SiteDecision, 'action'>): boolean =>
  action === 'upgrade' || action === 'convert' || action === 'build'

/** Where a vehicle stands, and who walks there. */
export const Stop = z.object({
  id: z.string(),
  settlement: z.string(),
  kind: VehicleKind,
  serves: z.array(z.object({ settlement: z.string(), walkSeconds: z.number().int().min(0) })),
})
export type Stop = z.infer<typeof Stop>

/** One crew at one stop on one date. Seconds after midnight. */
export const Visit = z.object({
  id: z.string(),
  stop: z.string(),
  arrive: z.number().int(),
  leave: z.number().int(),
  services: z.array(z.string()),
  /** Person-times expected at this visit. */
  personTimes: z.number().min(0),
})
export type Visit = z.infer<typeof Visit>

/** One vehicle's day out (one trip). */
export const Tour = z.object({
  id: z.string(),
  vehicle: z.string(),
  date: PlainDate,
  depart: z.number().int(),
  finish: z.number().int(),
  metres: z.number().int().min(0),
  driveSeconds: z.number().int().min(0),
  visits: z.array(Visit).min(1),
})
export type Tour = z.infer<typeof Tour>

/** Where a ride picks people up, and when: leaves there on the way out, is back there on the way home. */
export const RidePickup = z.object({
  settlement: z.string(),
  depart: z.number().int(),
  home: z.number().int(),
  riders: z
    .array(z.object({ settlement: z.string(), walkSeconds: z.number().int().min(0) }))
    .min(1),
})
export type RidePickup = z.infer<typeof RidePickup>

/**
 * People brought to a site and home again, the same run on all its dates (docs/methods/rides.md). Seconds after
 * midnight; metres and driving of one date, depot to depot, or pick-up to pick-up where hired.
 */
export const Ride = z.object({
  id: z.string(),
  site: z.string(),
  by: z.enum(['vehicle', 'hired', 'bus']),
  /** Vehicle id; null where hired or by bus. */
  vehicle: z.string().nullable(),
  /** Bus line there and bus line back; empty otherwise. */
  lines: z.array(z.string()),
  dates: z.array(PlainDate).min(1),
  /** In the order of picking up. */
  pickups: z.array(RidePickup).min(1),
  services: z.array(z.string()).min(1),
  depart: z.number().int(),
  arrive: z.number().int(),
  leave: z.number().int(),
  finish: z.number().int(),
  metres: z.number().int().min(0),
  driveSeconds: z.number().int().min(0),
  /** Null on a bus line: not known. */
  seats: z.number().int().min(0).nullable(),
  /** People expected on one date. */
  people: z.number().min(0),
})
export type Ride = z.infer<typeof Ride>

/** How a person is reached: a channel of the service, or a ride to its site. */
export const ReachMode = z.enum([...ChannelMode.options, 'ride'])
export type ReachMode = z.infer<typeof ReachMode>

/** How one settlement is reached by one service. Several lines when channels add up. */
export const Assignment = z.object({
  settlement: z.string(),
  service: z.string(),
  mode: ReachMode,
  /** Facility id; stop id for a vehicle, ride id for a ride. */
  place: z.string(),
  people: z.number().min(0),
  /** One way, median; of a ride door to door, the longer way. */
  seconds: z.number().int().min(0),
  /** Opportunities a person has in the horizon; null where the site is open all year. */
  opportunities: z.number().int().nullable(),
  longestGapDays: z.number().int().nullable(),
  /** These people are not steered: they chose the site themselves. */
  chosen: z.boolean().optional(),
})
export type Assignment = z.infer<typeof Assignment>

/** A floor that the plan does not meet, said aloud. */
export const Shortage = z.object({
  settlement: z.string(),
  service: z.string(),
  people: z.number().min(0),
  metric: Metric,
  want: z.number(),
  have: z.number(),
  /** `unreachable` is proven: no way by any road or on foot. */
  reason: z.enum(['unreachable', 'no-channel', 'fleet', 'staff', 'budget', 'too-far', 'calendar']),
})
export type Shortage = z.infer<typeof Shortage>

/** Three columns that are never added: cash, capital by fund, staff hours. A year's figures. */
export const Costs = z.object({
  /** Cash that can be avoided: kilometres, days out, running of sites and vehicles. */
  cashFen: z.number().int(),
  capitalFen: z.record(z.string(), z.number().int()),
  staffHours: z.number(),
})
export type Costs = z.infer<typeof Costs>

/** Vehicle-days wanted and there, by kind, over the horizon. `short` > 0 is a shortage stated as a number. */
export const FleetUse = z.object({
  kind: VehicleKind,
  vehicles: z.number().int(),
  daysAvailable: z.number().int(),
  daysUsed: z.number().int(),
  daysShort: z.number().int().min(0),
})
export type FleetUse = z.infer<typeof FleetUse>

/** One level of the objective: frozen at `value` × (1 + epsilon) before the next is solved. */
export const LevelValue = z.object({
  level: z.enum([
    'unreachable',
    'floorsMissed',
    'needMet',
    'needServed',
    'cost',
    'worstDecile',
    'longestShift',
    'changes',
  ]),
  value: z.number(),
  unit: z.string(),
  bound: z.number().nullable(),
  epsilon: z.number(),
  /** Of `floorsMissed`, by priority class (docs/methods/joint-plan.md): people weighted as plans are compared by. */
  byClass: z
    .array(z.object({ class: z.number(), mostAtOneSettlement: z.number(), people: z.number() }))
    .optional(),
  /**
   * What holding this level costs: fen a year to compare by, more than without it. `evaluated` against the cheaper plan
   * that was made and measured, `estimate` by the choice's own model.
   */
  price: z.object({ fen: z.number(), by: z.enum(['evaluated', 'estimate']) }).optional(),
})
export type LevelValue = z.infer<typeof LevelValue>

/**
 * What a department bears of the joint visits, calls, rides and new sites of a plan, and what it would pay by itself for
 * its part of just these; fen a year to compare by. The shares add up to the whole.
 */
export const DepartmentShare = z.object({
  domain: Domain,
  fen: z.number().int(),
  alone: z.number().int(),
})
export type DepartmentShare = z.infer<typeof DepartmentShare>

export const Mode = z.enum(['least-cost', 'most-need'])
export type Mode = z.infer<typeof Mode>

/** A plan: decisions, with what is needed to make the same plan again. Rows are in a fixed order. */
export const Plan = z.object({
  format: z.literal(1),
  county: z.string(),
  mode: Mode,
  horizon: DateRange,
  season: z.string(),
  /** Replay: same data, seed, iterations and workers give the same bytes. */
  made: z.object({
    engine: z.string(),
    dataHash: z.string(),
    seed: z.number().int(),
    iterations: z.number().int(),
    workers: z.number().int(),
    /** False after a wall-clock budget: then `iterations` replays it. */
    reproducible: z.boolean(),
    /** The scenario whose county it plans, and the year whose population; none for the county as it is. */
    scenario: z.string().optional(),
    year: z.number().int().optional(),
  }),
  sites: z.array(SiteDecision),
  stops: z.array(Stop),
  tours: z.array(Tour),
  /** Plans written before there were rides have none. */
  rides: z.array(Ride).default([]),
  assignments: z.array(Assignment),
  shortages: z.array(Shortage),
  fleet: z.array(FleetUse),
  costs: z.object({ today: Costs, plan: Costs }),
  levels: z.array(LevelValue),
  departments: z.array(DepartmentShare).optional(),
  /** Assumed or defaulted values the plan leans on. */
  assumed: z.array(z.object({ what: z.string(), value: z.union([z.number(), z.string()]) })),
  /** What people call it, where several plans stand side by side. */
  name: z.string().optional(),
  /** Expert days and later readings; none where nobody has a skill that a service asks for. */
  experts: ExpertWork.optional(),
  /** Beside today, all-fixed and all-mobile at equal coverage, where that was worked out. */
  equalCoverage: EqualCoverage.optional(),
  /** Ids of visits that are neither moved nor dropped. */
  locked: z.array(z.string()).optional(),
  /** Where it was edited by hand: the plan before and the edits. */
  origin: PlanOrigin.optional(),
})
export type Plan = z.infer<typeof Plan>
