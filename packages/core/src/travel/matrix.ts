import { seconds, UNREACHABLE } from '../kernel/units.ts'
import type { RoadGraph } from './road-graph.ts'
import { newSearch, offer, resetSearch, runSearch, type Search } from './shortest-paths.ts'
import type { Access } from './snap.ts'
import type { TravelTable } from './travel-table.ts'
import type { TravelView } from './travel-view.ts'

/** What a slice of a table is filled from. Plain data and typed arrays: workers can have it. */
export interface TableTask {
  graph: RoadGraph
  view: TravelView
  from: Access
  to: Access
  /** Seconds added to every ride: boarding. */
  boarding: number
  /** Searches end here; what is farther stays -1. Infinity for no bound. */
  limit: number
}

/** The four dense arrays of a table, row-major. */
export type TableCells = Pick<TravelTable, 'p50' | 'p90' | 'roadMetres' | 'walkMetres'>

/** A table with all cells "no way" and the snap distances of its places. */
export function emptyTable(
  from: readonly string[],
  to: readonly string[],
  allocate: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): TravelTable {
  const cells = () => new Int32Array(allocate(4 * from.length * to.length)).fill(UNREACHABLE)
  return {
    from,
    to,
    p50: cells(),
    p90: cells(),
    roadMetres: cells(),
    walkMetres: cells(),
    fromSnap: new Int32Array(from.length).fill(UNREACHABLE),
    toSnap: new Int32Array(to.length).fill(UNREACHABLE),
  }
}

/** Fills rows `[start, end)`: one search outward from each origin. */
export function fillRows(task: TableTask, cells: TableCells, start: number, end: number): void {
  fill(task, cells, start, end, false)
}

/**
 * Fills columns `[start, end)`: one search backward from each destination; for tables with far more rows than columns.
 * P50 is the same as by rows; where two ways tie to the second, P90 and metres may be those of the other.
 */
export function fillColumns(task: TableTask, cells: TableCells, start: number, end: number): void {
  fill(task, cells, start, end, true)
}

function fill(task: TableTask, cells: TableCells, start: number, end: number, backward: boolean) {
  const [near, far] = backward ? [task.to, task.from] : [task.from, task.to]
  const columns = task.to.first.length - 1
  const targets = far.first.length - 1
  const search = newSearch(task.graph, task.view)
  const seedAt = new Int32Array(task.graph.edges).fill(-1)
  const trip = newTrip()
  for (let place = start; place < end; place++) {
    resetSearch(search, backward)
    markSeeds(near, place, seedAt)
    seed(task, search, near, place)
    runSearch(search, task.limit)
    for (let target = 0; target < targets; target++) {
      bestTrip(task, search, near, place, far, target, seedAt, trip)
      if (!(trip.time + task.boarding <= task.limit) || trip.time === Number.POSITIVE_INFINITY)
        continue
      const cell = backward ? target * columns + place : place * columns + target
      cells.p50[cell] = seconds(trip.time + task.boarding)
      cells.p90[cell] = seconds(trip.p90 + task.boarding)
      cells.roadMetres[cell] = Math.round(trip.road)
      cells.walkMetres[cell] = Math.round(trip.foot)
    }
    unmarkSeeds(near, place, seedAt)
  }
}

/** Figures of one way between two places. */
interface Trip {
  time: number
  p90: number
  road: number
  foot: number
}

export const newTrip = (): Trip => ({ time: 0, p90: 0, road: 0, foot: 0 })

/** Notes the first leg on each edge that a place's legs lie on, so that a target on the same edge is seen. */
export function markSeeds(near: Access, place: number, seedAt: Int32Array): void {
  for (let k = near.first[place + 1]! - 1; k >= near.first[place]!; k--) seedAt[near.edge[k]!] = k
}

export function unmarkSeeds(near: Access, place: number, seedAt: Int32Array): void {
  for (let k = near.first[place]!; k < near.first[place + 1]!; k++) seedAt[near.edge[k]!] = -1
}

/** Starts a search at the legs of a place. */
export function seed(task: TableTask, search: Search, near: Access, place: number): void {
  const { graph, view } = task
  const spread = task.view.walkSpread
  for (let k = near.first[place]!; k < near.first[place + 1]!; k++) {
    const e = near.edge[k]!
    const leg = search.backward ? near.legIn[k]! : near.legOut[k]!
    const metres = near.legMetres[k]!
    for (let side = 0; side < 2; side++) {
      // Side 0 is the head of the edge. Outward one drives the half-edge to it, backward one comes from it.
      const h = 2 * e + (search.backward ? 1 - side : side)
      const cost = view.cost[h]!
      if (cost === Number.POSITIVE_INFINITY) continue
      const ride = partOf(near, k, view, h, side === 1)
      const share = cost > 0 ? ride / cost : 0
      const length = side === 0 ? graph.metres[e]! - near.along[k]! : near.along[k]!
      const walked = view.onFoot[h] === 1
      offer(
        search,
        graph.head[2 * e + side]!,
        leg + ride,
        leg * spread + view.costP90[h]! * share,
        walked ? 0 : length,
        metres + (walked ? length : 0),
      )
    }
  }
}

/**
 * Seconds on half-edge h between the leg's point and one end of the edge; `tail` is the edge's start.
 * Running totals go from the start: forward to the point, backward from the point.
 */
export function partOf(
  access: Access,
  k: number,
  view: TravelView,
  h: number,
  tail: boolean,
): number {
  const total = (h & 1) === 0 ? access.forward[k]! : access.backward[k]!
  return tail ? total : view.cost[h]! - total
}

/** The best way between the searched place and a target: over either end of an edge, or along a shared edge. */
export function bestTrip(
  task: TableTask,
  search: Search,
  near: Access,
  place: number,
  far: Access,
  target: number,
  seedAt: Int32Array,
  best: Trip,
): void {
  const { graph, view } = task
  const spread = task.view.walkSpread
  const { backward } = search
  best.time = Number.POSITIVE_INFINITY
  for (let k = far.first[target]!; k < far.first[target + 1]!; k++) {
    const e = far.edge[k]!
    const leg = backward ? far.legOut[k]! : far.legIn[k]!
    const metres = far.legMetres[k]!
    for (let side = 0; side < 2; side++) {
      const v = graph.head[2 * e + side]!
      if (search.settled[v] !== 1) continue
      // Arriving from the head one runs the edge backward; in a backward search it is left towards the head.
      const h = 2 * e + (backward ? side : 1 - side)
      const cost = view.cost[h]!
      if (cost === Number.POSITIVE_INFINITY) continue
      const ride = partOf(far, k, view, h, side === 1)
      const time = search.time[v]! + ride + leg
      if (!(time < best.time)) continue
      const share = cost > 0 ? ride / cost : 0
      const length = side === 0 ? graph.metres[e]! - far.along[k]! : far.along[k]!
      const walked = view.onFoot[h] === 1
      best.time = time
      best.p90 = search.p90[v]! + view.costP90[h]! * share + leg * spread
      best.road = search.road[v]! + (walked ? 0 : length)
      best.foot = search.foot[v]! + (walked ? length : 0) + metres
    }
    if (seedAt[e]! < 0) continue
    for (let s = seedAt[e]!; s < near.first[place + 1]! && near.edge[s] === e; s++)
      alongEdge(task, near, s, far, k, backward, best)
  }
}

/** Both points lie on one edge: straight along it. */
function alongEdge(
  task: TableTask,
  near: Access,
  s: number,
  far: Access,
  t: number,
  backward: boolean,
  best: Trip,
): void {
  const { view } = task
  const e = near.edge[s]!
  const spread = task.view.walkSpread
  const [fromAccess, from, toAccess, to] = backward ? [far, t, near, s] : [near, s, far, t]
  const length = Math.abs(toAccess.along[to]! - fromAccess.along[from]!)
  const ahead = toAccess.along[to]! >= fromAccess.along[from]!
  const h = 2 * e + (ahead ? 0 : 1)
  const cost = view.cost[h]!
  if (cost === Number.POSITIVE_INFINITY && length > 0) return
  const ride =
    length === 0
      ? 0
      : ahead
        ? toAccess.forward[to]! - fromAccess.forward[from]!
        : fromAccess.backward[from]! - toAccess.backward[to]!
  const legs = fromAccess.legOut[from]! + toAccess.legIn[to]!
  const time = legs + ride
  if (!(time < best.time)) return
  const walked = view.onFoot[h] === 1
  const metres = fromAccess.legMetres[from]! + toAccess.legMetres[to]!
  best.time = time
  best.p90 = legs * spread + (length > 0 && cost > 0 ? (view.costP90[h]! * ride) / cost : 0)
  best.road = walked ? 0 : length
  best.foot = metres + (walked ? length : 0)
}
