import { type Completion, completionOf, fillCompletion, openCompletion } from './completion.ts'
import { growLabels, type LabelStore, openLabels } from './label-store.ts'
import { type NgSets, remembered } from './ng-sets.ts'
import { type PricedCuts, priceOfBits } from './priced-cuts.ts'
import type { RouteGraph } from './route-graph.ts'

/** What one pricing run is asked. */
export interface PricingOrder {
  /** By local customer. */
  prices: Float64Array
  /** Taken off every route, and off those with this end. */
  constant: number
  endPrices: readonly number[]
  cuts: PricedCuts
  ng: NgSets
  /** Routes of less reduced cost than this are looked for. */
  below: number
  /** Dominance without ng-sets and cuts: quick, proves nothing. */
  loose: boolean
  mostLabels: number
  stop(): boolean
}

export interface PricedRoute {
  reduced: number
  end: number
  /** Local customers in order. */
  stops: number[]
}

export interface Priced {
  /** Cheapest first, at most one for each last customer. */
  routes: PricedRoute[]
  /** No route has a lower reduced cost: by the labels, or by completions alone where `exact` is false. */
  least: number
  /** Whether every route below the asked cost was found or outdone. */
  exact: boolean
}

/** What stays the same between runs on a graph. */
export interface PricingTables {
  ways: readonly Int32Array[]
  /** The nearest of them, for quick runs. */
  nearWays: readonly Int32Array[]
  completion: Completion
}

const nearest = 12

export function pricingTables(graph: RouteGraph): PricingTables {
  const ways = Array.from({ length: graph.size }, (_, i) =>
    Int32Array.from(
      Array.from({ length: graph.size }, (_, j) => j).filter(
        (j) => graph.cost[i * graph.size + j]! < Infinity,
      ),
    ),
  )
  const nearWays = ways.map((list, i) => {
    const byCost = [...list].sort(
      (a, b) => graph.cost[i * graph.size + a]! - graph.cost[i * graph.size + b]! || a - b,
    )
    return Int32Array.from(byCost.slice(0, nearest))
  })
  return { ways, nearWays, completion: openCompletion(graph) }
}

const bandsOfDominance = 24

/**
 * Routes of least reduced cost by labelling: ng-route relaxation (Baldacci, Mingozzi & Roberti 2011, Operations Research 59(5)),
 * subset-row cuts with limited memory in the dominance test (Jepsen et al. 2008, Operations Research 56(2); Pecin et al. 2017,
 * Mathematical Programming Computation 9(1)). Labels go forward in steps of the first resource; those that no completion makes cheap
 * enough are dropped (`completion.ts`).
 */
export function priceRoutes(graph: RouteGraph, tables: PricingTables, order: PricingOrder): Priced {
  const run = openRun(graph, tables, order)
  for (let j = 0; j < graph.size; j++) {
    const cost = graph.startCost[j]! - order.constant - order.prices[j]!
    if (cost < Infinity) reach(run, -1, j, cost)
  }
  const least = leastByCompletion(run)
  let finished = true
  const { labels, queue, queueEnd } = run
  for (let step = 0; step < queue.length && finished; step++)
    for (let label = queue[step]!; label >= 0; label = labels.later[label]!) {
      if (!labels.dead[label]) extend(run, label)
      if (labels.count > order.mostLabels || ((label & 1023) === 0 && order.stop())) {
        finished = false
        break
      }
    }
  queueEnd.fill(-1)
  return found(run, finished, least)
}

/** Least reduced cost of all routes by their completions alone (q-routes without 2-cycles). */
function leastByCompletion({ graph, order, tables }: Run): number {
  let least = Infinity
  for (let j = 0; j < graph.size; j++) {
    const cost = graph.startCost[j]! - order.constant - order.prices[j]!
    if (cost === Infinity) continue
    const value = Math.max(graph.startTake[j * graph.resources]!, graph.low[j * graph.resources]!)
    least = Math.min(least, cost + completionOf(tables.completion, j, -1, value))
  }
  return least
}

interface Run {
  graph: RouteGraph
  order: PricingOrder
  tables: PricingTables
  labels: LabelStore
  /** Cost of a way less the price of its head. */
  arc: Float64Array
  queue: Int32Array
  queueEnd: Int32Array
  /** Cheapest label by customer and band. */
  band: Int32Array
  bandOf(value: number): number
  stepOf(value: number): number
  /** Best completed label by last customer. */
  bestLabel: Int32Array
  bestEnd: Int32Array
  bestReduced: Float64Array
  /** Of the label in the making. */
  value: Float64Array
  halves: Int32Array
}

function openRun(graph: RouteGraph, tables: PricingTables, order: PricingOrder): Run {
  const { size, resources, cost, low, high } = graph
  const arc = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) arc[i * size + j] = cost[i * size + j]! - order.prices[j]!
  const close = new Float64Array(size).fill(Infinity)
  graph.ends.forEach((end, e) => {
    for (let i = 0; i < size; i++)
      close[i] = Math.min(close[i]!, end.cost[i]! - order.endPrices[e]!)
  })
  fillCompletion(tables.completion, graph, arc, close, tables.ways)
  let [base, top] = [Infinity, -Infinity]
  for (let j = 0; j < size; j++) {
    base = Math.min(base, low[j * resources]!)
    top = Math.max(top, high[j * resources]!)
  }
  const steps = Math.max(64, tables.completion.steps)
  const share = (value: number, parts: number) =>
    Math.max(0, Math.min(parts - 1, Math.floor(((value - base) / (top - base || 1)) * parts)))
  return {
    graph,
    order,
    tables,
    labels: openLabels(resources, order.cuts.words),
    arc,
    queue: new Int32Array(steps).fill(-1),
    queueEnd: new Int32Array(steps).fill(-1),
    band: new Int32Array(size * bandsOfDominance).fill(-1),
    bandOf: (value) => share(value, bandsOfDominance),
    stepOf: (value) => share(value, steps),
    bestLabel: new Int32Array(size).fill(-1),
    bestEnd: new Int32Array(size),
    bestReduced: new Float64Array(size).fill(order.below),
    value: new Float64Array(resources),
    halves: new Int32Array(order.cuts.words),
  }
}

function extend(run: Run, label: number): void {
  const { graph, order, labels, arc, tables } = run
  const i = labels.node[label]!
  const ways = (order.loose ? tables.nearWays : tables.ways)[i]!
  const near = labels.near[label]!
  const { bit } = order.ng
  for (let a = 0; a < ways.length; a++) {
    const j = ways[a]!
    const there = i * graph.size + j
    if (near & bit[there]!) continue
    reach(run, label, j, labels.cost[label]! + arc[there]!)
  }
}

/** Tries a label at customer j that follows `from` (-1: the start) at `cost` before cuts. */
function reach(run: Run, from: number, j: number, cost: number): void {
  const { graph, order, labels, value, tables } = run
  const { size, resources, low, high } = graph
  const i = from < 0 ? -1 : labels.node[from]!
  for (let k = 0; k < resources; k++) {
    let v =
      from < 0
        ? graph.startTake[j * resources + k]!
        : labels.value[from * resources + k]! + graph.take[(i * size + j) * resources + k]!
    if (v < low[j * resources + k]!) v = low[j * resources + k]!
    if (v > high[j * resources + k]!) return
    value[k] = v
  }
  if (cost + completionOf(tables.completion, j, i, value[0]!) >= order.below) return
  const paid = cost + (order.cuts.words > 0 ? payCuts(run, from, j) : 0)
  if (paid > cost && paid + completionOf(tables.completion, j, i, value[0]!) >= order.below) return
  const near =
    from < 0 ? order.ng.bit[j * size + j]! : remembered(order.ng, size, i, j, labels.near[from]!)
  keep(run, from, j, paid, near)
}

/** Sets the halves of the cuts at j and tells what j makes whole costs. */
function payCuts(run: Run, from: number, j: number): number {
  const { cuts } = run.order
  const { labels, halves } = run
  let paid = 0
  for (let w = 0; w < cuts.words; w++) {
    const before = from < 0 ? 0 : labels.halves[from * cuts.words + w]!
    const inside = cuts.inside[j * cuts.words + w]!
    const kept = before & cuts.memory[j * cuts.words + w]!
    if (kept & inside) paid += priceOfBits(cuts, w, kept & inside)
    halves[w] = kept ^ inside
  }
  return paid
}

function keep(run: Run, from: number, j: number, cost: number, near: number): void {
  const { graph, order, labels, value, halves, band } = run
  const { resources } = graph
  const { words } = order.cuts
  const mine = run.bandOf(value[0]!)
  const first = j * bandsOfDominance
  growLabels(labels, resources, words)
  const label = labels.count
  labels.cost[label] = cost
  labels.node[label] = j
  labels.before[label] = from
  labels.near[label] = near
  labels.dead[label] = 0
  for (let k = 0; k < resources; k++) labels.value[label * resources + k] = value[k]!
  for (let w = 0; w < words; w++) labels.halves[label * words + w] = halves[w]!
  for (let b = 0; b <= mine; b++)
    for (let other = band[first + b]!; other >= 0; other = labels.dearer[other]!) {
      if (labels.cost[other]! > cost) break
      if (dominates(run, other, label)) return
    }
  labels.count += 1
  for (let b = mine; b < bandsOfDominance; b++) weed(run, first + b, label)
  enlist(run, first + mine, label)
  const step = run.stepOf(value[0]!)
  labels.later[label] = -1
  if (run.queueEnd[step]! >= 0) labels.later[run.queueEnd[step]!] = label
  else run.queue[step] = label
  run.queueEnd[step] = label
  end(run, label)
}

/** Whether whatever completes `b` completes `a` at no higher cost. */
function dominates({ graph, order, labels }: Run, a: number, b: number): boolean {
  const { resources } = graph
  for (let k = 0; k < resources; k++)
    if (labels.value[a * resources + k]! > labels.value[b * resources + k]!) return false
  if (order.loose) return true
  if (labels.near[a]! & ~labels.near[b]!) return false
  const { words } = order.cuts
  let room = labels.cost[b]! - labels.cost[a]!
  for (let w = 0; w < words; w++) {
    const ahead = labels.halves[a * words + w]! & ~labels.halves[b * words + w]!
    if (ahead === 0) continue
    room -= priceOfBits(order.cuts, w, ahead)
    if (room < 0) return false
  }
  return true
}

/** Takes out of a band what `label` dominates. */
function weed(run: Run, band: number, label: number): void {
  const { labels } = run
  const cost = labels.cost[label]!
  let last = -1
  for (let other = run.band[band]!; other >= 0; other = labels.dearer[other]!) {
    if (labels.cost[other]! >= cost && dominates(run, label, other)) {
      labels.dead[other] = 1
      if (last < 0) run.band[band] = labels.dearer[other]!
      else labels.dearer[last] = labels.dearer[other]!
    } else last = other
  }
}

/** Puts a label in its band by cost. */
function enlist({ labels, band }: Run, at: number, label: number): void {
  let last = -1
  let other = band[at]!
  while (other >= 0 && labels.cost[other]! <= labels.cost[label]!) {
    last = other
    other = labels.dearer[other]!
  }
  labels.dearer[label] = other
  if (last < 0) band[at] = label
  else labels.dearer[last] = label
}

/** Completes a label by each end that its resources allow. */
function end({ graph, order, labels, bestLabel, bestEnd, bestReduced }: Run, label: number): void {
  const { resources, ends } = graph
  const i = labels.node[label]!
  for (let e = 0; e < ends.length; e++) {
    const { cost, take, limit } = ends[e]!
    const reduced = labels.cost[label]! + cost[i]! - order.endPrices[e]!
    if (reduced >= bestReduced[i]!) continue
    let fits = true
    for (let k = 0; k < resources; k++)
      if (labels.value[label * resources + k]! + take[i * resources + k]! > limit[k]!) fits = false
    if (!fits) continue
    bestReduced[i] = reduced
    bestLabel[i] = label
    bestEnd[i] = e
  }
}

function found(run: Run, finished: boolean, byCompletion: number): Priced {
  const { labels, order, bestLabel, bestEnd, bestReduced } = run
  const routes: PricedRoute[] = []
  bestLabel.forEach((label, i) => {
    if (label < 0) return
    const stops: number[] = []
    for (let at = label; at >= 0; at = labels.before[at]!) stops.unshift(labels.node[at]!)
    routes.push({ reduced: bestReduced[i]!, end: bestEnd[i]!, stops })
  })
  routes.sort((a, b) => a.reduced - b.reduced)
  const exact = finished && !order.loose
  const byLabels = Math.min(order.below, routes[0]?.reduced ?? Infinity)
  return { routes, exact, least: exact ? Math.max(byLabels, byCompletion) : byCompletion }
}
