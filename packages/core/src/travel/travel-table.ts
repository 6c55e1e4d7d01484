import { type DateRange, isWithin, type PlainDate } from '../kernel/calendar.ts'

/**
 * Travel between places. Whole seconds and metres; -1 is "no way". Seconds include the off-road legs at both ends. Cells are
 * row-major `from × to`, or those of `kept` where the places are too many; `cellAt` finds one in either. A SharedArrayBuffer
 * may stand behind the arrays.
 */
export interface TravelTable {
  from: readonly string[]
  to: readonly string[]
  /** Which cells there are; all of them when left out. */
  kept?: KeptCells
  /** Median and 90th percentile. */
  p50: Int32Array
  p90: Int32Array
  roadMetres: Int32Array
  /** Off-road legs at both ends. */
  walkMetres: Int32Array
  /** Straight distance from each place to the road it was joined to; -1 when none was found. */
  fromSnap: Int32Array
  toSnap: Int32Array
}

/**
 * The cells of a large table that may decide something, as compressed rows (docs/methods/travel-table.md). A cell that is not
 * kept is beyond the bound and says nothing of whether there is a way. Such a table has no `p90` and no `walkMetres`.
 */
export interface KeptCells {
  /** Cells of row r: `first[r]` up to `first[r + 1]`, columns ascending. */
  first: Uint32Array
  column: Uint16Array | Uint32Array
  /**
   * Of a table of vehicles: the piece of the network on which each place lies where one may stand; between places of one piece
   * there is a way there and back, between others there is none. Places that no road reaches are missing.
   */
  pieces?: ReadonlyMap<string, number>
}

/** People on foot from each place to those within a limit, nearest first: compressed rows. */
export interface WalkTable {
  from: readonly string[]
  to: readonly string[]
  offsets: Uint32Array
  target: Uint32Array
  seconds: Int32Array
  metres: Int32Array
}

/** All that measuring, planning and checking need to know of travel in one county and one season. */
export interface CountyTravel {
  season: string
  /** Residents by their usual means: settlements → facilities. */
  resident: TravelTable
  /** On foot, at an elder's pace: settlements → settlements (stops), and settlements → facilities. */
  walkToStops: WalkTable
  walkToFacilities: WalkTable
  /** Vehicles: stops and depots to stops and depots, by vehicle id's profile (`vehicleProfile`). */
  vehicle: Readonly<Record<string, TravelTable>>
}

/** The year's travel: the base state, and each season in which roads differ. `travelOn` picks by date. */
export interface YearTravel {
  base: CountyTravel
  seasons: readonly { range: DateRange; travel: CountyTravel }[]
}

/** The first season whose range holds the date, else the base state. */
export const travelOn = (year: YearTravel, date: PlainDate): CountyTravel =>
  year.seasons.find((s) => isWithin(date, s.range))?.travel ?? year.base

/** Vehicles with equal road limits share a table. */
export const vehicleProfile = (vehicle: { widthM: number; weightT: number }): string =>
  `w${vehicle.widthM}-t${vehicle.weightT}`
