import type { RoadClass } from '../territory/roads.ts'

/** Order of classes in `edgeClass`. */
export const ROAD_CLASSES: readonly RoadClass[] = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'service',
  'track',
  'path',
]

/** "KSRG" and the version of the layout: a buffer of another version is built anew. */
const MAGIC = 0x4752_534b
const ROAD_GRAPH_VERSION = 1

/** Magic, version, nodes, edges, points, chunks, bytes of index, spare. */
const HEADER_WORDS = 8

export interface RoadGraphSize {
  nodes: number
  edges: number
  points: number
  /** Short runs of points, the entries of the spatial index. */
  chunks: number
  indexBytes: number
}

/**
 * Roads and paths as a directed graph in one versioned buffer, shareable between threads.
 * Edge e joins `head[2e + 1]` to `head[2e]`; half-edge 2e runs forward, 2e + 1 backward.
 * Seconds are Infinity where that direction may not be used. Drive seconds are the reference
 * vehicle's (factor 1), P50 and P90; walk seconds an adult's.
 */
export interface RoadGraph extends RoadGraphSize {
  buffer: ArrayBufferLike
  nodeLng: Float64Array
  nodeLat: Float64Array
  /** Half-edges that leave node v: `half[firstHalf[v]]` up to `half[firstHalf[v + 1]]`. */
  firstHalf: Uint32Array
  half: Uint32Array
  head: Uint32Array
  drive: Float64Array
  driveP90: Float64Array
  walk: Float64Array
  metres: Float64Array
  /** Carriageway in metres and weight limit in tonnes; Infinity where unknown. */
  width: Float32Array
  weight: Float32Array
  edgeClass: Uint8Array
  /** Points of edge e, ends included: `firstPoint[e]` up to `firstPoint[e + 1]`. */
  firstPoint: Uint32Array
  pointLng: Float64Array
  pointLat: Float64Array
  /** Running totals from the start of the edge; backward ones are from the point to the start. */
  pointMetres: Float64Array
  pointDriveForward: Float64Array
  pointDriveBackward: Float64Array
  pointWalkForward: Float64Array
  pointWalkBackward: Float64Array
  /**
   * Chunk c covers the segments from `chunkPoint[c]` to `chunkEnd[c]` of edge `chunkEdge[c]`, all of one stretch
   * `chunkStretch[c]`: the part of one way between two nodes. Places choose among stretches, as those stay what
   * they are when roads are added.
   */
  chunkEdge: Uint32Array
  chunkStretch: Uint32Array
  chunkPoint: Uint32Array
  chunkEnd: Uint32Array
  /** Flatbush over the chunks, in degrees. */
  index: Uint8Array
}

/** Bytes of a graph of this size. */
export const roadGraphBytes = (size: RoadGraphSize): number =>
  layOut(new ArrayBuffer(0), size, true).bytes

/** Views into a fresh buffer of the right size, header written, arrays empty. */
export function emptyRoadGraph(size: RoadGraphSize, buffer: ArrayBufferLike): RoadGraph {
  const header = new Uint32Array(buffer, 0, HEADER_WORDS)
  header.set([
    MAGIC,
    ROAD_GRAPH_VERSION,
    size.nodes,
    size.edges,
    size.points,
    size.chunks,
    size.indexBytes,
    0,
  ])
  return roadGraphFrom(buffer)
}

/** True when the bytes are a graph of this version and complete. */
export function isRoadGraph(buffer: ArrayBufferLike): boolean {
  if (buffer.byteLength < HEADER_WORDS * 4) return false
  const header = new Uint32Array(buffer, 0, HEADER_WORDS)
  if (header[0] !== MAGIC || header[1] !== ROAD_GRAPH_VERSION) return false
  return roadGraphBytes(sizeIn(header)) === buffer.byteLength
}

/** Reads a graph from its buffer without copying. Throws on a buffer that `isRoadGraph` refuses. */
export function roadGraphFrom(buffer: ArrayBufferLike): RoadGraph {
  if (!isRoadGraph(buffer)) throw new Error('Not a road graph of this version')
  return layOut(buffer, sizeIn(new Uint32Array(buffer, 0, HEADER_WORDS)), false).graph
}

const sizeIn = (header: Uint32Array): RoadGraphSize => ({
  nodes: header[2]!,
  edges: header[3]!,
  points: header[4]!,
  chunks: header[5]!,
  indexBytes: header[6]!,
})

function layOut(buffer: ArrayBufferLike, size: RoadGraphSize, countOnly: boolean) {
  let offset = HEADER_WORDS * 4
  const place = (bytes: number): number => {
    const at = offset
    offset += Math.ceil(bytes / 8) * 8
    return countOnly ? 0 : at
  }
  const len = (n: number): number => (countOnly ? 0 : n)
  const f64 = (n: number) => new Float64Array(buffer, place(n * 8), len(n))
  const f32 = (n: number) => new Float32Array(buffer, place(n * 4), len(n))
  const u32 = (n: number) => new Uint32Array(buffer, place(n * 4), len(n))
  const u8 = (n: number) => new Uint8Array(buffer, place(n), len(n))
  const { nodes, edges, points, chunks, indexBytes } = size
  const graph: RoadGraph = {
    ...size,
    buffer,
    nodeLng: f64(nodes),
    nodeLat: f64(nodes),
    firstHalf: u32(nodes + 1),
    half: u32(2 * edges),
    head: u32(2 * edges),
    drive: f64(2 * edges),
    driveP90: f64(2 * edges),
    walk: f64(2 * edges),
    metres: f64(edges),
    width: f32(edges),
    weight: f32(edges),
    edgeClass: u8(edges),
    firstPoint: u32(edges + 1),
    pointLng: f64(points),
    pointLat: f64(points),
    pointMetres: f64(points),
    pointDriveForward: f64(points),
    pointDriveBackward: f64(points),
    pointWalkForward: f64(points),
    pointWalkBackward: f64(points),
    chunkEdge: u32(chunks),
    chunkStretch: u32(chunks),
    chunkPoint: u32(chunks),
    chunkEnd: u32(chunks),
    index: u8(indexBytes),
  }
  return { graph, bytes: offset }
}
