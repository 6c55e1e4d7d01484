/** What a county to be made should be like. */
export interface CountySpec {
  /** Six digits, of an area that is nobody's. */
  code6: string
  name: string
  nameEn: string
  /** Where the county seat is looked for: fractions of the map, and a height in metres. */
  seat: { x: number; y: number; heightM: number }
  townships: readonly TownshipSpec[]
  /** Administrative villages, communities of the streets included. */
  villages: number
}

export interface TownshipSpec {
  kind: 'street' | 'town' | 'township'
  residents: number
  /** Road kilometres to the county seat, and height, as far as the ground allows. */
  seatKm: number
  heightM: number
}

const unit = (
  kind: TownshipSpec['kind'],
  residents: number,
  seatKm: number,
  heightM: number,
): TownshipSpec => ({ kind, residents, seatKm, heightM })

/** Sizes, distances and heights after the calibration table of a county of 1,950 km²; names are invented elsewhere. */
export const mountainTownships: readonly TownshipSpec[] = [
  unit('street', 27_000, 1, 170),
  unit('street', 27_000, 1, 170),
  unit('town', 6_500, 28, 130),
  unit('town', 6_800, 24, 330),
  unit('town', 6_200, 62, 420),
  unit('town', 6_000, 32, 230),
  unit('township', 2_400, 13, 200),
  unit('township', 4_200, 8, 450),
  unit('township', 1_900, 38, 600),
  unit('township', 1_500, 26, 650),
  unit('township', 2_300, 34, 1_020),
  unit('township', 2_600, 40, 780),
  unit('township', 1_200, 44, 560),
  unit('township', 1_600, 55, 620),
  unit('township', 2_600, 25, 480),
  unit('township', 2_000, 45, 520),
  unit('township', 1_700, 70, 640),
  unit('township', 1_600, 68, 700),
  unit('township', 1_300, 48, 660),
  unit('township', 1_100, 52, 720),
  unit('township', 3_500, 20, 300),
]
