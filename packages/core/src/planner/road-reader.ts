import { cellAt, placesIn } from '../travel/read-table.ts'
import type { TravelTable } from '../travel/travel-table.ts'

/** A travel table read by place id; -1 where there is no way, none within its bound, or the place is not in it. */
export interface RoadReader {
  seconds(from: string, to: string): number
  metres(from: string, to: string): number
}

export function roadReader(table: TravelTable | undefined): RoadReader {
  if (table === undefined) return { seconds: () => -1, metres: () => -1 }
  const [rows, columns] = [placesIn(table.from), placesIn(table.to)]
  const cell = (from: string, to: string): number => {
    const [row, column] = [rows.get(from), columns.get(to)]
    return row === undefined || column === undefined ? -1 : cellAt(table, row, column)
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
