import Flatbush from 'flatbush'
import type { RoadNetwork, RoadWay } from '../territory/roads.ts'
import type { ElevationSampler } from '../territory/terrain.ts'
import { p90Factor, type TravelProfile, travelProfile } from './profile-table.ts'
import { emptyRoadGraph, ROAD_CLASSES, type RoadGraph, roadGraphBytes } from './road-graph.ts'
import { nodePoints, type RoadLink, roadLinks, sortedWays, timeWays } from './road-links.ts'
import type { RoadSeason, WayTimes } from './way-times.ts'

export interface TimingOptions {
  /** Heights in metres; NaN where unknown. Without it the land is flat. */
  elevation?: ElevationSampler
  season?: RoadSeason | null
  profile?: TravelProfile
}

/** A network with the times along its ways in one season: what graphs with different closures share. */
export interface TimedNetwork {
  network: RoadNetwork
  ways: RoadWay[]
  times: WayTimes[]
  profile: TravelProfile
}

export interface GraphOptions {
  /** Ids or names of ways that are closed. */
  closed?: ReadonlySet<string>
  /** Makes the buffer; a SharedArrayBuffer for threads. */
  allocate?: (bytes: number) => ArrayBufferLike
}

/** Segments per entry of the spatial index. */
const CHUNK_SEGMENTS = 8

/** A chain of links between two nodes, in driving order; `reversed` links run against their way. */
interface Chain {
  links: { link: RoadLink; reversed: boolean }[]
  from: number
  to: number
}

/** Times every way of a network: heights, grades, bends, surfaces and the season. */
export function timedNetwork(network: RoadNetwork, options: TimingOptions = {}): TimedNetwork {
  const profile = options.profile ?? travelProfile
  const elevation = options.elevation ?? (() => Number.NaN)
  const ways = sortedWays(network)
  const times = timeWays(network, ways, elevation, options.season ?? null, profile)
  return { network, ways, times, profile }
}

/** Builds the graph of a network in one step. */
export const buildRoadGraph = (
  network: RoadNetwork,
  options: TimingOptions & GraphOptions = {},
): RoadGraph => graphOfTimed(timedNetwork(network, options), options)

/**
 * Builds the graph of one state of the roads: closures left out, season applied.
 * The order of ways and points in the network makes no difference.
 */
export function graphOfTimed(timed: TimedNetwork, options: GraphOptions = {}): RoadGraph {
  const { network, profile } = timed
  const closed = options.closed ?? new Set<string>()
  const open = timed.ways.flatMap((way, k) =>
    closed.has(way.id) || (way.name !== undefined && closed.has(way.name)) ? [] : [k],
  )
  const ways = open.map((k) => timed.ways[k]!)
  const isNode = nodePoints(network, ways)
  const times = open.map((k) => timed.times[k]!)
  const links = roadLinks(ways, times, isNode)
  const chains = chainLinks(links, isNode)
  const { order, nodeOf } = numberNodes(network, chains)
  chains.sort((a, b) => nodeOf.get(a.from)! - nodeOf.get(b.from)!)
  let points = 0
  let chunks = 0
  for (const chain of chains) {
    points++
    for (const { link } of chain.links) {
      points += link.last - link.first
      chunks += Math.ceil((link.last - link.first) / CHUNK_SEGMENTS)
    }
  }
  const indexBytes = chunks > 0 ? new Flatbush(chunks).data.byteLength : 0
  const size = { nodes: order.length, edges: chains.length, points, chunks, indexBytes }
  const allocate = options.allocate ?? ((bytes: number) => new ArrayBuffer(bytes))
  const graph = emptyRoadGraph(size, allocate(roadGraphBytes(size)))
  order.forEach((p, node) => {
    graph.nodeLng[node] = network.lng[p]!
    graph.nodeLat[node] = network.lat[p]!
  })
  fillEdges(graph, network, chains, nodeOf, profile)
  fillAdjacency(graph)
  fillChunks(graph, chains)
  fillIndex(graph)
  return graph
}

/** Joins links through points that are no nodes. Every link ends up in exactly one chain. */
function chainLinks(links: readonly RoadLink[], isNode: Uint8Array): Chain[] {
  const joints = new Map<number, number[]>()
  links.forEach((link, k) => {
    for (const p of [link.from, link.to])
      if (!isNode[p]) joints.set(p, [...(joints.get(p) ?? []), k])
  })
  const used = new Uint8Array(links.length)
  const chains: Chain[] = []
  const follow = (start: number, from: number): void => {
    const chain: Chain = { links: [], from, to: from }
    for (let k: number | undefined = start; k !== undefined && !used[k]; ) {
      const link: RoadLink = links[k]!
      used[k] = 1
      const reversed: boolean = link.from !== chain.to
      chain.links.push({ link, reversed })
      chain.to = reversed ? link.from : link.to
      const here: number = k
      k = isNode[chain.to] ? undefined : joints.get(chain.to)?.find((other) => other !== here)
    }
    chains.push(chain)
  }
  links.forEach((link, k) => {
    if (used[k]) return
    if (isNode[link.from]) follow(k, link.from)
    else if (isNode[link.to]) follow(k, link.to)
  })
  links.forEach((link, k) => {
    if (!used[k]) follow(k, link.from)
  })
  return chains
}

/** Nodes along a Morton curve, so that neighbours lie near each other in memory. */
function numberNodes(network: RoadNetwork, chains: readonly Chain[]) {
  const seen = [...new Set(chains.flatMap((chain) => [chain.from, chain.to]))]
  const code = new Map(seen.map((p) => [p, morton(network.lng[p]!, network.lat[p]!)]))
  const order = seen.sort((a, b) => code.get(a)! - code.get(b)!)
  return { order, nodeOf: new Map(order.map((p, node) => [p, node])) }
}

/** 22 bits of longitude and latitude interleaved: cells of about 10 m. */
function morton(lng: number, lat: number): number {
  let x = Math.floor(((lng + 180) / 360) * 4194303)
  let y = Math.floor(((lat + 90) / 180) * 4194303)
  let code = 0
  let place = 1
  for (let bit = 0; bit < 22; bit++) {
    code += ((x & 1) + 2 * (y & 1)) * place
    place *= 4
    x >>= 1
    y >>= 1
  }
  return code
}

function fillEdges(
  graph: RoadGraph,
  network: RoadNetwork,
  chains: readonly Chain[],
  nodeOf: ReadonlyMap<number, number>,
  profile: TravelProfile,
): void {
  let point = 0
  chains.forEach((chain, e) => {
    graph.head[2 * e] = nodeOf.get(chain.to)!
    graph.head[2 * e + 1] = nodeOf.get(chain.from)!
    graph.firstPoint[e] = point
    point = fillPoints(graph, network, chain, point)
    fillTotals(graph, e, point - 1, chain, profile)
  })
  graph.firstPoint[chains.length] = point
}

/** Writes the points of a chain with running totals; returns the place after them. */
function fillPoints(graph: RoadGraph, network: RoadNetwork, chain: Chain, start: number): number {
  let at = start
  for (const [k, { link, reversed }] of chain.links.entries()) {
    const { way, times, first, last } = link
    const base = k === 0 ? at : at - 1
    const totals = (p: number) => [
      graph.pointMetres[p] ?? 0,
      graph.pointDriveForward[p] ?? 0,
      graph.pointDriveBackward[p] ?? 0,
      graph.pointWalkForward[p] ?? 0,
      graph.pointWalkBackward[p] ?? 0,
    ]
    const before = k === 0 ? [0, 0, 0, 0, 0] : totals(base)
    const [forward, backward] = reversed
      ? [times.driveBackward, times.driveForward]
      : [times.driveForward, times.driveBackward]
    const [walkForward, walkBackward] = reversed
      ? [times.walkBackward, times.walkForward]
      : [times.walkForward, times.walkBackward]
    const origin = reversed ? last : first
    for (let j = k === 0 ? 0 : 1; j <= last - first; j++) {
      const v = reversed ? last - j : first + j
      const from = (array: Float64Array) => Math.abs(array[v]! - array[origin]!)
      graph.pointLng[at] = network.lng[way.points[v]!]!
      graph.pointLat[at] = network.lat[way.points[v]!]!
      graph.pointMetres[at] = before[0]! + from(times.along)
      graph.pointDriveForward[at] = before[1]! + from(forward)
      graph.pointDriveBackward[at] = before[2]! + from(backward)
      graph.pointWalkForward[at] = before[3]! + from(walkForward)
      graph.pointWalkBackward[at] = before[4]! + from(walkBackward)
      at++
    }
  }
  return at
}

function fillTotals(
  graph: RoadGraph,
  e: number,
  lastPoint: number,
  chain: Chain,
  profile: TravelProfile,
): void {
  const { link, reversed } = chain.links[0]!
  const { way } = link
  const oneway = reversed ? -way.oneway : way.oneway
  const drivable = !way.footOnly && profile.speed[way.class].value > 0
  const forward = drivable && oneway !== -1 ? 1 : Number.POSITIVE_INFINITY
  const backward = drivable && oneway !== 1 ? 1 : Number.POSITIVE_INFINITY
  const walkable = way.class === 'motorway' ? Number.POSITIVE_INFINITY : 1
  const spread = p90Factor(profile.spread[way.class].value)
  const times = (seconds: number, allowed: number): number =>
    allowed === 1 ? seconds : Number.POSITIVE_INFINITY
  graph.drive[2 * e] = times(graph.pointDriveForward[lastPoint]!, forward)
  graph.drive[2 * e + 1] = times(graph.pointDriveBackward[lastPoint]!, backward)
  graph.driveP90[2 * e] = graph.drive[2 * e]! * spread
  graph.driveP90[2 * e + 1] = graph.drive[2 * e + 1]! * spread
  graph.walk[2 * e] = times(graph.pointWalkForward[lastPoint]!, walkable)
  graph.walk[2 * e + 1] = times(graph.pointWalkBackward[lastPoint]!, walkable)
  graph.metres[e] = graph.pointMetres[lastPoint]!
  graph.width[e] = way.widthM ?? Number.POSITIVE_INFINITY
  graph.weight[e] = way.maxWeightT ?? Number.POSITIVE_INFINITY
  graph.edgeClass[e] = ROAD_CLASSES.indexOf(way.class)
}

function fillAdjacency(graph: RoadGraph): void {
  const { firstHalf, half, head, edges, nodes } = graph
  for (let h = 0; h < 2 * edges; h++) firstHalf[head[h ^ 1]! + 1]!++
  for (let v = 0; v < nodes; v++) firstHalf[v + 1] = firstHalf[v + 1]! + firstHalf[v]!
  const next = firstHalf.slice(0, nodes)
  for (let h = 0; h < 2 * edges; h++) half[next[head[h ^ 1]!]!++] = h
}

function fillChunks(graph: RoadGraph, chains: readonly Chain[]): void {
  let c = 0
  let stretch = 0
  chains.forEach((chain, e) => {
    let start = graph.firstPoint[e]!
    for (const { link } of chain.links) {
      const last = start + link.last - link.first
      for (let p = start; p < last; p += CHUNK_SEGMENTS) {
        graph.chunkEdge[c] = e
        graph.chunkStretch[c] = stretch
        graph.chunkPoint[c] = p
        graph.chunkEnd[c] = Math.min(last, p + CHUNK_SEGMENTS)
        c++
      }
      start = last
      stretch++
    }
  })
}

function fillIndex(graph: RoadGraph): void {
  if (graph.chunks === 0) return
  const index = new Flatbush(graph.chunks)
  for (let c = 0; c < graph.chunks; c++) {
    const lng = graph.pointLng.subarray(graph.chunkPoint[c]!, graph.chunkEnd[c]! + 1)
    const lat = graph.pointLat.subarray(graph.chunkPoint[c]!, graph.chunkEnd[c]! + 1)
    index.add(Math.min(...lng), Math.min(...lat), Math.max(...lng), Math.max(...lat))
  }
  index.finish()
  graph.index.set(new Uint8Array(index.data))
}
