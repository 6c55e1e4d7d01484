import { type ElevationTile, neighbours8 } from './terrain.ts'

/**
 * A tile without voids, and how many there were. Voids are filled ring by ring from their edge inwards, each by the
 * mean of its known neighbours, so the outcome does not hang on the order of cells. A tile of voids only stays as it is.
 */
export function fillVoids(tile: ElevationTile): { tile: ElevationTile; voids: number } {
  const { columns, rows } = tile
  let open: number[] = []
  for (let k = 0; k < tile.metres.length; k++) if (Number.isNaN(tile.metres[k]!)) open.push(k)
  const voids = open.length
  if (voids === 0 || voids === tile.metres.length) return { tile, voids }
  const metres = tile.metres.slice()
  while (open.length > 0) {
    const filled: [cell: number, value: number][] = []
    const left: number[] = []
    for (const cell of open) {
      const value = meanAround(metres, cell, columns, rows)
      if (Number.isNaN(value)) left.push(cell)
      else filled.push([cell, value])
    }
    for (const [cell, value] of filled) metres[cell] = value
    open = left
  }
  return { tile: { ...tile, metres }, voids }
}

function meanAround(metres: Float32Array, cell: number, columns: number, rows: number): number {
  const column = cell % columns
  const row = (cell - column) / columns
  let sum = 0
  let count = 0
  for (const [dx, dy] of neighbours8) {
    const c = column + dx
    const r = row + dy
    if (c < 0 || r < 0 || c >= columns || r >= rows) continue
    const value = metres[r * columns + c]!
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  return count > 0 ? sum / count : Number.NaN
}
