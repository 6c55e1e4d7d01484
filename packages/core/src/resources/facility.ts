import { z } from 'zod'
import { FacilityKind } from '../catalogue/service.ts'
import { PlainDate, Weekday } from '../kernel/calendar.ts'
import { Provenance } from '../kernel/provenance.ts'
import { LngLat } from '../territory/settlement.ts'
import { PostKind } from './staff.ts'

export const FacilityState = z.enum(['open', 'vacant', 'planned', 'closed'])
export type FacilityState = z.infer<typeof FacilityState>

/**
 * What it takes to turn a vacant or planned building into a site, or to upgrade an open one. Money in fen; running cost and
 * hours are those of a year afterwards, not what is added.
 */
export const Conversion = z.object({
  toKind: FacilityKind,
  /** Services that it then gives, with those an open building gives today; none named: all of its kind. */
  services: z.array(z.string()).optional(),
  /** Room afterwards, as in a facility; services not named keep theirs while the kind stays. */
  capacityYear: z.record(z.string(), z.number().min(0)).optional(),
  capitalFen: z.number().int().min(0),
  yearCostFen: z.number().int().min(0),
  /** Years over which capital is written off for comparison. */
  lifeYears: z.number().positive().default(20),
  staffHoursYear: z.number().min(0).default(0),
  /** Kind of post that gives these hours; by the kind of site where it is not said (`postOf`). */
  post: PostKind.optional(),
  fund: z.string().optional(),
})
export type Conversion = z.infer<typeof Conversion>

/** A building that offers services, or could. */
export const Facility = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  nameEn: z.string().optional(),
  kind: FacilityKind,
  state: FacilityState,
  division: z.string(),
  at: LngLat.nullable(),
  /** Service ids; empty means all that the catalogue gives to its kind. */
  services: z.array(z.string()).default([]),
  /** Services a person's visit-equivalents a year can be given, by service id; missing means from the channel. */
  capacityYear: z.record(z.string(), z.number().min(0)).default({}),
  beds: z.number().int().min(0).optional(),
  opening: z.array(z.object({ weekday: Weekday, from: z.string(), to: z.string() })).default([]),
  /** Cash that stops when the site closes, a year. */
  yearCostFen: z.number().int().min(0).default(0),
  staffHoursYear: z.number().min(0).default(0),
  conversions: z.array(Conversion).default([]),
  /** Reasons it may not be used: unsafe structure, no title, red line. Any makes it unusable. */
  unfit: z.array(z.string()).default([]),
  openedOn: PlainDate.optional(),
  provenance: Provenance,
})
export type Facility = z.infer<typeof Facility>
