import { z } from 'zod'
import data from './data/projection-rates.json' with { type: 'json' }

/** Rates of the ages from `from` up to and including `to`; null is open-ended. */
const Ages = { from: z.number().int().min(0), to: z.number().int().nullable() }
/** Where a rate comes from; `assumed` is marked wherever the projection is shown. */
const Source = { source: z.string(), assumed: z.boolean() }

const Schedule = (rate: z.ZodNumber) =>
  z.object({ ...Source, rates: z.array(z.object({ ...Ages, rate })).min(1) })

/** What a projection by cohorts needs, a year: births a woman, deaths a person, and how many more come than go. */
export const ProjectionRates = z.object({
  fertility: Schedule(z.number().min(0).max(1)),
  mortality: Schedule(z.number().min(0).max(1)),
  /** Net migration of a settlement as a share of the people of an age: below 0 where more go than come. */
  migration: Schedule(z.number().min(-1).max(1)),
  /** Girls among births, and women among residents where a settlement does not say. */
  femaleAtBirth: z.number().min(0).max(1),
  female: z.number().min(0).max(1),
})
export type ProjectionRates = z.infer<typeof ProjectionRates>

/** A county's own schedules; what it leaves out is the project's. */
export const OwnRates = ProjectionRates.partial()
type OwnRates = z.infer<typeof OwnRates>

const carried = ProjectionRates.parse(data)

/** The rates the project carries; a county's own take their place schedule by schedule (`county.yaml`, `projection`). */
export const projectionRates = (own: OwnRates = {}): ProjectionRates => ({
  fertility: own.fertility ?? carried.fertility,
  mortality: own.mortality ?? carried.mortality,
  migration: own.migration ?? carried.migration,
  femaleAtBirth: own.femaleAtBirth ?? carried.femaleAtBirth,
  female: own.female ?? carried.female,
})

/** What of the rates nobody measured here. */
export const assumedRates = (rates: ProjectionRates): ('fertility' | 'mortality' | 'migration')[] =>
  (['fertility', 'mortality', 'migration'] as const).filter((name) => rates[name].assumed)
