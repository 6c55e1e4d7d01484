import type { Shortage } from './plan.ts'

/**
 * Whether a floor is missed by more than before. A shortage says 0 where there is nothing at all: of a longest way or
 * gap, which is better the less it is, that is the worst there is.
 */
export function missedByMore(now: Shortage, before: Shortage): boolean {
  if (!now.metric.startsWith('max')) return now.have < before.have - 1e-9
  const length = ({ have }: Shortage) => (have === 0 ? Number.POSITIVE_INFINITY : have)
  return length(now) > length(before) + 1e-9
}
