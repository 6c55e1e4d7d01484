import { completionOf, fillCompletion } from './completion.ts'
import type { PricedRoute, PricingTables } from './price-routes.ts'
import { type PricedCuts, priceOfBits } from './priced-cuts.ts'
import type { RouteGraph } from './route-graph.ts'

export interface EnumerationOrder {
  prices: Float64Array
  constant: number
  endPrices: readonly number[]
  cuts: PricedCuts
  /** Routes of less reduced cost than this. */
  below: number
  /** Ways tried at most. */
  mostSteps: number
  stop(): boolean
}

/**
 * All routes without a repeated customer whose reduced cost is below the gap between upper and lower bound: no other can be in
 * a better solution (route enumeration, Baldacci, Christofides & Mingozzi 2008, Mathematical Programming 115(2)). Of routes with the
 * same customers and end only the cheapest is kept. Null when there are too many to try.
 */
export function enumerateRoutes(
  graph: RouteGraph,
  tables: PricingTables,
  order: EnumerationOrder,
): PricedRoute[] | null {
  const { size, resources, cost, ends, low, high, take } = graph
  const arc = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) arc[i * size + j] = cost[i * size + j]! - order.prices[j]!
  const close = new Float64Array(size).fill(Infinity)
  ends.forEach((end, e) => {
    for (let i = 0; i < size; i++)
      close[i] = Math.min(close[i]!, end.cost[i]! - order.endPrices[e]!)
  })
  fillCompletion(tables.completion, graph, arc, close, tables.ways)
  const cheapest = new Map<string, PricedRoute>()
  const path: number[] = []
  const on = new Uint8Array(size)
  let steps = 0

  const visit = (
    i: number,
    j: number,
    before: Float64Array | null,
    halves: Int32Array,
    so: number,
  ): boolean => {
    steps += 1
    if (steps > order.mostSteps || ((steps & 4095) === 0 && order.stop())) return false
    const value = new Float64Array(resources)
    for (let k = 0; k < resources; k++) {
      const v = before
        ? before[k]! + take[(i * size + j) * resources + k]!
        : graph.startTake[j * resources + k]!
      value[k] = Math.max(v, low[j * resources + k]!)
      if (value[k]! > high[j * resources + k]!) return true
    }
    if (so + completionOf(tables.completion, j, i, value[0]!) >= order.below) return true
    const { paid, next } = pay(order.cuts, halves, j)
    const reduced = so + paid
    if (reduced + completionOf(tables.completion, j, i, value[0]!) >= order.below) return true
    path.push(j)
    on[j] = 1
    finish(j, value, reduced)
    let whole = true
    for (const k of tables.ways[j]!)
      if (whole && !on[k]) whole = visit(j, k, value, next, reduced + arc[j * size + k]!)
    path.pop()
    on[j] = 0
    return whole
  }

  const finish = (i: number, value: Float64Array, so: number): void => {
    ends.forEach((end, e) => {
      const reduced = so + end.cost[i]! - order.endPrices[e]!
      if (reduced >= order.below) return
      for (let k = 0; k < resources; k++)
        if (value[k]! + end.take[i * resources + k]! > end.limit[k]!) return
      const key = `${e} ${[...path].sort((a, b) => a - b).join(' ')}`
      const known = cheapest.get(key)
      if (!known || costOfPath(graph, path, e) < costOfPath(graph, known.stops, e))
        cheapest.set(key, { reduced, end: e, stops: [...path] })
    })
  }

  for (let j = 0; j < size; j++) {
    const first = graph.startCost[j]! - order.constant - order.prices[j]!
    if (first < Infinity && !visit(-1, j, null, new Int32Array(order.cuts.words), first))
      return null
  }
  return [...cheapest.values()]
}

function costOfPath(graph: RouteGraph, path: readonly number[], end: number): number {
  let cost = graph.startCost[path[0]!]!
  for (let k = 1; k < path.length; k++) cost += graph.cost[path[k - 1]! * graph.size + path[k]!]!
  return cost + graph.ends[end]!.cost[path.at(-1)!]!
}

function pay(cuts: PricedCuts, halves: Int32Array, j: number): { paid: number; next: Int32Array } {
  const next = new Int32Array(cuts.words)
  let paid = 0
  for (let w = 0; w < cuts.words; w++) {
    const inside = cuts.inside[j * cuts.words + w]!
    const kept = halves[w]! & cuts.memory[j * cuts.words + w]!
    if (kept & inside) paid += priceOfBits(cuts, w, kept & inside)
    next[w] = kept ^ inside
  }
  return { paid, next }
}
