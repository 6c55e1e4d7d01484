import type { RoutingInstance } from '../../../plan/routing.ts'

/** Where places lie, depots first, then customers: near means a short way. */
export interface Positions {
  x: Float64Array
  y: Float64Array
}

/**
 * Coordinates of the file; where lengths come from a matrix, the lengths from two far landmarks stand for them, as
 * coordinates are for drawing then and may be missing (the landmarks of Faloutsos & Lin 1995, SIGMOD 24(2)).
 */
export function positionsOf(instance: RoutingInstance): Positions {
  const { matrix } = instance
  const places = [...instance.depots, ...instance.customers]
  if (!matrix)
    return { x: Float64Array.from(places, (p) => p.x), y: Float64Array.from(places, (p) => p.y) }
  const farthest = (from: number): number => {
    const row = matrix[from]!
    let far = from
    for (let b = 0; b < row.length; b++) if (row[b]! > row[far]!) far = b
    return far
  }
  const one = farthest(0)
  const other = farthest(one)
  return { x: Float64Array.from(matrix[one]!), y: Float64Array.from(matrix[other]!) }
}
