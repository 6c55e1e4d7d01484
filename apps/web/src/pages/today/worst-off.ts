import type { GapLine } from '@kuashan/contract/measures.ts'

/** A settlement with all the services whose floors it misses. */
export interface WorstPlace {
  settlement: string
  isRemote: boolean
  services: string[]
  /** People of the largest need: the same people miss several services, so they are not added up. */
  people: number
}

/** Settlements that miss floors: those with most services missed first, outlying before others, then by people. */
export function worstOff(gaps: readonly GapLine[], remote: ReadonlySet<string>): WorstPlace[] {
  return [...Map.groupBy(gaps, (gap) => gap.settlement)]
    .map(([settlement, own]) => ({
      settlement,
      isRemote: remote.has(settlement),
      services: [...new Set(own.map(({ service }) => service))],
      people: Math.max(...own.map(({ people }) => people)),
    }))
    .sort(
      (a, b) =>
        b.services.length - a.services.length ||
        Number(b.isRemote) - Number(a.isRemote) ||
        b.people - a.people ||
        (a.settlement < b.settlement ? -1 : 1),
    )
}
