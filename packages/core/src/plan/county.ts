import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { AdoptedStandard } from '../catalogue/standard.ts'
import { DateRange, daysBetween, PlainDate, Weekday } from '../kernel/calendar.ts'
import { Facility } from '../resources/facility.ts'
import { Fund } from '../resources/fund.ts'
import { AuthorisedPosts } from '../resources/posts.ts'
import { StaffMember } from '../resources/staff.ts'
import { Vehicle } from '../resources/vehicle.ts'
import { DevelopmentAxis } from '../territory/development-axis.ts'
import { Division, DivisionCode } from '../territory/division.ts'
import { OwnRates } from '../territory/projection-rates.ts'
import { RemoteDefinition } from '../territory/remote-definition.ts'
import type { MinuteTable, RoadNetwork } from '../territory/roads.ts'
import { LngLat, Settlement } from '../territory/settlement.ts'
import type { Terrain } from '../territory/terrain.ts'
import { BusLine } from '../travel/bus-line.ts'
import { Baseline } from './baseline.ts'

/** A season with its effect on roads: closures by way id or name, a factor on road times. */
export const Season = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  range: DateRange,
  /** Multiplies road seconds (1 = dry summer road). */
  timeFactor: z.number().min(1).default(1),
  /** Above this height, metres, roads take `timeFactor` too; null for everywhere. */
  aboveM: z.number().nullable().default(null),
})
export type Season = z.infer<typeof Season>

export const Closure = z.object({ way: z.string(), range: DateRange, reason: z.string() })
export type Closure = z.infer<typeof Closure>

/** Land on which nothing new may be built (生态保护红线 and the like): a polygon, or all of a division. */
export const RedLine = z.object({
  name: z.string().min(1),
  polygon: z.array(LngLat).min(3).optional(),
  division: DivisionCode.optional(),
  what: z.enum(['sites', 'roads', 'all']),
})
export type RedLine = z.infer<typeof RedLine>

/** Market days by rule: lunar or solar day tails (3 → 3rd, 13th, 23rd), or a weekday. */
export const MarketRule = z.object({
  settlement: z.string(),
  by: z.enum(['lunarTail', 'solarTail', 'weekday']),
  values: z.array(z.number().int()).min(1),
})
export type MarketRule = z.infer<typeof MarketRule>

/** A recorded decision that a service which is not basic may be paid for as if it were (A48). */
export const RecordedException = z.object({
  service: z.string().min(1),
  reason: z.string().min(1),
  /** Number of the decision (文号). */
  decision: z.string().min(1),
})
export type RecordedException = z.infer<typeof RecordedException>

/** `county.yaml` without the tables. Money in fen. */
export const CountySettings = z.object({
  /** Version of the folder format; see docs/county-folder.md. */
  format: z.literal(1),
  code: DivisionCode,
  name: z.string(),
  nameEn: z.string(),
  /** Hours ahead of UTC; no daylight saving. */
  utcOffset: z.number().default(8),
  coordinates: z.enum(['WGS-84', 'CGCS2000', 'GCJ-02', 'BD-09']),
  /** The day from which things are counted, and the days a plan covers. */
  asOf: PlainDate,
  horizon: DateRange,
  /** The point taken as the county seat; null where none is given. */
  seat: LngLat.nullable().default(null),
  workdays: z.array(Weekday).default([1, 2, 3, 4, 5]),
  /** Days off and make-up workdays as announced; from the holiday table when empty. */
  holidays: z.array(PlainDate).default([]),
  makeUpWorkdays: z.array(PlainDate).default([]),
  seasons: z.array(Season).default([]),
  closures: z.array(Closure).default([]),
  markets: z.array(MarketRule).default([]),
  redLines: z.array(RedLine).optional(),
  axis: DevelopmentAxis.optional(),
  /** `township` keeps sites, stops and vehicles to their own township. */
  withinBorders: z.enum(['township', 'none']).optional(),
  remote: RemoteDefinition,
  /** Yearly running budget and capital budget; null where not stated. */
  budgetFen: z.number().int().nullable().default(null),
  capitalBudgetFen: z.number().int().nullable().default(null),
  /** Authorised posts by kind; not limited where not stated. */
  posts: AuthorisedPosts.optional(),
  /** Services that go with the basic ones though they are not, by a decision on record. */
  exceptions: z.array(RecordedException).optional(),
  prices: z.object({
    fuelPerKmFen: z.number().int().min(0),
    staffHourFen: z.number().int().min(0),
    residentHourFen: z.number().int().min(0),
    busPerKmFen: z.number().int().min(0),
  }),
  /** Age from which a village doctor counts as ageing. */
  doctorAgeLimit: z.number().int().default(65),
  /** Weight ≥ 1 on remote people when resources are shared out. */
  remoteWeight: z.number().min(1).default(1),
  /** Shares and rates assumed for want of data, each marked in reports. */
  assumptions: z.record(z.string(), z.number()).default({}),
  /** Rates of births, deaths and moves of the county's own, for population of later years. */
  projection: OwnRates.optional(),
  /** Services in scope; empty means every service with a floor of place. */
  services: z.array(z.string()).default([]),
})
export type CountySettings = z.infer<typeof CountySettings>

/** Everything a measurement and a plan are made from, roads and terrain apart (they are big and binary). */
export const County = z.object({
  settings: CountySettings,
  divisions: z.array(Division),
  settlements: z.array(Settlement),
  facilities: z.array(Facility),
  vehicles: z.array(Vehicle),
  staff: z.array(StaffMember),
  funds: z.array(Fund),
  buses: z.array(BusLine).default([]),
  standards: z.array(AdoptedStandard),
  baseline: Baseline,
})
export type County = z.infer<typeof County>

/** Days of the horizon, both ends included. */
export const horizonDaysOf = ({ settings }: Pick<County, 'settings'>): number =>
  daysBetween(settings.horizon.from, settings.horizon.to) + 1

/** A county as read from its folder: the model, its catalogue, and the big binary parts. */
export interface CountyInput {
  county: County
  catalogue: Catalogue
  roads: RoadNetwork | null
  terrain: Terrain
  /** Used where there are no roads to route on. */
  minutes: MinuteTable | null
}
