import { z } from 'zod'
import { PlainDate } from '../kernel/calendar.ts'

export const Metric = z.enum([
  'minVisitsPerVillageYear',
  'minServicesPerPersonYear',
  'maxTravelMin',
  'maxTravelMinGrade1to3',
  'minPlacesPer1000Pop',
  'minBedsPer1000Elder',
  'minShareNursingBeds',
  'maxPersonsPerStaff',
  'minCoverageShare',
  'maxFollowUpDays',
  'maxResponseMin',
  'maxResponseDays',
  'maxRectifyDays',
  'minFundShareInPolicy',
  'minAgeForFree',
  'maxPriceYuan',
  'minSessionsPerYear',
  'maxSchoolSizeForReview',
  'minFacilityPerVillage',
  'maxGapDays',
  'maxWalkMin',
])
export type Metric = z.infer<typeof Metric>

/** Which way a value favours the resident. The prefix does not tell: `minAgeForFree` favours by being lower. */
export const favours: Record<Metric, 'higher' | 'lower' | 'neither'> = {
  minVisitsPerVillageYear: 'higher',
  minServicesPerPersonYear: 'higher',
  maxTravelMin: 'lower',
  maxTravelMinGrade1to3: 'lower',
  minPlacesPer1000Pop: 'higher',
  minBedsPer1000Elder: 'higher',
  minShareNursingBeds: 'higher',
  maxPersonsPerStaff: 'lower',
  minCoverageShare: 'higher',
  maxFollowUpDays: 'lower',
  maxResponseMin: 'lower',
  maxResponseDays: 'lower',
  maxRectifyDays: 'lower',
  minFundShareInPolicy: 'higher',
  minAgeForFree: 'lower',
  maxPriceYuan: 'lower',
  minSessionsPerYear: 'higher',
  maxSchoolSizeForReview: 'neither',
  minFacilityPerVillage: 'higher',
  maxGapDays: 'lower',
  maxWalkMin: 'lower',
}

/** Levels that may bind, from the widest area to the narrowest. */
export const Level = z.enum(['national', 'provincial', 'municipal', 'county'])
export type Level = z.infer<typeof Level>

export const StandardKind = z.enum([...Level.options, 'municipalPractice', 'benchmark', 'assumed'])
export type StandardKind = z.infer<typeof StandardKind>

/** A value the catalogue carries. It becomes a floor only when it is of a binding level *and* names document and clause. */
export const CatalogueStandard = z.object({
  metric: Metric,
  value: z.number(),
  unit: z.string(),
  kind: StandardKind,
  source: z.string(),
  note: z.string().optional(),
  document: z.string().optional(),
  clause: z.string().optional(),
  from: PlainDate.optional(),
  /** The last day it held. */
  until: PlainDate.optional(),
})
export type CatalogueStandard = z.infer<typeof CatalogueStandard>

/**
 * A standard adopted by a level of government, dated and cited (`standards.yaml` of a county folder).
 * `until` is the last day it held. `invented` marks the documents of made-up counties.
 */
export const AdoptedStandard = z.object({
  service: z.string(),
  metric: Metric,
  value: z.number(),
  unit: z.string(),
  level: Level,
  document: z.string(),
  clause: z.string(),
  from: PlainDate,
  until: PlainDate.optional(),
  adoptedBy: z.string().optional(),
  invented: z.boolean().default(false),
})
export type AdoptedStandard = z.infer<typeof AdoptedStandard>

/** What binds on a day for a service: the strictest, in the resident's favour, of the layers in force. */
export interface Floor {
  service: string
  metric: Metric
  value: number
  unit: string
  level: Level
  document: string
  clause: string
  invented: boolean
}
