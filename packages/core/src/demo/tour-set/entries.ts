import type { Family } from './families.ts'

/** One instance of the set. */
export interface TourSetEntry {
  /** `KS-` family, places, and which of those alike. */
  name: string
  family: Family
  seed: number
  places: number
  /** Calendar days until the same begins again. */
  periodDays: number
  depots: number
  lodgings: number
}

type Row = readonly [
  places: number,
  weeksOrYear: number | 'year',
  depots: number,
  lodgings: number,
  copies: number,
]

const rows: Readonly<Record<Family, readonly Row[]>> = {
  A: [20, 35, 50, 73, 100].flatMap((places): Row[] => [
    [places, 2, 1, 0, 1],
    [places, 4, 1, 0, 1],
  ]),
  B: [20, 35, 50, 73, 100].map((places): Row => [places, 13, 1, 0, 2]),
  C: [
    [35, 4, 2, 0, 2],
    [50, 4, 2, 0, 1],
    [73, 4, 3, 0, 2],
    [100, 4, 3, 0, 1],
    [150, 4, 4, 0, 2],
    [200, 4, 5, 0, 2],
  ],
  D: [
    [20, 4, 1, 2, 1],
    [20, 8, 1, 2, 1],
    [35, 4, 1, 3, 1],
    [35, 8, 1, 3, 1],
    [50, 4, 1, 3, 1],
    [50, 8, 1, 3, 1],
    [73, 4, 2, 4, 1],
    [73, 8, 2, 4, 1],
    [100, 8, 2, 5, 1],
    [150, 4, 3, 6, 1],
  ],
  E: [20, 35, 50, 73, 100].map((places): Row => [places, 'year', places < 70 ? 1 : 2, 0, 2]),
  F: [
    [50, 4, 2, 2, 1],
    [73, 8, 2, 3, 1],
    [100, 4, 3, 3, 1],
    [150, 4, 3, 4, 1],
    [150, 13, 3, 4, 1],
    [200, 4, 4, 5, 1],
    [200, 8, 4, 5, 1],
  ],
  G: [
    [300, 4, 5, 6, 1],
    [450, 4, 6, 8, 1],
    [700, 4, 8, 10, 1],
  ],
}

/** The sixty instances, by family and size. Seeds are numbered through, so that no two share their ground. */
export const tourSet: readonly TourSetEntry[] = Object.entries(rows)
  .flatMap(([family, list]) => {
    const seen = new Map<number, number>()
    return list.flatMap(([places, length, depots, lodgings, copies]) =>
      Array.from({ length: copies }, () => {
        const copy = (seen.get(places) ?? 0) + 1
        seen.set(places, copy)
        return {
          name: `KS-${family}-${String(places).padStart(3, '0')}-${copy}`,
          family: family as Family,
          places,
          periodDays: length === 'year' ? 365 : 7 * length,
          depots,
          lodgings,
        }
      }),
    )
  })
  .map((entry, k) => ({ ...entry, seed: 2026_000 + k }))
