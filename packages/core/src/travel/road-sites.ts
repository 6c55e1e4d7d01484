import type { RoadGraph } from './road-graph.ts'
import type { NearPoint } from './road-index.ts'
import { nextTime, offer, resetSearch, type Search, settleNext } from './shortest-paths.ts'
import type { TravelView } from './travel-view.ts'

/** A point of a road that a place could be joined to. */
export interface RoadSite {
  near: NearPoint
  /** Seconds of the view from the edge's start to the point, and from the point back to the start. */
  forward: number
  backward: number
  /** Seconds on foot from the place to the point and back; reckoned when first asked for, as heights cost time. */
  walk: () => { out: number; back: number }
  /** No walk is shorter than this. */
  least: number
}

/** A local search settles at most this many nodes: past it, sites are simply kept. */
const LOCAL_NODES = 4000

/** Sooner by less than this is not sooner: two sites never leave each other out. */
const MARGIN_S = 1e-6

/**
 * Leaves out sites that are never the best: the same point is reached sooner by another site and the road,
 * in both directions. Sound, so the shortest times stay what they would be with all of them.
 */
export function withoutDominated(
  context: { graph: RoadGraph; view: TravelView; search: Search },
  sites: readonly RoadSite[],
): RoadSite[] {
  if (sites.length < 2) return [...sites]
  const nearestFirst = [...sites].sort((a, b) => a.least - b.least)
  const out = undominated(context, nearestFirst, false)
  const back = undominated(context, nearestFirst, true)
  return nearestFirst.filter((site) => out.has(site) || back.has(site))
}

/**
 * Grows one search from the sites, nearest first. A site joins when the search has come as far as its shortest
 * possible walk and not yet reached it; most are reached by road before, and their walk is never reckoned.
 */
function undominated(
  { graph, view, search }: { graph: RoadGraph; view: TravelView; search: Search },
  sites: readonly RoadSite[],
  backward: boolean,
): Set<RoadSite> {
  const walk = (site: RoadSite): number => (backward ? site.walk().back : site.walk().out)
  const onEdge = new Map<number, RoadSite[]>()
  const joined: RoadSite[] = []
  let settled = 0
  let last = 0
  const growTo = (time: number): void => {
    for (; settled < LOCAL_NODES && nextTime(search) < time; settled++) settleNext(search)
  }
  const reachedAt = (site: RoadSite): number => {
    const { edge } = site.near
    const rest = restOfEdge(view, site, !backward)
    let best = Math.min(
      search.time[graph.head[2 * edge]!]! + rest.toHead,
      search.time[graph.head[2 * edge + 1]!]! + rest.toTail,
    )
    for (const other of onEdge.get(edge) ?? [])
      if (other !== site) best = Math.min(best, walk(other) + along(view, other, site, backward))
    return best
  }
  resetSearch(search, backward)
  for (const site of sites) {
    growTo(site.least)
    const reached = reachedAt(site)
    if (reached < site.least - MARGIN_S || reached < walk(site) - MARGIN_S) continue
    const { edge } = site.near
    const rest = restOfEdge(view, site, backward)
    offer(search, graph.head[2 * edge]!, walk(site) + rest.toHead, 0, 0, 0)
    offer(search, graph.head[2 * edge + 1]!, walk(site) + rest.toTail, 0, 0, 0)
    onEdge.set(edge, [...(onEdge.get(edge) ?? []), site])
    joined.push(site)
    last = Math.max(last, walk(site))
  }
  growTo(last)
  return new Set(joined.filter((site) => !(reachedAt(site) < walk(site) - MARGIN_S)))
}

/** Seconds from one site to another on the same edge; when backward, to it from the other. */
function along(view: TravelView, from: RoadSite, to: RoadSite, backward: boolean): number {
  const [start, end] = backward ? [to, from] : [from, to]
  const { edge, point, fraction } = start.near
  const ahead =
    point < end.near.point || (point === end.near.point && fraction <= end.near.fraction)
  if (view.cost[2 * edge + (ahead ? 0 : 1)] === Number.POSITIVE_INFINITY)
    return Number.POSITIVE_INFINITY
  return ahead ? end.forward - start.forward : start.backward - end.backward
}

/** Seconds between a site and the ends of its edge: towards the ends, or from them when backward. */
function restOfEdge(view: TravelView, site: RoadSite, backward: boolean) {
  const { edge } = site.near
  const ahead = view.cost[2 * edge]!
  const astern = view.cost[2 * edge + 1]!
  const none = Number.POSITIVE_INFINITY
  return backward
    ? { toHead: astern - site.backward, toTail: ahead === none ? none : site.forward }
    : { toHead: ahead - site.forward, toTail: astern === none ? none : site.backward }
}
