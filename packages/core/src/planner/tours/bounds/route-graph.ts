/**
 * Routes of one kind of vehicle from one place, relaxed to what a bound can price: an order of customers whose resources
 * (clock, hours, wheel time, load, stops) stay within limits. Customers are numbered locally; arrays over pairs are `size × size`,
 * from row to column, and arrays of resources have `resources` numbers for each entry.
 */
export interface RouteGraph {
  /** Index into the problem's kinds. */
  kind: number
  /** Place where it starts: a depot's index. */
  start: number
  size: number
  /** Units of the problem, by local number. */
  at: Int32Array
  resources: number
  /** Cost of going on; Infinity where there is no way. */
  cost: Float64Array
  take: Float64Array
  /** Cost and resources at the first customer; Infinity where it can't be first. */
  startCost: Float64Array
  startTake: Float64Array
  /** A resource waits for `low` and may not exceed `high` at a customer. */
  low: Float64Array
  high: Float64Array
  ends: readonly RouteEnd[]
}

/** A way home, or to a lodging. */
export interface RouteEnd {
  /** Depot's index; -1: at its last customer. */
  place: number
  cost: Float64Array
  take: Float64Array
  limit: Float64Array
}

/** Vehicles that are alike on all days on which they are, so that the bound need not tell them apart. */
export interface RouteKind {
  /** Routes that they can make together over the horizon. */
  most: number
  /** No route of this kind costs less. */
  leastCost: number
}

/**
 * What a bound is proved on: every valid solution of the instance is a solution of this, at no higher cost. What is to be covered
 * is called a unit: a customer where days are not told apart, a customer on a day where they are.
 */
export interface BoundProblem {
  units: number
  /** By unit: index of its customer, and its day, 0 where days are not told apart. */
  customer: Int32Array
  day: Int32Array
  /** Visits that each unit must have at least, and can have at most; none at least where `choices` decide. */
  least: Int32Array
  most: Int32Array
  /** Of each list one set of units must be visited: a customer's patterns. Empty where days are not told apart. */
  choices: readonly (readonly (readonly number[])[])[]
  kinds: readonly RouteKind[]
  graphs: readonly RouteGraph[]
  /** Depots where routes may end that another one starts from: as many start as end. */
  lodgings: readonly number[]
  /** Rules that the problem leaves out, by their name in the types. Empty: an exact model of each route. */
  relaxed: readonly string[]
  /** Costs of solutions are multiples of it; 0 where they may be anything. */
  grain: number
}

/** A route as a column of the master: what it costs and whom it visits, in order. */
export interface RouteColumn {
  graph: number
  end: number
  cost: number
  /** Units in order. */
  stops: readonly number[]
}
