import { z } from 'zod'
import { daysBetween, type PlainDate } from '../kernel/calendar.ts'
import { type Finding, finding } from '../kernel/finding.ts'

/** How hard something is on those it concerns: a nuisance, real hardship, or a danger to health or life. */
export const ConcernSeverity = z.enum(['nuisance', 'hardship', 'danger'])
export type ConcernSeverity = z.infer<typeof ConcernSeverity>

/** How grave each is, as a share of the gravest. */
export const severityShare: Readonly<Record<ConcernSeverity, number>> = {
  nuisance: 1 / 3,
  hardship: 2 / 3,
  danger: 1,
}

/** What speaks for dealing with a concern first. */
export const ConcernTerm = z.enum(['people', 'severity', 'age', 'repeats', 'votes'])
export type ConcernTerm = z.infer<typeof ConcernTerm>

/** Points that a term gives at most, and the value from which it gives them all. */
const Weight = z.strictObject({ points: z.number().min(0).max(100), full: z.number().positive() })

/** What each term counts for. Of severity `full` is 1: danger. */
export const ConcernWeights = z.strictObject({
  people: Weight,
  severity: Weight.extend({ full: z.literal(1).default(1) }),
  /** Days since it was first raised. */
  age: Weight,
  /** Times it was raised again. */
  repeats: Weight,
  votes: Weight,
})
export type ConcernWeights = z.infer<typeof ConcernWeights>

/** A proposal until a county states its own: no norm gives these. What has been open a year and keeps coming back weighs most. */
export const startingWeights: ConcernWeights = {
  people: { points: 25, full: 200 },
  severity: { points: 20, full: 1 },
  age: { points: 20, full: 365 },
  repeats: { points: 20, full: 5 },
  votes: { points: 15, full: 100 },
}

/** Below this share of `people.full` a concern counts as small. */
const smallShare = 0.1

/**
 * Weights under which long-standing issues could not come first: what is old and was raised again and again has to gain
 * more by that than a new small one can gain by its severity and its few people.
 */
export function lintConcernWeights({ age, repeats, severity, people }: ConcernWeights): Finding[] {
  const lasting = age.points + repeats.points
  const fresh = severity.points + people.points * smallShare
  return lasting > fresh
    ? []
    : [finding('concern-weights-forget-age', { path: 'concern-weights' }, { lasting, fresh })]
}

/** What is known of a concern when it is weighed. */
export interface ConcernFacts {
  id: string
  people: number
  severity: ConcernSeverity
  /** The day on which it was first raised. */
  since: PlainDate
  /** Times it was raised again. */
  repeats: number
  votes: number
}

/** One term of a score: what was found, from where it counts in full, and the points it gives of those it could. */
export interface WeighedTerm {
  term: ConcernTerm
  /** People, the share of a danger, days, times, votes. */
  value: number
  full: number
  most: number
  points: number
}

/** The score of a concern on a day: a sum of five terms, each linear up to its `full`. */
export function weighConcern(
  { people, severity, since, repeats, votes }: Omit<ConcernFacts, 'id'>,
  weights: ConcernWeights,
  today: PlainDate,
): { score: number; terms: WeighedTerm[] } {
  const values: Record<ConcernTerm, number> = {
    people,
    severity: severityShare[severity],
    age: Math.max(0, daysBetween(since, today)),
    repeats,
    votes,
  }
  const terms = ConcernTerm.options.map((term): WeighedTerm => {
    const { points: most, full } = weights[term]
    const value = values[term]
    return { term, value, full, most, points: most * Math.min(1, value / full) }
  })
  return { score: terms.reduce((sum, { points }) => sum + points, 0), terms }
}
