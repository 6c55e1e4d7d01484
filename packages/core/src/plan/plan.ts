import { z } from 'zod'
import { ChannelMode, FacilityKind, VehicleKind } from '../catalogue/service.ts'
import { Metric } from '../catalogue/standard.ts'
import { DateRange, PlainDate } from '../kernel/calendar.ts'

/** What becomes of a building. `keep` is written down too: a plan says all it knows. */
export const SiteDecision = z.object({
  facility: z.string(),
  action: z.enum(['keep', 'convert', 'build', 'close']),
  toKind: FacilityKind,
  services: z.array(z.string()),
  /** Cash a year it adds (negative: frees) against today, and capital with the fund it comes from. */
  yearCostFen: z.number().int(),
  capitalFen: z.number().int().min(0),
  fund: z.string().nullable(),
  staffHoursYear: z.number(),
})
export type SiteDecision = z.infer<typeof SiteDecision>

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

/** How one settlement is reached by one service. Several lines when channels add up. */
export const Assignment = z.object({
  settlement: z.string(),
  service: z.string(),
  mode: ChannelMode,
  /** Facility id, or stop id for a vehicle. */
  place: z.string(),
  people: z.number().min(0),
  /** One way, median. */
  seconds: z.number().int().min(0),
  /** Opportunities a person has in the horizon; null where the site is open all year. */
  opportunities: z.number().int().nullable(),
  longestGapDays: z.number().int().nullable(),
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
    'cost',
    'worstDecile',
    'longestShift',
    'changes',
  ]),
  value: z.number(),
  unit: z.string(),
  bound: z.number().nullable(),
  epsilon: z.number(),
})
export type LevelValue = z.infer<typeof LevelValue>

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
  }),
  sites: z.array(SiteDecision),
  stops: z.array(Stop),
  tours: z.array(Tour),
  assignments: z.array(Assignment),
  shortages: z.array(Shortage),
  fleet: z.array(FleetUse),
  costs: z.object({ today: Costs, plan: Costs }),
  levels: z.array(LevelValue),
  /** Assumed or defaulted values the plan leans on. */
  assumed: z.array(z.object({ what: z.string(), value: z.union([z.number(), z.string()]) })),
})
export type Plan = z.infer<typeof Plan>
