import type { PriorityClass } from '../../catalogue/priority-class.ts'

/**
 * A way to meet the need of a group, or of one cell. Amounts are of a year; fen to choose by. `also` names stops that are
 * visited with the option's own: they stand for money that may pay for those visits.
 */
export type Option =
  | { mode: 'fixed'; site: string; value: number; uses: Uses }
  | {
      mode: 'vehicle'
      stop: string
      visits: number
      value: number
      uses: Uses
      also?: readonly string[]
      /** Person-times a year of stated need met beyond what the frequency of the floors meets; none at that. */
      more?: number
    }
  | { mode: 'doorstep'; facility: string; calls: number; value: number; uses: Uses }
  /** A station for a service over the line or through an agent, in a building that must be in use for it. */
  | { mode: 'remote'; site: string; value: number; uses: Uses }
  /**
   * People brought to a site on so many days. `stop` names the run (`rideKey`) among the choice's stops, so that
   * services to one site share it; null where a bus line goes anyway. `site` is null where the building surely stays open.
   */
  | {
      mode: 'ride'
      ride: string
      stop: string | null
      also?: readonly string[]
      site: string | null
      visits: number
      value: number
      uses: Uses
    }

/** The building that must be in use for an option, by key; undefined where it hangs on none. */
export const siteOf = (option: Option): string | undefined =>
  option.mode === 'fixed' || option.mode === 'remote'
    ? option.site
    : option.mode === 'ride'
      ? (option.site ?? undefined)
      : undefined

/** The stop that must be visited, and how often; undefined where an option hangs on none. */
export const stepOf = (option: Option): { stop: string; visits: number } | undefined =>
  (option.mode === 'vehicle' || option.mode === 'ride') && option.stop !== null
    ? { stop: option.stop, visits: option.visits }
    : undefined

/** All stops that an option hangs on. */
export function stepsOf(option: Option): { stop: string; visits: number }[] {
  const own = stepOf(option)
  if (own === undefined || !('also' in option)) return own === undefined ? [] : [own]
  return [own, ...(option.also ?? []).map((stop) => ({ stop, visits: own.visits }))]
}

/** Person-times a year that an option meets beyond the floors. */
export const moreOf = (option: Option): number =>
  option.mode === 'vehicle' ? (option.more ?? 0) : 0

/** Amounts taken from limited things, by the key of their budget row. */
export type Uses = readonly (readonly [row: string, amount: number])[]

/** A building as the choice sees it. At most one use of a facility. */
export interface SiteChoice {
  key: string
  facility: string
  /** In use today: not a new site. */
  open: boolean
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
  priority: PriorityClass
  /** People, weighted, who miss a floor if no option is taken, by settlement. */
  people: readonly (readonly [settlement: string, people: number])[]
  cells: readonly number[]
}

export interface Choice {
  groups: readonly Group[]
  sites: readonly SiteChoice[]
  stops: readonly StopChoice[]
  /** Limits of the rows named in `uses`; rows without a limit here are free. */
  limits: ReadonlyMap<string, number>
}

/** The same choice with no stop visited more often than floors ask; those options come last in each group. */
export const atFloors = (choice: Choice): Choice =>
  choice.groups.every((g) => g.options.every((o) => moreOf(o) === 0))
    ? choice
    : {
        ...choice,
        groups: choice.groups.map((g) => ({
          ...g,
          options: g.options.filter((o) => moreOf(o) === 0),
        })),
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

export function keyOfOption(option: Option): string {
  switch (option.mode) {
    case 'fixed':
      return `f ${option.site}`
    case 'vehicle':
      return `v ${option.stop} ${option.visits}`
    case 'doorstep':
      return `d ${option.facility} ${option.calls}`
    case 'remote':
      return `r ${option.site}`
    case 'ride':
      return `b ${option.ride} ${option.visits} ${option.stop ?? ''}`
  }
}
