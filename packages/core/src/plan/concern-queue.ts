import type { PlainDate } from '../kernel/calendar.ts'
import { compareText } from '../kernel/order.ts'
import {
  type ConcernFacts,
  type ConcernTerm,
  type ConcernWeights,
  type WeighedTerm,
  weighConcern,
} from './concern.ts'

/** A concern at its place in the queue, with all that put it there. */
export interface QueuedConcern<C extends ConcernFacts = ConcernFacts> {
  concern: C
  /** 1 comes first. */
  place: number
  score: number
  terms: WeighedTerm[]
  /** Against the one that stands before it: the terms in which that one gains, most first; null for the first. */
  behind: { id: string; by: { term: ConcernTerm; points: number }[] } | null
}

/** Terms in which the one before has more points than this one. */
const gains = (before: readonly WeighedTerm[], own: readonly WeighedTerm[]) =>
  before
    .map(({ term, points }, k) => ({ term, points: points - own[k]!.points }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)

/**
 * Concerns in the order in which they are dealt with: by score, then whichever is older, then by id. Each says what its
 * score is made of and what the one before it has more of.
 */
export function concernQueue<C extends ConcernFacts>(
  concerns: readonly C[],
  weights: ConcernWeights,
  today: PlainDate,
): QueuedConcern<C>[] {
  const weighed = concerns
    .map((concern) => ({ concern, ...weighConcern(concern, weights, today) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        compareText(a.concern.since, b.concern.since) ||
        compareText(a.concern.id, b.concern.id),
    )
  return weighed.map((one, k) => {
    const before = weighed[k - 1]
    const behind = before && { id: before.concern.id, by: gains(before.terms, one.terms) }
    return { ...one, place: k + 1, behind: behind ?? null }
  })
}
