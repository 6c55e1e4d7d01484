import { type DateRange, isWithin, type PlainDate } from '../kernel/calendar.ts'

/**
 * Travel between places, row-major `from × to`. Whole seconds and metres; -1 is "no way".
 * Seconds include the off-road legs at both ends. A SharedArrayBuffer may stand behind the arrays.
 */
export interface TravelTable {
  from: readonly string[]
  to: readonly string[]
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
