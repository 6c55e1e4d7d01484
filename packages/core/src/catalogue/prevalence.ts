import { z } from 'zod'
import data from './data/prevalence.json' with { type: 'json' }

const AgeShare = z.object({
  from: z.number().int().min(0),
  to: z.number().int(),
  share: z.number().min(0),
  mark: z.string(),
})

const Rate = z.object({
  value: z.union([z.string(), z.number(), z.boolean()]),
  from: z.number().int().min(0),
  to: z.number().int().nullable(),
  rate: z.number().min(0).max(1),
  mark: z.string(),
})

/**
 * How common an attribute is among residents of each age, for want of counts. `set` attributes may hold several
 * values at once; of a `one` attribute a person has one value, or none where the rates sum to less than 1.
 * `mark` names a source of the catalogue, `G` general knowledge, `A` assumed.
 */
export const Prevalence = z.object({
  version: z.string(),
  note: z.string(),
  ages: z.object({ source: z.string(), bands: z.array(AgeShare).min(1) }),
  attributes: z.record(
    z.string(),
    z.object({ kind: z.enum(['set', 'one']), rates: z.array(Rate).min(1) }),
  ),
})
export type Prevalence = z.infer<typeof Prevalence>

const clampShare = (value: number): number => Math.min(1, Math.max(0, value))

/**
 * The rates the project carries, with a county's own over them: assumption `rate.conditions.hypertension@60` sets
 * the rate of the range that begins at 60, `ageShare@60` the share of residents of the age band that begins at 60.
 */
export function prevalence(assumptions: Readonly<Record<string, number>> = {}): Prevalence {
  const table = Prevalence.parse(data)
  for (const band of table.ages.bands) {
    const own = assumptions[`ageShare@${band.from}`]
    if (own !== undefined) Object.assign(band, { share: Math.max(0, own), mark: 'county' })
  }
  for (const [attribute, { rates }] of Object.entries(table.attributes))
    for (const rate of rates) {
      const own = assumptions[`rate.${attribute}.${rate.value}@${rate.from}`]
      if (own !== undefined) Object.assign(rate, { rate: clampShare(own), mark: 'county' })
    }
  return table
}
