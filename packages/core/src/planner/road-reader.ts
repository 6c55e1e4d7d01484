import type { TravelTable } from '../travel/travel-table.ts'

/** A travel table read by place id; -1 where there is no way or the place is not in it. */
export interface RoadReader {
  seconds(from: string, to: string): number
  metres(from: string, to: string): number
}

export function roadReader(table: TravelTable | undefined): RoadReader {
  if (table === undefined) return { seconds: () => -1, metres: () => -1 }
  const rows = new Map(table.from.map((id, k) => [id, k]))
  const columns = new Map(table.to.map((id, k) => [id, k]))
  const cell = (from: string, to: string): number => {
    const [row, column] = [rows.get(from), columns.get(to)]
    return row === undefined || column === undefined ? -1 : row * table.to.length + column
  }
  return {
    seconds: (from, to) => {
      const k = cell(from, to)
      return k < 0 ? -1 : table.p50[k]!
    },
    metres: (from, to) => {
      const k = cell(from, to)
      return k < 0 || table.p50[k]! < 0 ? -1 : Math.max(0, table.roadMetres[k]!)
    },
  }
}
