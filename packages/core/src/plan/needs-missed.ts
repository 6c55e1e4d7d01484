import type { Shortage } from './plan.ts'

/** Shortages by need, `settlement service`: a need that misses several floors counts once, by the last of them. */
export const needsMissed = (shortages: readonly Shortage[]): Map<string, Shortage> =>
  new Map(shortages.map((s) => [`${s.settlement} ${s.service}`, s]))

/** People of needs missed, each need once: those proven out of reach, or the others. */
export function peopleMissing(shortages: readonly Shortage[], unreachable: boolean): number {
  let people = 0
  for (const s of needsMissed(shortages).values())
    if ((s.reason === 'unreachable') === unreachable) people += s.people
  return people
}
