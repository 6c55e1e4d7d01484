import type { GapLine } from '@kuashan/contract/measures.ts'
import { townshipOf } from '@kuashan/core/territory/division.ts'

export interface GapFilter {
  /** Settlements that a search found; null where nothing is searched for. */
  found: ReadonlySet<string> | null
  service: string | null
  /** Code of a township. */
  township: string | null
  remoteOnly: boolean
}

export const noGapFilter: GapFilter = {
  found: null,
  service: null,
  township: null,
  remoteOnly: false,
}

/** Gaps that fit, those of remote settlements first; inside that as the measurement has them: worst first. */
export function filterGaps(
  gaps: readonly GapLine[],
  remote: ReadonlySet<string>,
  { found, service, township, remoteOnly }: GapFilter,
): GapLine[] {
  const fits = (gap: GapLine): boolean =>
    (found === null || found.has(gap.settlement)) &&
    (service === null || gap.service === service) &&
    (township === null || townshipOf(gap.division) === townshipOf(township)) &&
    (!remoteOnly || remote.has(gap.settlement))
  const far = (gap: GapLine): number => (remote.has(gap.settlement) ? 0 : 1)
  return gaps.filter(fits).sort((a, b) => far(a) - far(b))
}
