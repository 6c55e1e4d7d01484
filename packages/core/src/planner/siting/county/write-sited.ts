import type { CountySiting, SitedFacility } from '../../../plan/county-siting.ts'
import type { LocationAnswer } from '../location/solve-location.ts'
import type { CountyLocation } from './county-location.ts'

/** An answer of the location problem in the words of the county. */
export function writeSited(
  { question, problem, sites, radiusSeconds, cutOff }: CountyLocation,
  { runs, shares }: LocationAnswer,
  { cost, bound, optimal }: Pick<CountySiting, 'cost' | 'bound' | 'optimal'>,
): CountySiting {
  return {
    question,
    cost,
    bound,
    optimal,
    radiusSeconds,
    sites: sites.flatMap(({ facility, site, meaning }, j): SitedFacility[] => {
      const option = runs[j] ?? null
      if (option !== null) return [meaning.get(option)!]
      const closed = { onceFen: 0, lifeYears: 1, yearlyFen: 0, fund: null, toKind: null }
      return site.today === null ? [] : [{ id: facility.id, action: 'close', ...closed }]
    }),
    settlements: problem.clients.map(({ id, need }, i) => ({
      settlement: id,
      people: need,
      shares: shares[i]!.map(({ site, share }) => ({
        site: sites[site]!.facility.id,
        share,
        seconds: problem.ways[i]![site]!,
      })),
    })),
    cutOff,
  }
}
