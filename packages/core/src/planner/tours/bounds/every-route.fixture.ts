import type { RouteGraph } from './route-graph.ts'
import { cutCoefficient, type SubsetRowCut } from './subset-row-cuts.ts'

/** A route without a repeated customer, by local numbers. */
interface TriedRoute {
  reduced: number
  cost: number
  stops: number[]
}

/** All routes that keep every resource, by trying all orders. */
export function everyRoute(
  graph: RouteGraph,
  prices: Float64Array,
  cuts: readonly SubsetRowCut[],
  duals: readonly number[],
): TriedRoute[] {
  const { size, resources } = graph
  const found: TriedRoute[] = []
  const go = (stops: number[], values: number[], cost: number): void => {
    const last = stops.at(-1)
    if (last !== undefined) {
      for (const end of graph.ends) {
        if (values.some((v, k) => v + end.take[last * resources + k]! > end.limit[k]!)) continue
        const whole = cost + end.cost[last]!
        const units = stops.map((j) => graph.at[j]!)
        const paid = stops.reduce((sum, j) => sum + prices[j]!, 0)
        const byCuts = cuts.reduce((sum, cut, c) => sum + duals[c]! * cutCoefficient(cut, units), 0)
        found.push({ reduced: whole - paid - byCuts, cost: whole, stops })
      }
    }
    for (let j = 0; j < size; j++) {
      if (stops.includes(j)) continue
      const step = last === undefined ? graph.startCost[j]! : graph.cost[last * size + j]!
      if (step === Infinity) continue
      const next = Array.from({ length: resources }, (_, k) => {
        const so =
          last === undefined
            ? graph.startTake[j * resources + k]!
            : values[k]! + graph.take[(last * size + j) * resources + k]!
        return Math.max(so, graph.low[j * resources + k]!)
      })
      if (next.some((v, k) => v > graph.high[j * resources + k]!)) continue
      go([...stops, j], next, cost + step)
    }
  }
  go([], [], 0)
  return found
}
