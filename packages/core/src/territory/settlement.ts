import { z } from 'zod'
import { Provenance } from '../kernel/provenance.ts'

/** WGS-84 degrees (CGCS2000 treated as equal). */
export const LngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
export type LngLat = z.infer<typeof LngLat>

/** People from `from` up to and including `to` completed years; `to` null is open-ended. */
export const AgeBand = z.object({
  from: z.number().int().min(0),
  to: z.number().int().nullable(),
  people: z.number().min(0),
})
export type AgeBand = z.infer<typeof AgeBand>

/** Those who live here (常住人口). Bands are as the source gives them; empty when it gives none. */
export const Population = z.object({
  total: z.number().min(0),
  female: z.number().min(0).optional(),
  male: z.number().min(0).optional(),
  bands: z.array(AgeBand).default([]),
})
export type Population = z.infer<typeof Population>

/** Where people live: a natural village or hamlet inside an administrative village. */
export const Settlement = z.object({
  /** The village's 12 digits plus a local suffix (`331199101201-03`), or the source's own id. */
  id: z.string().min(1),
  name: z.string().min(1),
  nameEn: z.string().optional(),
  otherNames: z.array(z.string()).default([]),
  /** Code of the administrative village; empty when the source has none. */
  division: z.string(),
  /** Null: named in the source without coordinates. It stays in every report as unlocated. */
  at: LngLat.nullable(),
  elevationM: z.number().optional(),
  permanent: Population,
  /** 户籍人口; never drives a basic service. */
  registered: z.number().min(0).nullable(),
  households: z.number().min(0).nullable().default(null),
  /** Known numbers of people in need by service id; others are estimated from ages. */
  needs: z.record(z.string(), z.number().min(0)).default({}),
  /** True where the village centre is: a vehicle's natural stop. */
  isCentre: z.boolean().default(false),
  /** A stop needs a place to park and a hall; false forbids it. */
  canStop: z.boolean().default(true),
  signal: z.boolean().default(true),
  provenance: Provenance,
})
export type Settlement = z.infer<typeof Settlement>

/** The administrative village, or the settlement itself where the source has none. */
export const villageOf = (settlement: Settlement): string => settlement.division || settlement.id
