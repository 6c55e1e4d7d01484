import { addColumns, columnOf, type Master, type Prices, pricesFrom, worth } from './master.ts'
import { type NgSets, ngSets } from './ng-sets.ts'
import { type Priced, type PricingTables, priceRoutes, pricingTables } from './price-routes.ts'
import { type PricedCuts, pricedCuts } from './priced-cuts.ts'
import type { RouteColumn } from './route-graph.ts'
import { cutCoefficient } from './subset-row-cuts.ts'

/** What pricing keeps between runs. */
export interface Pricing {
  tables: readonly PricingTables[]
  ng: NgSets[]
  /** Width of ng-sets: made narrower where labels become too many. */
  width: number
  mostLabels: number
}

export function openPricing({ problem }: Master, width: number, mostLabels: number): Pricing {
  return {
    tables: problem.graphs.map(pricingTables),
    ng: problem.graphs.map((graph) => ngSets(graph, width)),
    width,
    mostLabels,
  }
}

export interface ColumnRun {
  /** Best bound on the linear program proved so far; -Infinity at first. */
  bound: number
  /** Value of the restricted master, an upper bound on the linear program. */
  value: number
  primal: Float64Array
  /** Prices that prove the bound. */
  prices: Prices | null
  /** Whether the two have met. */
  converged: boolean
  /** Whether labels became too many for even the narrowest ng-sets, or the last cuts. */
  overflowed: boolean
  rounds: number
}

export interface ColumnOrder {
  /** By rounds of pricing, and by whatever the caller's stop reads. */
  stop(): boolean
  /** Ends where the bound has come so far. */
  enough: number
  onRound: (rounds: number) => void
  onBound?: (bound: number, value: number) => void
  /** Whether ng-sets may be narrowed, so that pricing stays possible: it weakens the bound. */
  mayNarrow: boolean
}

/** Share of the way back from the best prices known to the master's (Wentges 1997): smoothed prices swing less. */
const smoothing = 0.7

/**
 * Column generation (Dantzig–Wolfe): solves the restricted master, prices routes, adds those that would lower it. The bound is
 * Lagrange's with the master's prices corrected by the least reduced cost, valid at every round, so that stopping early still
 * certifies (Lasdon 1970; Farley 1990, Operations Research 38(5), where routes are many).
 */
export function generateColumns(master: Master, pricing: Pricing, order: ColumnOrder): ColumnRun {
  const run: ColumnRun = {
    bound: -Infinity,
    value: Infinity,
    primal: new Float64Array(0),
    prices: null,
    converged: false,
    overflowed: false,
    rounds: 0,
  }
  let loose = true
  let smooth = 0
  while (!order.stop()) {
    const solved = master.lp.solve()
    if (solved.status !== 'optimal') break
    run.value = solved.objective
    run.primal = solved.primal
    const own = pricesFrom(master, solved.dual)
    if (met(run) || run.bound >= order.enough) {
      run.converged = met(run)
      break
    }
    const prices: Prices = run.prices && smooth > 0 ? between(own, run.prices, smooth) : own
    const priced = priceAll(master, pricing, prices, loose, order.stop)
    run.rounds += 1
    order.onRound(run.rounds)
    const added = addColumns(master, useful(master, priced, own))
    const proved = lagrangian(master, prices, priced)
    if (proved.bound > run.bound) {
      run.bound = proved.bound
      run.prices = proved.prices
      order.onBound?.(run.bound, run.value)
    }
    const exact = priced.every((p) => p.exact)
    if (!loose && !exact && added === 0 && !order.stop() && !narrow(master, pricing, order)) {
      run.overflowed = true
      break
    }
    if (added > 0) {
      loose = true
      smooth = run.prices ? smoothing : 0
    } else if (loose) loose = false
    else if (smooth > 0) smooth = 0
    else if (!met(run)) {
      // Nothing to add at the master's own prices: what is left is rounding.
      run.converged = exact
      if (exact || order.stop()) break
    }
  }
  return run
}

const met = ({ bound, value }: ColumnRun): boolean =>
  bound >= value - 1e-6 * Math.max(1, Math.abs(value))

const between = (own: Prices, centre: Prices, share: number): Prices => {
  const mix = (a: number, b: number | undefined) => (1 - share) * a + share * (b ?? a)
  return {
    unit: own.unit.map((a, k) => mix(a, centre.unit[k])),
    kind: own.kind.map((a, k) => mix(a, centre.kind[k])),
    lodging: own.lodging.map((a, k) => mix(a, centre.lodging[k])),
    routes: mix(own.routes, centre.routes),
    cut: own.cut.map((a, k) => mix(a, centre.cut[k] ?? 0)),
  }
}

/** Halves the ng-sets; false where they can't be narrower. */
function narrow({ problem }: Master, pricing: Pricing, order: ColumnOrder): boolean {
  if (!order.mayNarrow || pricing.width <= 1) return false
  pricing.width = Math.floor(pricing.width / 2)
  pricing.ng = problem.graphs.map((graph) => ngSets(graph, pricing.width))
  return true
}

/** Prices, cuts and the rest as one graph's pricing run wants them. */
export function graphPrices(
  { problem, cuts }: Master,
  prices: Prices,
  g: number,
): { prices: Float64Array; constant: number; endPrices: number[]; cuts: PricedCuts } {
  const graph = problem.graphs[g]!
  const lodging = (place: number) => prices.lodging[problem.lodgings.indexOf(place)] ?? 0
  return {
    prices: Float64Array.from(graph.at, (c) => prices.unit[c]!),
    constant: prices.kind[graph.kind]! + prices.routes + lodging(graph.start),
    endPrices: graph.ends.map((end) => -lodging(end.place)),
    cuts: pricedCuts(graph, cuts, prices.cut),
  }
}

function priceAll(
  master: Master,
  pricing: Pricing,
  prices: Prices,
  loose: boolean,
  stop: () => boolean,
): Priced[] {
  return master.problem.graphs.map((graph, g) =>
    priceRoutes(graph, pricing.tables[g]!, {
      ...graphPrices(master, prices, g),
      ng: pricing.ng[g]!,
      below: -1e-7,
      loose,
      mostLabels: pricing.mostLabels,
      stop,
    }),
  )
}

const columnsPerGraph = 40

/** Priced routes that lower the master at its own prices. */
function useful(master: Master, priced: readonly Priced[], own: Prices): RouteColumn[] {
  return priced.flatMap(({ routes }, g) => {
    const graph = master.problem.graphs[g]!
    return routes
      .slice(0, columnsPerGraph)
      .map((r) => columnOf(graph, g, r.end, r.stops))
      .filter((column) => reducedCost(master, own, column) < -1e-9)
  })
}

export function reducedCost(master: Master, prices: Prices, column: RouteColumn): number {
  const { problem, cuts } = master
  const graph = problem.graphs[column.graph]!
  const lodging = (place: number) => prices.lodging[problem.lodgings.indexOf(place)] ?? 0
  let cost = column.cost - prices.kind[graph.kind]! - prices.routes
  cost += lodging(graph.ends[column.end]!.place) - lodging(graph.start)
  for (const stop of column.stops) cost -= prices.unit[stop]!
  cuts.forEach((cut, k) => {
    const price = prices.cut[k] ?? 0
    if (price !== 0) cost -= price * cutCoefficient(cut, column.stops)
  })
  return cost
}

/**
 * Lagrange's bound, or Farley's where it is better, with the prices for which Σ price × side, corrected by the least reduced
 * cost, is that bound: Farley's are scaled down so that no reduced cost is negative.
 */
function lagrangian(
  master: Master,
  prices: Prices,
  priced: readonly Priced[],
): { bound: number; prices: Prices } {
  const { kinds, graphs, most } = master.problem
  const base = worth(master, prices)
  const visits = most.reduce((sum, times) => sum + times, 0)
  let lagrange = base
  let factor = 1
  kinds.forEach((kind, k) => {
    const reduced = Math.min(
      0,
      ...priced.flatMap((p, g) => (graphs[g]!.kind === k ? [p.least] : [])),
    )
    if (reduced === 0) return
    lagrange += reduced * Math.min(kind.most, visits, master.routes.high)
    factor = Math.max(factor, kind.leastCost > 0 ? 1 - reduced / kind.leastCost : Infinity)
  })
  if (base < 0 || factor === Infinity || base / factor <= lagrange)
    return { bound: lagrange, prices }
  return { bound: base / factor, prices: scaled(prices, 1 / factor) }
}

const scaled = (prices: Prices, by: number): Prices => ({
  unit: prices.unit.map((p) => p * by),
  kind: prices.kind.map((p) => p * by),
  lodging: prices.lodging.map((p) => p * by),
  routes: prices.routes * by,
  cut: prices.cut.map((p) => p * by),
})
