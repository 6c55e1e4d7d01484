import type { RoadGraph } from './road-graph.ts'
import type { Access } from './snap.ts'
import type { TravelView } from './travel-view.ts'

/** The pieces of a network between whose nodes one can travel there and back. */
export interface StrongPieces {
  /** Piece of each node. */
  pieceOf: Int32Array
  /** Metres of edges within each piece. */
  metres: Float64Array
  /** The longest piece; -1 in an empty network. */
  main: number
}

/** Strongly connected components of a view (Tarjan 1972, without recursion). */
export function strongPieces(graph: RoadGraph, view: TravelView): StrongPieces {
  const { pieceOf, count } = components(graph, view)
  const metres = new Float64Array(count)
  for (let e = 0; e < graph.edges; e++) {
    const piece = edgePiece(graph, view, pieceOf, e)
    if (piece >= 0) metres[piece] = metres[piece]! + graph.metres[e]!
  }
  let main = count > 0 ? 0 : -1
  for (let c = 1; c < count; c++) if (metres[c]! > metres[main]!) main = c
  return { pieceOf, metres, main }
}

/** The piece an edge belongs to; -1 when the view may not use it or it only joins pieces one way. */
export function edgePiece(
  graph: RoadGraph,
  view: TravelView,
  pieceOf: Int32Array,
  e: number,
): number {
  if (
    view.cost[2 * e] === Number.POSITIVE_INFINITY &&
    view.cost[2 * e + 1] === Number.POSITIVE_INFINITY
  )
    return -1
  const piece = pieceOf[graph.head[2 * e]!]!
  return piece === pieceOf[graph.head[2 * e + 1]!]! ? piece : -1
}

function components(graph: RoadGraph, view: TravelView) {
  const { nodes, firstHalf, half, head } = graph
  const pieceOf = new Int32Array(nodes).fill(-1)
  const low = new Int32Array(nodes)
  const number = new Int32Array(nodes)
  const cursor = new Uint32Array(nodes)
  const path = new Int32Array(nodes)
  const stack = new Int32Array(nodes)
  let counter = 0
  let depth = 0
  let stacked = 0
  let count = 0
  const enter = (v: number): void => {
    number[v] = low[v] = ++counter
    cursor[v] = firstHalf[v]!
    path[depth++] = v
    stack[stacked++] = v
  }
  for (let root = 0; root < nodes; root++) {
    if (number[root] !== 0) continue
    enter(root)
    while (depth > 0) {
      const v = path[depth - 1]!
      if (cursor[v]! < firstHalf[v + 1]!) {
        const h = half[cursor[v]!++]!
        if (view.cost[h] === Number.POSITIVE_INFINITY) continue
        const w = head[h]!
        if (number[w] === 0) enter(w)
        else if (pieceOf[w] === -1) low[v] = Math.min(low[v]!, number[w]!)
        continue
      }
      depth--
      if (depth > 0) low[path[depth - 1]!] = Math.min(low[path[depth - 1]!]!, low[v]!)
      if (low[v] !== number[v]) continue
      let w: number
      do {
        w = stack[--stacked]!
        pieceOf[w] = count
      } while (w !== v)
      count++
    }
  }
  return { pieceOf, count }
}

/**
 * The piece on which each place stands where a vehicle has one point to stand at: between two places of one piece there is a way
 * there and back, between others there is none. Places that no road reaches, or on a road that only leads out of a piece, are
 * missing.
 */
export function piecesOfPlaces(
  graph: RoadGraph,
  view: TravelView,
  access: Access,
  ids: readonly string[],
): Map<string, number> {
  const { pieceOf } = strongPieces(graph, view)
  const found = new Map<string, number>()
  ids.forEach((id, k) => {
    const leg = access.first[k]!
    const piece =
      leg === access.first[k + 1]! ? -1 : edgePiece(graph, view, pieceOf, access.edge[leg]!)
    if (piece >= 0) found.set(id, piece)
  })
  return found
}
