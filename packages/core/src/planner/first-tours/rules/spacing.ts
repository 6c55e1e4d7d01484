/** Evenness of a stop's visits. Gaps are in calendar days, counted round the horizon's end. */
export interface Spacing {
  horizonDays: number
  visits: number
  maxGapDays: number
}

/** A gap may differ from the even one by this share before it counts as uneven. */
const TOLERANCE = 0.2

/** Days by which one gap is longer than allowed: the hard part of spacing. */
export const gapExcess = (spacing: Spacing, gap: number): number =>
  gap > spacing.maxGapDays ? gap - spacing.maxGapDays : 0

/**
 * How uneven one gap is: the square of the part of its deviation that exceeds a fifth of the even
 * gap. Zero within the fifth, so that a constant weekday can be preferred there.
 */
export function gapUnevenness(spacing: Spacing, gap: number): number {
  const even = spacing.horizonDays / spacing.visits
  const beyond = Math.abs(gap - even) - Math.max(1, even * TOLERANCE)
  return beyond > 0 ? Math.ceil(beyond * beyond) : 0
}
