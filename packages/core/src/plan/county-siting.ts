/** Questions of where to run one service of a county; the least-cost one prices sites, the others look at ways alone. */
export const countyProblems = ['least-cost', 'p-median', 'p-centre', 'mclp', 'scp'] as const
export type CountyProblem = (typeof countyProblems)[number]

export interface CountySitingQuestion {
  service: string
  problem: CountyProblem
  /** Most sites open, those that may not close included; null is no limit. */
  p: number | null
  /** Longest way that counts, inclusive; null is the floor of the service where the problem asks for a radius. */
  radiusSeconds: number | null
  /** Money once for conversions and new sites; null is the county's capital budget where the problem asks for money. */
  budgetFen: number | null
}

/** One way in which a site is run in an answer. */
export interface SitedFacility {
  /** Facility, or `new-` and the settlement for a site newly built there. */
  id: string
  action: 'keep' | 'upgrade' | 'convert' | 'build' | 'close'
  /** Kind it is run as; null when closed. */
  toKind: string | null
  onceFen: number
  /** Years over which the money spent once is counted. */
  lifeYears: number
  /** What it costs a year to run, staff hours by their price included. */
  yearlyFen: number
  fund: string | null
}

/** Where people of a settlement go. */
export interface SitedSettlement {
  settlement: string
  people: number
  shares: readonly { site: string; share: number; seconds: number }[]
}

/**
 * An answer to a siting question. `cost` is, by problem: fen a year (least-cost), people × minutes one way (p-median),
 * minutes of the longest way (p-centre), people within the radius (mclp), sites open (scp).
 */
export interface CountySiting {
  question: CountySitingQuestion
  cost: number
  /** No answer is better than this. */
  bound: number
  optimal: boolean
  /** The longest way that was allowed; null where none was. */
  radiusSeconds: number | null
  sites: readonly SitedFacility[]
  settlements: readonly SitedSettlement[]
  /** No candidate site can be reached from here at all: listed apart. */
  cutOff: readonly { settlement: string; people: number }[]
}
