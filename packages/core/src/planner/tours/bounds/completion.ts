import type { RouteGraph } from './route-graph.ts'

/**
 * The least reduced cost with which a route can still end, from a customer with at least so much of the first resource:
 * by dynamic programming over steps of that resource, other resources and ng-sets left out, 2-cycles forbidden (Christofides,
 * Mingozzi & Toth 1981). Labels that can't become columns even so are dropped.
 */
export interface Completion {
  /** Steps of the first resource; 1 where it moves too little to tell. */
  steps: number
  width: number
  base: number
  /** customer × steps + step. Best, who comes next then (-1: the end), and best with another next. */
  best: Float64Array
  next: Int32Array
  second: Float64Array
}

const mostSteps = 600

/** Width of a step: no way takes less, so that each way leads to a later step. */
function stepOf(graph: RouteGraph): { base: number; width: number; steps: number } {
  const { size, resources, take, cost, low, high } = graph
  let least = Infinity
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      if (cost[i * size + j]! < Infinity) least = Math.min(least, take[(i * size + j) * resources]!)
  let [base, top] = [Infinity, -Infinity]
  for (let j = 0; j < size; j++) {
    base = Math.min(base, low[j * resources]!)
    top = Math.max(top, high[j * resources]!)
  }
  if (least === Infinity) least = Math.max(1, top - base)
  const steps = Math.floor((top - base) / least) + 1
  return steps <= mostSteps && steps > 0
    ? { base, width: least, steps }
    : { base, width: 0, steps: 1 }
}

/** A table for a graph, to be filled anew for each set of prices. */
export function openCompletion(graph: RouteGraph): Completion {
  const step = stepOf(graph)
  const cells = graph.size * step.steps
  return {
    ...step,
    best: new Float64Array(cells).fill(-Infinity),
    next: new Int32Array(cells).fill(-1),
    second: new Float64Array(cells).fill(-Infinity),
  }
}

export const stepAt = (table: Completion, value: number): number => {
  if (table.width === 0) return 0
  const step = Math.floor((value - table.base) / table.width)
  return step < 0 ? 0 : step >= table.steps ? table.steps - 1 : step
}

/** Fills the table: `arc` are costs of ways less the price of their head, `close` the least cost of ending at each customer. */
export function fillCompletion(
  table: Completion,
  graph: RouteGraph,
  arc: Float64Array,
  close: Float64Array,
  ways: readonly Int32Array[],
): void {
  if (table.width === 0) return
  const { size, resources, take, low, high } = graph
  const { steps, best, next, second, base, width } = table
  for (let step = steps - 1; step >= 0; step--) {
    const value = base + step * width
    for (let i = 0; i < size; i++) {
      const cell = i * steps + step
      let [first, who, other] = [Infinity, -2, Infinity]
      if (value <= high[i * resources]! + 1e-9) {
        first = close[i]!
        who = -1
        const list = ways[i]!
        for (let a = 0; a < list.length; a++) {
          const j = list[a]!
          const there = i * size + j
          let reach = value + take[there * resources]!
          if (reach > high[j * resources]!) continue
          if (reach < low[j * resources]!) reach = low[j * resources]!
          const to = j * steps + Math.max(step + 1, stepAt(table, reach))
          if (to >= (j + 1) * steps) continue
          const rest = arc[there]! + (next[to] === i ? second[to]! : best[to]!)
          if (rest < first) {
            other = first
            first = rest
            who = j
          } else if (rest < other) other = rest
        }
      }
      best[cell] = first
      next[cell] = who
      second[cell] = other
    }
  }
}

/** Least cost of ending from customer j, which follows i (-1: the start), with `value` of the first resource. */
export function completionOf(table: Completion, j: number, i: number, value: number): number {
  if (table.width === 0) return -Infinity
  const cell = j * table.steps + stepAt(table, value)
  // The end is never a return to the customer before, and the start none at all.
  return i >= 0 && table.next[cell] === i ? table.second[cell]! : table.best[cell]!
}
