import { greatCircleMetres } from '../territory/earth.ts'
import type { RoadNetwork, RoadWay } from '../territory/roads.ts'
import type { ElevationSampler } from '../territory/terrain.ts'
import type { TravelProfile } from './profile-table.ts'
import { type RoadSeason, type WayTimes, wayTimes } from './way-times.ts'

/** A stretch of one way between two junctions, with the totals of its way. */
export interface RoadLink {
  way: RoadWay
  times: WayTimes
  /** Vertices of the way, first and last included. */
  first: number
  last: number
  from: number
  to: number
}

/** Ways by id, then by their line: the same network in any order gives the same graph. */
export const sortedWays = (network: RoadNetwork): RoadWay[] =>
  network.ways
    .map((way) => withoutRepeats(network, way))
    .filter((way) => way.points.length >= 2)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : compareLines(network, a, b)))

/** Repeated points and points without coordinates are left out. */
function withoutRepeats(network: RoadNetwork, way: RoadWay): RoadWay {
  const { lng, lat } = network
  const kept = way.points.filter(
    (p, k) =>
      Number.isFinite(lng[p]) &&
      Number.isFinite(lat[p]) &&
      (k === 0 || lng[p] !== lng[way.points[k - 1]!] || lat[p] !== lat[way.points[k - 1]!]),
  )
  return kept.length === way.points.length ? way : { ...way, points: kept }
}

function compareLines(network: RoadNetwork, a: RoadWay, b: RoadWay): number {
  const length = Math.min(a.points.length, b.points.length)
  for (let k = 0; k < length; k++) {
    const p = a.points[k]!
    const q = b.points[k]!
    const d = network.lng[p]! - network.lng[q]! || network.lat[p]! - network.lat[q]!
    if (d !== 0) return d
  }
  return a.points.length - b.points.length
}

/** Ways that may be chained through a point where nothing else meets have the same key. */
const chainKey = (way: RoadWay): string =>
  `${way.class}|${way.footOnly}|${way.widthM ?? ''}|${way.maxWeightT ?? ''}|${way.oneway !== 0}`

/**
 * Which points are nodes: ends and junctions. A point passed by exactly two stretches that are alike is not,
 * so that chains of degree two become one edge. One-way streets chain head to tail only.
 */
export function nodePoints(network: RoadNetwork, ways: readonly RoadWay[]): Uint8Array {
  const n = network.lng.length
  const degree = new Uint32Array(n)
  const isNode = new Uint8Array(n)
  const keyAt: (string | undefined)[] = new Array(n)
  const arrivals = new Int8Array(n)
  for (const way of ways) {
    const key = chainKey(way)
    const last = way.points.length - 1
    way.points.forEach((p, k) => {
      degree[p] = degree[p]! + (k === 0 || k === last ? 1 : 2)
      if (keyAt[p] !== undefined && keyAt[p] !== key) isNode[p] = 1
      keyAt[p] = key
      if (way.oneway !== 0 && (k === 0 || k === last))
        arrivals[p] = arrivals[p]! + (k === 0 ? -way.oneway : way.oneway)
    })
  }
  for (let p = 0; p < n; p++)
    if (degree[p]! > 0 && (degree[p] !== 2 || arrivals[p] !== 0)) isNode[p] = 1
  for (const way of ways) {
    const first = way.points[0]!
    if (first === way.points[way.points.length - 1]) isNode[first] = 1
  }
  return isNode
}

/** Times along every way of a network in one season. Closures change none of them. */
export function timeWays(
  network: RoadNetwork,
  ways: readonly RoadWay[],
  elevation: ElevationSampler,
  season: RoadSeason | null,
  profile: TravelProfile,
): WayTimes[] {
  const heightOf = endHeights(network, ways, elevation)
  return ways.map((way) => {
    const { points } = way
    const last = points.length - 1
    const line = {
      lng: Float64Array.from(points, (p) => network.lng[p]!),
      lat: Float64Array.from(points, (p) => network.lat[p]!),
      startHeight: heightOf(points[0]!),
      endHeight: heightOf(points[last]!),
    }
    return wayTimes(way, line, elevation, season, profile)
  })
}

/** Cuts the ways at the nodes. */
export function roadLinks(
  ways: readonly RoadWay[],
  allTimes: readonly WayTimes[],
  isNode: Uint8Array,
): RoadLink[] {
  const links: RoadLink[] = []
  ways.forEach((way, w) => {
    const { points } = way
    const last = points.length - 1
    const times = allTimes[w]!
    let first = 0
    for (let k = 1; k <= last; k++) {
      if (k < last && !isNode[points[k]!]) continue
      links.push({ way, times, first, last: k, from: points[first]!, to: points[k]! })
      first = k
    }
  })
  return links
}

/** Sweeps of the relaxation: enough for chains of a few dozen bridges and tunnels. */
const SWEEPS = 100

/**
 * Heights of way ends. Where only bridges and tunnels meet, the ground says nothing about the road:
 * there the height is interpolated along the chain (length-weighted mean of the neighbours, relaxed).
 */
function endHeights(
  network: RoadNetwork,
  ways: readonly RoadWay[],
  elevation: ElevationSampler,
): (point: number) => number {
  const grounded = new Set<number>()
  for (const way of ways)
    if (!way.bridge && !way.tunnel) for (const p of way.points) grounded.add(p)
  const floating = new Map<number, { other: number; weight: number }[]>()
  const join = (p: number, other: number, weight: number): void => {
    if (grounded.has(p)) return
    const list = floating.get(p) ?? []
    list.push({ other, weight })
    floating.set(p, list)
  }
  for (const way of ways) {
    if (!way.bridge && !way.tunnel) continue
    const a = way.points[0]!
    const b = way.points[way.points.length - 1]!
    const length = greatCircleMetres(
      network.lng[a]!,
      network.lat[a]!,
      network.lng[b]!,
      network.lat[b]!,
    )
    join(a, b, 1 / Math.max(1, length))
    join(b, a, 1 / Math.max(1, length))
  }
  const heights = new Map<number, number>()
  const ground = (p: number): number => elevation(network.lng[p]!, network.lat[p]!)
  const heightOf = (p: number): number => heights.get(p) ?? ground(p)
  for (const [p, neighbours] of floating) if (neighbours.length < 2) floating.delete(p)
  for (let sweep = 0; sweep < SWEEPS && floating.size > 0; sweep++)
    for (const [p, neighbours] of floating) {
      let sum = 0
      let weights = 0
      for (const { other, weight } of neighbours) {
        const h = heightOf(other)
        if (Number.isNaN(h)) continue
        sum += h * weight
        weights += weight
      }
      if (weights > 0) heights.set(p, sum / weights)
    }
  return heightOf
}
