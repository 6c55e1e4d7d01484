import { basename } from 'node:path'
import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import { compareText } from '@kuashan/core/kernel/order.ts'
import { outlineCentre } from '@kuashan/core/territory/import/osm-centroid.ts'
import type {
  OsmElement,
  OsmRelation,
  OsmTags,
} from '@kuashan/core/territory/import/osm-element.ts'
import {
  isOsmFacility,
  mergeFacilities,
  type OsmFacility,
  osmFacility,
} from '@kuashan/core/territory/import/osm-facility.ts'
import { type OsmRoadWay, osmNetwork } from '@kuashan/core/territory/import/osm-network.ts'
import { type OsmPlace, osmPlace } from '@kuashan/core/territory/import/osm-place.ts'
import { osmRoad } from '@kuashan/core/territory/import/osm-road.ts'
import type { RoadNetwork } from '@kuashan/core/territory/roads.ts'
import type { LngLat } from '@kuashan/core/territory/settlement.ts'
import { type NodeTable, nodeTable } from './node-table.ts'
import { type PbfTrouble, readPbfBlocks } from './pbf-blocks.ts'

export interface OsmExtract {
  roads: RoadNetwork
  places: OsmPlace[]
  facilities: OsmFacility[]
}

interface Gathered {
  nodes: NodeTable
  roads: OsmRoadWay[]
  notRoads: Map<string, number>
  places: OsmPlace[]
  facilities: OsmFacility[]
  outlines: { id: number; refs: number[]; tags: OsmTags }[]
  relations: OsmRelation[]
  /** First block with ways: a second reading for relations starts there. */
  firstWayBlock: number
}

/**
 * Roads, named places and facilities of an OSM extract in one streaming pass, with what is odd about them.
 * `extract` is null when the file cannot be read to its end: half a county is not planned for.
 */
export async function readOsm(
  path: string,
): Promise<{ extract: OsmExtract | null; findings: Finding[] }> {
  const file = basename(path)
  const gathered: Gathered = {
    nodes: nodeTable(),
    roads: [],
    notRoads: new Map(),
    places: [],
    facilities: [],
    outlines: [],
    relations: [],
    firstWayBlock: -1,
  }
  const trouble = await readPbfBlocks(path, (elements, offset) => {
    for (const element of elements) gather(gathered, element, offset)
  })
  if (trouble) return { extract: null, findings: [troubleFinding(trouble, file)] }

  addOutlines(gathered)
  await addRelations(gathered, path)
  const network = osmNetwork(gathered.roads, gathered.nodes, file)
  const merged = mergeFacilities(gathered.facilities, file)
  return {
    extract: {
      roads: network.roads,
      places: gathered.places.toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1))),
      facilities: merged.facilities,
    },
    findings: [
      ...network.findings,
      ...notRoadsFinding(gathered.notRoads, file),
      ...merged.findings,
    ],
  }
}

const troubleFinding = (trouble: PbfTrouble, file: string): Finding =>
  trouble.reason === 'truncated'
    ? finding('osm-truncated', { file }, { byte: trouble.byte })
    : finding('osm-unreadable', { file }, { reason: trouble.detail, byte: trouble.byte })

function gather(into: Gathered, element: OsmElement, offset: number): void {
  if (element.type === 'node') {
    into.nodes.add(element.id, element.lon, element.lat)
    if (!element.tags) return
    const at: LngLat = [element.lon, element.lat]
    const place = osmPlace(`n${element.id}`, element.tags, at)
    if (place) into.places.push(place)
    const facility = osmFacility(`n${element.id}`, element.tags, at)
    if (facility) into.facilities.push(facility)
    return
  }
  if (element.type === 'way') {
    if (into.firstWayBlock < 0 || offset < into.firstWayBlock) into.firstWayBlock = offset
    if (!element.tags) return
    if (element.tags.highway !== undefined) gatherRoad(into, element.id, element.refs, element.tags)
    if (isOsmFacility(element.tags)) {
      into.outlines.push({ id: element.id, refs: element.refs, tags: element.tags })
    }
    return
  }
  if (element.type === 'relation' && element.tags && isOsmFacility(element.tags)) {
    into.relations.push(element)
  }
}

function gatherRoad(into: Gathered, id: number, refs: number[], tags: OsmTags): void {
  const road = osmRoad(tags)
  const kind = tags.highway!
  if (road) into.roads.push({ id, refs, road })
  else into.notRoads.set(kind, (into.notRoads.get(kind) ?? 0) + 1)
}

const pointsOf = (nodes: NodeTable, refs: readonly number[]): LngLat[] =>
  refs
    .map((ref) => nodes.find(ref))
    .filter((row) => row >= 0)
    .map((row) => [nodes.lon(row), nodes.lat(row)])

/** OSM's own step: digits beyond it are the arithmetic's. */
const rounded = (at: LngLat): LngLat => [Number(at[0].toFixed(7)), Number(at[1].toFixed(7))]

function addOutlines(into: Gathered): void {
  for (const { id, refs, tags } of into.outlines) {
    const at = outlineCentre(pointsOf(into.nodes, refs))
    const facility = at && osmFacility(`w${id}`, tags, rounded(at))
    if (facility) into.facilities.push(facility)
  }
}

/** Facilities drawn as relations are few, so their member ways are fetched by reading the way blocks again. */
async function addRelations(into: Gathered, path: string): Promise<void> {
  if (into.relations.length === 0) return
  const wanted = new Set(
    into.relations.flatMap((r) => r.members.filter((m) => m.type === 'way').map((m) => m.ref)),
  )
  const found = new Map<number, number[]>()
  if (wanted.size > 0 && into.firstWayBlock >= 0) {
    await readPbfBlocks(
      path,
      (elements) => {
        for (const e of elements) if (e.type === 'way' && wanted.has(e.id)) found.set(e.id, e.refs)
      },
      into.firstWayBlock,
    )
  }
  for (const relation of into.relations) {
    const points = relation.members.flatMap((m) => {
      if (m.role === 'inner') return []
      return pointsOf(into.nodes, m.type === 'node' ? [m.ref] : (found.get(m.ref) ?? []))
    })
    const at = outlineCentre(points)
    const facility = at && osmFacility(`r${relation.id}`, relation.tags!, rounded(at))
    if (facility) into.facilities.push(facility)
  }
}

function notRoadsFinding(notRoads: ReadonlyMap<string, number>, file: string): Finding[] {
  if (notRoads.size === 0) return []
  const kinds = [...notRoads].toSorted(([a, m], [b, n]) => n - m || compareText(a, b))
  const count = kinds.reduce((sum, [, n]) => sum + n, 0)
  const named = kinds.map(([kind, n]) => `${kind} ${n}`).join(', ')
  return [finding('osm-not-roads', { file }, { count, kinds: named })]
}
