import type { Territory } from '@kuashan/contract/territory.ts'
import type { MapPlace } from '@kuashan/ui/map/county-map.tsx'
import { colours } from '@kuashan/ui/tokens.ts'

const sizeOf = (people: number): number => Math.min(14, 3 + Math.sqrt(people) / 6)

/** Settlements as circles by how many live there, remote ones in another colour; buildings as rings. Biggest below. */
export function mapPlaces(
  { settlements, facilities }: Territory,
  far: ReadonlySet<string>,
): MapPlace[] {
  const villages = settlements.flatMap(({ id, name, at, permanent }): MapPlace[] =>
    at === null
      ? []
      : [
          {
            id,
            name,
            at,
            colour: far.has(id) ? colours.warn : colours.brand,
            size: sizeOf(permanent.total),
            shape: 'circle',
          },
        ],
  )
  const buildings = facilities.flatMap(({ id, name, at, state }): MapPlace[] =>
    at === null
      ? []
      : [
          {
            id,
            name,
            at,
            colour: state === 'open' ? colours.brand : colours.quiet,
            size: 5,
            shape: 'square',
          },
        ],
  )
  return [...villages.sort((a, b) => b.size - a.size), ...buildings]
}
