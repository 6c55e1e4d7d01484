import type { ElevationSampler } from '../territory/terrain.ts'
import type { TravelProfile } from './profile-table.ts'
import type { RoadGraph } from './road-graph.ts'
import { edgesWithin, type NearPoint, nearestEdge, type RoadIndex } from './road-index.ts'
import { type RoadSite, withoutDominated } from './road-sites.ts'
import { newSearch, type Search } from './shortest-paths.ts'
import { edgePiece, type StrongPieces, strongPieces } from './strong-pieces.ts'
import type { TravelView } from './travel-view.ts'
import { offPathWalk } from './walking.ts'

/** A place to be joined to the roads. */
export interface TravelPlace {
  id: string
  /** Null when it has no coordinates: no way leads there. */
  at: readonly [number, number] | null
}

/**
 * How places are joined to the roads, for one view: compressed rows of legs on foot, by edge, then along it.
 * People choose among all edges within reach; a vehicle stands at one point. Plain typed arrays, so that
 * workers can have it.
 */
export interface Access {
  /** Legs of place p: `first[p]` up to `first[p + 1]`. */
  first: Uint32Array
  edge: Uint32Array
  /** Seconds of the view from the edge's start to the point, and from the point back to the start. */
  forward: Float64Array
  backward: Float64Array
  /** Metres from the edge's start to the point. */
  along: Float64Array
  /** Seconds on foot from the place to the point and back, and metres. */
  legOut: Float64Array
  legIn: Float64Array
  legMetres: Float64Array
  /** Straight metres to the nearest of the legs; -1 when there is none. */
  snap: Int32Array
  /** 1 when the place was moved from a cut-off scrap of road to a real piece; 2 when on a piece apart from the main one. */
  state: Uint8Array
}

export interface SnapContext {
  graph: RoadGraph
  index: RoadIndex
  view: TravelView
  pieces: StrongPieces
  elevation: ElevationSampler
  profile: TravelProfile
  /** Factor on adult walking seconds off the road: 1 for adults and crews. */
  walkFactor: number
  /** One standing point (vehicles), or a choice of legs (people). */
  single: boolean
  search: Search
}

export function snapContext(
  index: RoadIndex,
  view: TravelView,
  elevation: ElevationSampler,
  profile: TravelProfile,
  choice: { single: boolean; elder?: boolean },
): SnapContext {
  const { graph } = index
  return {
    graph,
    index,
    view,
    pieces: strongPieces(graph, view),
    elevation,
    profile,
    walkFactor: choice.elder ? 1 / profile.walking.elder.value : 1,
    single: choice.single,
    search: newSearch(graph, view),
  }
}

/** One way between a place and the road: seconds on foot out and back. */
interface Leg extends RoadSite {
  out: number
  back: number
}

/**
 * Joins places to the roads of a view. A place without a road within reach is joined to the nearest real
 * piece of road, however far, and its walk is charged. Within reach every edge is a choice: adding a road
 * takes none away.
 */
export function snapPlaces(context: SnapContext, places: readonly TravelPlace[]): Access {
  const rows = places.map((place) => (place.at === null ? null : snapPlace(context, place.at)))
  const count = rows.reduce((sum, row) => sum + (row?.legs.length ?? 0), 0)
  const access = emptyAccess(places.length, count)
  let at = 0
  rows.forEach((row, p) => {
    access.first[p] = at
    access.snap[p] = row?.legs.length
      ? Math.round(Math.min(...row.legs.map((leg) => leg.near.metres)))
      : -1
    access.state[p] = row?.state ?? 0
    for (const leg of row?.legs ?? []) {
      const { near } = leg
      access.edge[at] = near.edge
      access.forward[at] = leg.forward
      access.backward[at] = leg.backward
      access.along[at] = between(context.graph.pointMetres, near)
      access.legOut[at] = leg.out
      access.legIn[at] = leg.back
      access.legMetres[at] = near.metres
      at++
    }
  })
  access.first[places.length] = at
  return access
}

const emptyAccess = (places: number, legs: number): Access => ({
  first: new Uint32Array(places + 1),
  edge: new Uint32Array(legs),
  forward: new Float64Array(legs),
  backward: new Float64Array(legs),
  along: new Float64Array(legs),
  legOut: new Float64Array(legs),
  legIn: new Float64Array(legs),
  legMetres: new Float64Array(legs),
  snap: new Int32Array(places).fill(-1),
  state: new Uint8Array(places),
})

function snapPlace(
  context: SnapContext,
  [lng, lat]: readonly [number, number],
): { legs: Leg[]; state: number } {
  const { graph, index, view, pieces, profile } = context
  const pieceAt = (edge: number): number => edgePiece(graph, view, pieces.pieceOf, edge)
  const isReal = (edge: number): boolean => {
    const piece = pieceAt(edge)
    if (piece < 0) return false
    return piece === pieces.main || pieces.metres[piece]! >= profile.tinyPiece.value
  }
  const usable = (edge: number): boolean =>
    view.cost[2 * edge]! < Number.POSITIVE_INFINITY ||
    view.cost[2 * edge + 1]! < Number.POSITIVE_INFINITY
  const reach = profile.walking.reach.value
  const within = edgesWithin(index, lng, lat, reach, usable)
  const real =
    within.find((near) => isReal(near.edge)) ?? nearestEdge(index, lng, lat, reach, isReal)
  const chosen = context.single ? (real ? [real] : within.slice(0, 1)) : [...within]
  if (!context.single && real !== null && !within.includes(real)) chosen.push(real)
  const sites = chosen.map((near) => siteOf(context, lng, lat, near))
  const kept = context.single ? sites : withoutDominated(context, sites)
  const moved = real !== null && within.length > 0 && within[0]!.metres < real.metres
  const apart = real !== null && pieceAt(real.edge) !== pieces.main
  return { legs: kept.map(legOf).sort(byEdge), state: apart ? 2 : moved ? 1 : 0 }
}

const byEdge = (a: Leg, b: Leg): number =>
  a.near.edge - b.near.edge || a.near.point - b.near.point || a.near.fraction - b.near.fraction

const legOf = (site: RoadSite): Leg => {
  const walk = site.walk()
  return { ...site, out: walk.out, back: walk.back }
}

function siteOf(context: SnapContext, lng: number, lat: number, near: NearPoint): RoadSite {
  const { graph, view, walkFactor } = context
  const { walking } = context.profile
  const p = near.point
  const f = near.fraction
  const walkedOut = view.onFoot[2 * near.edge] === 1
  const walkedBack = view.onFoot[2 * near.edge + 1] === 1
  let known: { out: number; back: number } | null = null
  const walk = (): { out: number; back: number } => {
    if (known !== null) return known
    const toLng = graph.pointLng[p]! + (graph.pointLng[p + 1]! - graph.pointLng[p]!) * f
    const toLat = graph.pointLat[p]! + (graph.pointLat[p + 1]! - graph.pointLat[p]!) * f
    const { out, back } = offPathWalk(lng, lat, toLng, toLat, context.elevation, walking)
    known = { out: out * walkFactor, back: back * walkFactor }
    return known
  }
  return {
    near,
    walk,
    least: (near.metres * walkFactor) / (fastestOffPath(walking) * PLANE_ERROR),
    forward:
      between(walkedOut ? graph.pointWalkForward : graph.pointDriveForward, near) *
      (walkedOut ? view.walkFactor : view.driveFactor),
    backward:
      between(walkedBack ? graph.pointWalkBackward : graph.pointDriveBackward, near) *
      (walkedBack ? view.walkFactor : view.driveFactor),
  }
}

/** Plane and sphere differ by less than this over a walk. */
const PLANE_ERROR = 1.01

/** m/s on the best slope. */
const fastestOffPath = (walking: TravelProfile['walking']): number =>
  (walking.fastest.value / 3.6) * walking.offPath.value

const between = (totals: Float64Array, { point, fraction }: NearPoint): number =>
  totals[point]! + (totals[point + 1]! - totals[point]!) * fraction
