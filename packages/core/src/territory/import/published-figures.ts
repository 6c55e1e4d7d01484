import { z } from 'zod'
import { type Finding, finding } from '../../kernel/finding.ts'

/** One published figure of an area: a number, or numbers by part, with the page it stands on. */
export const PublishedFigure = z.object({
  area: z.string(),
  measure: z.string(),
  value: z.union([z.number(), z.record(z.string(), z.number())]),
  unit: z.string(),
  source: z.string().optional(),
})
export type PublishedFigure = z.infer<typeof PublishedFigure>

/** `facts.json` of a county folder. */
export const PublishedFigures = z.object({ items: z.array(PublishedFigure) })
export type PublishedFigures = z.infer<typeof PublishedFigures>

const parts = /\s*(,?\s*share)?\s*by age band.*$/i

/** A measure's name without source remarks, so that a total and its parts find each other. */
const plainMeasure = (measure: string): string =>
  measure
    .toLowerCase()
    .replace(parts, '')
    .replace(/\(.*?\)/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const yearOf = (measure: string): string => /\d{4}/.exec(measure)?.[0] ?? ''

/** The first two words and the year: `permanent population … 2020`. */
const subject = (measure: string): string =>
  `${plainMeasure(measure).split(/[ ,]/).slice(0, 2).join(' ')} ${yearOf(measure)}`

/**
 * Totals that their own parts don't add up to: a figure in parts is compared with the total of the same area,
 * subject and year. Parts of parts ("of which") don't count. Shares are compared with 1.
 */
export function checkPublishedFigures(
  figures: readonly PublishedFigure[],
  file: string,
): Finding[] {
  return figures.flatMap(({ area, measure, value, unit }, k): Finding[] => {
    if (typeof value === 'number' || !parts.test(measure)) return []
    const shares = Object.entries(value).filter(([part]) => !/^of which|^其中/i.test(part))
    const sum = shares.reduce((total, [, amount]) => total + amount, 0)
    const whole = figures.find(
      (f) =>
        f.area === area && typeof f.value === 'number' && subject(f.measure) === subject(measure),
    )
    const total = unit === 'share' ? 1 : (whole?.value as number | undefined)
    if (total === undefined || Math.abs(sum - total) <= total * 1e-9) return []
    const difference = Math.abs(sum - total)
    const facts = { area, measure, sum, total, difference }
    return [finding('published-figures-differ', { file, path: `items.${k}` }, facts)]
  })
}
