import type { Territory } from '@kuashan/contract/territory.ts'
import type { FacilityState } from '@kuashan/core/resources/facility.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import type { MapPlace } from '@kuashan/ui/map/county-map.tsx'
import { colours, series } from '@kuashan/ui/tokens.ts'
import { ownName } from '../../shell/own-name.ts'

export const settlementColours = { near: colours.brand, remote: colours.warn } as const

export const facilityColours: Record<FacilityState, string> = {
  open: series[0],
  planned: series[6],
  vacant: colours.quiet,
  closed: colours.bad,
}

const sizeOf = (people: number): number => Math.min(14, 3 + Math.sqrt(people) / 6)

/** Settlements as circles by how many live there, remote ones in another colour; buildings as rings by their state. Biggest below. */
export function mapPlaces(
  { settlements, facilities }: Pick<Territory, 'settlements' | 'facilities'>,
  remote: ReadonlySet<string>,
  language: Language = 'zh',
): MapPlace[] {
  const villages = settlements.flatMap((settlement): MapPlace[] => {
    const { id, at, permanent } = settlement
    if (at === null) return []
    const colour = remote.has(id) ? settlementColours.remote : settlementColours.near
    return [
      {
        id,
        name: ownName(settlement, language),
        at,
        colour,
        size: sizeOf(permanent.total),
        shape: 'circle',
      },
    ]
  })
  const buildings = facilities.flatMap((facility): MapPlace[] => {
    const { id, at, state } = facility
    const colour = facilityColours[state]
    return at === null
      ? []
      : [{ id, name: ownName(facility, language), at, colour, size: 5, shape: 'square' }]
  })
  return [...villages.sort((a, b) => b.size - a.size), ...buildings]
}
