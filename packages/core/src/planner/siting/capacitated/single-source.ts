/**
 * Every client whole at one site, sites limited in what they take. With `p`, exactly p sites; without, a site costs
 * its `fixed` when it serves anybody.
 */
export interface SingleSource {
  clients: number
  sites: number
  /** One row a client. */
  cost: Float64Array
  demand: Float64Array
  capacity: Float64Array
  fixed: Float64Array
  p: number | null
  /** A pair at this cost has no way and is in no answer. */
  noWay: number
}

/** Which site serves each client, and at what cost in all. */
export interface Assigned {
  siteOf: Int32Array
  open: readonly number[]
  cost: number
}
