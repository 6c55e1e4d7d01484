/** The kinds of siting problem of the literature that are solved here. */
export const locationKinds = [
  'p-median',
  'p-centre',
  'mclp',
  'scp',
  'cwl',
  'sscflp',
  'cpmp',
] as const
export type LocationKind = (typeof locationKinds)[number]

/** As the file writes it: a number, or a name. */
export type LocationId = number | string

/**
 * Clients, candidate sites and what lies between: a siting problem of the literature, whatever its kind. Arrays are
 * in the order of `clients` and `sites`.
 */
export interface LocationInstance {
  name: string
  clients: readonly LocationId[]
  sites: readonly LocationId[]
  /** How much a client's way counts (p-median), or what covering it is worth (MCLP). */
  weight: Float64Array
  /** What a client takes of a site's capacity. */
  demand: Float64Array
  /** One row a client: distance, or (cwl, sscflp) the cost of serving all of it. Infinity is "no way". Null where only `covers` is known. */
  pairs: Float64Array | null
  /** For each client the sites that cover it, ascending: set covering given as such. */
  covers: readonly Int32Array[] | null
  /** Cost of having a site open; null where none is charged. */
  fixed: Float64Array | null
  /** Null where sites are unlimited. */
  capacity: Float64Array | null
  /** How many sites may be opened; null where costs decide. */
  p: number | null
  /** Inclusive, in the unit of `pairs`. */
  radius: number | null
}

/** What of a client goes to which site; shares of a client add up to 1, or to 0 where MCLP leaves it out. */
export interface Share {
  site: number
  share: number
}

/** An answer to a siting problem, by index of site and client. */
export interface Sited {
  /** Cost, longest way (p-centre), or weight covered (MCLP, the only one that is maximised). */
  cost: number
  /** No answer is better than this; ±Infinity when nothing is known. */
  bound: number
  /** The bound meets the cost. */
  optimal: boolean
  /** Ascending. */
  open: readonly number[]
  /** For each client. */
  shares: readonly (readonly Share[])[]
}

/** A point exactly on the radius is inside; distances are rounded numbers, so a hair is allowed. */
export const isWithin = (distance: number, radius: number): boolean => distance <= radius + 1e-9
