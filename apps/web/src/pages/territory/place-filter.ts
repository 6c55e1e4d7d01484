import type { Facility } from '@kuashan/core/resources/facility.ts'
import type { Settlement } from '@kuashan/core/territory/settlement.ts'
import { isInDivision } from '../../parts/places/in-division.ts'

export interface PlaceFilter {
  /** Code of a township or village. */
  division: string | null
  remoteOnly: boolean
  unlocatedOnly: boolean
  /** Kind of facility. */
  kind: string | null
  /** Ids that fit what was typed; null where nothing was. */
  found: ReadonlySet<string> | null
}

export const noPlaceFilter: PlaceFilter = {
  division: null,
  remoteOnly: false,
  unlocatedOnly: false,
  kind: null,
  found: null,
}

const fits = (
  { id, division, at }: Pick<Settlement, 'id' | 'division' | 'at'>,
  filter: PlaceFilter,
): boolean =>
  (filter.division === null || isInDivision(division, filter.division)) &&
  (!filter.unlocatedOnly || at === null) &&
  (filter.found === null || filter.found.has(id))

export const filterSettlements = (
  settlements: readonly Settlement[],
  remote: ReadonlySet<string>,
  filter: PlaceFilter,
): Settlement[] =>
  settlements.filter((s) => fits(s, filter) && (!filter.remoteOnly || remote.has(s.id)))

export const filterFacilities = (
  facilities: readonly Facility[],
  filter: PlaceFilter,
): Facility[] =>
  facilities.filter((f) => fits(f, filter) && (filter.kind === null || f.kind === filter.kind))
