import type { LngLat } from '../territory/settlement.ts'
import { partOf, seed, type TableTask } from './matrix.ts'
import type { RoadGraph } from './road-graph.ts'
import { newSearch, resetSearch, runSearch, type Search } from './shortest-paths.ts'
import type { Access } from './snap.ts'
import type { TravelView } from './travel-view.ts'

/** One state of the roads as one kind of vehicle meets them, with its places joined to them: each stands at one point. */
export interface LineGround {
  graph: RoadGraph
  view: TravelView
  access: Access
}

/** How a way ends: from a node onto the target's edge by half-edge h, or along the edge that both places stand on. */
interface Ending {
  time: number
  node: number
  h: number
}

/**
 * The roads that the quickest way takes from one place to each of others: the same ways whose seconds the tables hold. Each
 * line goes from the point where a vehicle stands to that of the other; null where there is no way.
 */
export function roadLinesFrom(
  ground: LineGround,
  from: number,
  targets: readonly number[],
): (LngLat[] | null)[] {
  const { graph, view, access } = ground
  const start = legOf(access, from)
  if (start === null) return targets.map(() => null)
  const search = newSearch(graph, view)
  resetSearch(search, false)
  const task: TableTask = {
    graph,
    view,
    from: access,
    to: access,
    boarding: 0,
    limit: Number.POSITIVE_INFINITY,
  }
  seed(task, search, access, from)
  runSearch(search)
  return targets.map((target) => {
    const end = legOf(access, target)
    return end === null ? null : lineTo(ground, search, start, end)
  })
}

/** The leg on which a vehicle's place is joined to the roads; null where no road reaches it. */
const legOf = ({ first }: Access, place: number): number | null =>
  first[place + 1]! > first[place]! ? first[place]! : null

function lineTo(ground: LineGround, search: Search, start: number, end: number): LngLat[] | null {
  const { graph, access } = ground
  const [e, there] = [access.edge[end]!, access.along[end]!]
  const ending = bestEnding(ground, search, end)
  const straight = alongOneEdge(ground, start, end)
  if (straight < ending.time) return stretch(graph, e, access.along[start]!, there)
  if (ending.time === Number.POSITIVE_INFINITY) return null
  const last = stretch(graph, e, ending.h % 2 === 0 ? 0 : graph.metres[e]!, there)
  const line = [last]
  let node = ending.node
  for (;;) {
    const first = seededBy(ground, search, start, node)
    if (first !== null) {
      line.push(stretch(graph, access.edge[start]!, access.along[start]!, first))
      return withoutRepeats(line.reverse().flat())
    }
    const h = cameBy(ground, search, node)
    if (h === null) return null
    const edge = h >> 1
    const whole = graph.metres[edge]!
    line.push(h % 2 === 0 ? stretch(graph, edge, 0, whole) : stretch(graph, edge, whole, 0))
    node = graph.head[h ^ 1]!
  }
}

function bestEnding({ graph, view, access }: LineGround, search: Search, end: number): Ending {
  const e = access.edge[end]!
  let best: Ending = { time: Number.POSITIVE_INFINITY, node: -1, h: -1 }
  for (let side = 0; side < 2; side++) {
    const node = graph.head[2 * e + side]!
    const h = 2 * e + 1 - side
    if (search.settled[node] !== 1 || view.cost[h] === Number.POSITIVE_INFINITY) continue
    const time = search.time[node]! + partOf(access, end, view, h, side === 1) + access.legIn[end]!
    if (time < best.time) best = { time, node, h }
  }
  return best
}

/** Seconds along the edge that both places stand on; Infinity where it is not one. */
function alongOneEdge({ view, access }: LineGround, start: number, end: number): number {
  const e = access.edge[start]!
  if (access.edge[end] !== e) return Number.POSITIVE_INFINITY
  const ahead = access.along[end]! >= access.along[start]!
  if (view.cost[2 * e + (ahead ? 0 : 1)] === Number.POSITIVE_INFINITY)
    return Number.POSITIVE_INFINITY
  const ride = ahead
    ? access.forward[end]! - access.forward[start]!
    : access.backward[start]! - access.backward[end]!
  return access.legOut[start]! + ride + access.legIn[end]!
}

/** Where on the start's edge the way leaves it for a node, in metres; null where it comes to the node from elsewhere. */
function seededBy(
  { graph, view, access }: LineGround,
  search: Search,
  start: number,
  node: number,
): number | null {
  const e = access.edge[start]!
  for (let side = 0; side < 2; side++) {
    const h = 2 * e + side
    if (graph.head[h] !== node || view.cost[h] === Number.POSITIVE_INFINITY) continue
    const time = access.legOut[start]! + partOf(access, start, view, h, side === 1)
    if (time === search.time[node]) return side === 0 ? graph.metres[e]! : 0
  }
  return null
}

/** The half-edge by which the search came to a node; each sum is the one that the search made, to the last bit. */
function cameBy({ graph, view }: LineGround, search: Search, node: number): number | null {
  const { firstHalf, half, head } = graph
  const time = search.time[node]!
  for (let k = firstHalf[node]!; k < firstHalf[node + 1]!; k++) {
    const h = half[k]! ^ 1
    const before = head[half[k]!]!
    if (search.settled[before] !== 1 || !(search.time[before]! < time)) continue
    if (search.time[before]! + view.cost[h]! === time) return h
  }
  return null
}

/** Points of an edge between two places on it, ends included, in the direction from the first to the second. */
function stretch(graph: RoadGraph, e: number, from: number, to: number): LngLat[] {
  if (from > to) return stretch(graph, e, to, from).reverse()
  const [first, end] = [graph.firstPoint[e]!, graph.firstPoint[e + 1]!]
  const line = [pointAt(graph, first, end, from)]
  for (let p = first; p < end; p++)
    if (graph.pointMetres[p]! > from && graph.pointMetres[p]! < to)
      line.push([graph.pointLng[p]!, graph.pointLat[p]!])
  line.push(pointAt(graph, first, end, to))
  return line
}

function pointAt(graph: RoadGraph, first: number, end: number, metres: number): LngLat {
  const { pointMetres, pointLng, pointLat } = graph
  let p = first
  while (p < end - 2 && pointMetres[p + 1]! < metres) p++
  const length = pointMetres[p + 1]! - pointMetres[p]!
  const f = length > 0 ? Math.min(1, Math.max(0, (metres - pointMetres[p]!) / length)) : 0
  return [
    pointLng[p]! + (pointLng[p + 1]! - pointLng[p]!) * f,
    pointLat[p]! + (pointLat[p + 1]! - pointLat[p]!) * f,
  ]
}

const withoutRepeats = (line: readonly LngLat[]): LngLat[] =>
  line.filter((at, k) => k === 0 || at[0] !== line[k - 1]![0] || at[1] !== line[k - 1]![1])
