/** A way to meet the need of a group, or of one cell. Amounts are of a year; fen to choose by. */
export type Option =
  | { mode: 'fixed'; site: string; value: number; uses: Uses }
  | { mode: 'vehicle'; stop: string; visits: number; value: number; uses: Uses }
  | { mode: 'doorstep'; facility: string; calls: number; value: number; uses: Uses }

/** Amounts taken from limited things, by the key of their budget row. */
export type Uses = readonly (readonly [row: string, amount: number])[]

/** A building as the choice sees it. At most one use of a facility. */
export interface SiteChoice {
  key: string
  facility: string
  value: number
  uses: Uses
}

/** A stop of one fleet class; each visit of a year costs the same on the road. */
export interface StopChoice {
  key: string
  valuePerVisit: number
  usesPerVisit: Uses
}

/** Cells with the same options, decided as one. */
export interface Group {
  options: readonly Option[]
  /** People of basic services, and of others, who miss a floor if none is taken. */
  basic: number
  other: number
  cells: readonly number[]
}

export interface Choice {
  groups: readonly Group[]
  sites: readonly SiteChoice[]
  stops: readonly StopChoice[]
  /** Limits of the rows named in `uses`; rows without a limit here are free. */
  limits: ReadonlyMap<string, number>
}

export interface Chosen {
  /** Option of each group; -1 where none is taken. */
  option: Int32Array
  sites: ReadonlySet<string>
  value: number
  /** Proven lower bound of `value` in this model; null where not all was proven. */
  bound: number | null
  /** Budget rows that hold something back. */
  tight: ReadonlySet<string>
}

export const keyOfOption = (option: Option): string =>
  option.mode === 'fixed'
    ? `f ${option.site}`
    : option.mode === 'vehicle'
      ? `v ${option.stop} ${option.visits}`
      : `d ${option.facility} ${option.calls}`
