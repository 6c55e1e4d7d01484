/** One elevation tile: `columns × rows` of metres, row 0 in the north, column 0 in the west, posts on the edges. NaN is a void. */
export interface ElevationTile {
  west: number
  south: number
  east: number
  north: number
  columns: number
  rows: number
  metres: Float32Array
}

export interface Terrain {
  tiles: readonly ElevationTile[]
}

/** Column and row steps to the eight neighbours of a post. */
export const neighbours8: readonly (readonly [number, number])[] = [
  [-1, -1],
  [0, -1],
  [1, -1],
  [-1, 0],
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
]

/** Height in metres at a point, NaN where unknown. */
export type ElevationSampler = (lng: number, lat: number) => number
