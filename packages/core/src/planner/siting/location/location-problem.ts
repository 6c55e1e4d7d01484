/** A time of the week in which something is open or somebody can come; minutes since midnight. */
export interface WeekTime {
  /** 1 is Monday, 7 Sunday. */
  weekday: number
  from: number
  until: number
}

/** One way to run a site: as today, upgraded, converted, or newly built. */
export interface SiteOption {
  id: string
  /** Money a year while it runs, in fen. */
  yearly: number
  /** Money once, to get there from today, in fen. */
  once: number
  /** Years over which `once` is counted; null is those of the problem. */
  years: number | null
  /** Uses a year it can take; Infinity is no limit. */
  capacity: number
  /** Uses a year below which it may not be run; 0 for none. */
  least: number
  /** When it is open; null is always. */
  opening: readonly WeekTime[] | null
}

export interface LocationSite {
  id: string
  options: readonly SiteOption[]
  /** The option that runs today; null where there is none. */
  today: string | null
  /** Money once for giving up what runs today, in fen. */
  closing: number
  /** What is decided already; null leaves it open. */
  must: 'open' | 'closed' | null
}

export interface LocationClient {
  id: string
  /** Uses a year that are needed. */
  need: number
  /** Longest way that counts as served (inclusive), in the unit of `ways`. */
  farthest: number
  /** Floor: share of the need that must be met, 0 to 1. */
  floor: number
  /** When people can come; null is always. */
  times: readonly WeekTime[] | null
}

export interface Budget {
  id: string
  kind: 'once' | 'yearly'
  /** In fen. */
  limit: number
  /** Options it pays for, as `optionKey` writes them; null is all. */
  options: readonly string[] | null
}

export const optionKey = (site: string, option: string): string => `${site} ${option}`

/**
 * Which sites to run, and how, for people who need a service. Least cost meets the floors and asks what it takes;
 * most need takes the budgets and asks how much it meets.
 */
export interface LocationProblem {
  mode: 'least-cost' | 'most-need'
  clients: readonly LocationClient[]
  sites: readonly LocationSite[]
  /** One row a client, one column a site; Infinity is "no way". */
  ways: readonly (readonly number[])[]
  budgets: readonly Budget[]
  /** At most so many sites open; null for no limit. */
  mostSites: number | null
  /** Years over which money spent once is counted where an option does not say. */
  years: number
  /** Money a use for each unit of way, in fen. */
  travel: number
  /** Minutes a visit takes: opening and coming must overlap at least so long. */
  visit: number
}

/** Minutes of a week that two timetables share; `null` is always. */
export function overlap(a: readonly WeekTime[] | null, b: readonly WeekTime[] | null): number {
  if (a === null && b === null) return 7 * 24 * 60
  const minutes = (times: readonly WeekTime[]) =>
    times.reduce((sum, { from, until }) => sum + Math.max(0, until - from), 0)
  if (a === null || b === null) return minutes(a ?? b ?? [])
  let most = 0
  for (const x of a)
    for (const y of b)
      if (x.weekday === y.weekday)
        most += Math.max(0, Math.min(x.until, y.until) - Math.max(x.from, y.from))
  return most
}
