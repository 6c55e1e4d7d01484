import type { CellLine } from '@kuashan/contract/measures.ts'
import type { Settlement } from '@kuashan/core/territory/settlement.ts'
import type { Language } from '@kuashan/core/words/language.ts'
import type { MapPlace } from '@kuashan/ui/map/county-map.tsx'
import { colours, series } from '@kuashan/ui/tokens.ts'
import { ownName } from '../../shell/own-name.ts'

/** What the map tells of a service: whether its floors are met, or by what it is reached. */
export type CellView = 'met' | 'mode'

export interface LegendLine {
  key: string
  colour: string
  settlements: number
}

const modeColours: Readonly<Record<string, string>> = {
  fixed: series[0],
  vehicle: series[1],
  doorstep: series[2],
  remote: series[3],
  agent: series[6],
  ride: series[4],
}

/** `met`, `missed`, a mode of reach, `none` where nothing reaches it, `nobody` where nobody is entitled. */
export function keyOfCell(cell: CellLine | undefined, view: CellView): string {
  if (!cell || cell.people === 0) return 'nobody'
  if (view === 'met') return cell.met ? 'met' : 'missed'
  return cell.reach?.mode ?? 'none'
}

/** Missed ones are rings, so that they are told from the others without colour as well. */
const isRing = (key: string): boolean => key === 'missed' || key === 'none'

/** The sign of the map beside words. */
export const signOfKey = (key: string): string => (isRing(key) ? '○' : '●')

export function colourOfKey(key: string): string {
  if (key === 'met') return colours.good
  if (isRing(key)) return colours.bad
  return modeColours[key] ?? colours.line
}

/** Settlements with a place on the map, coloured by one service; and how many there are of each colour, unlocated ones included. */
export function cellPlaces(
  settlements: readonly Settlement[],
  cells: readonly CellLine[],
  view: CellView,
  language: Language = 'zh',
): { places: MapPlace[]; legend: LegendLine[] } {
  const byId = new Map(cells.map((cell) => [cell.settlement, cell]))
  const counts = new Map<string, number>()
  const places = settlements.flatMap((settlement): MapPlace[] => {
    const { id, at } = settlement
    const cell = byId.get(id)
    const key = keyOfCell(cell, view)
    counts.set(key, (counts.get(key) ?? 0) + 1)
    if (at === null) return []
    const size = Math.min(14, 4 + Math.sqrt(cell?.people ?? 0) / 4)
    const shape = isRing(key) ? 'square' : 'circle'
    return [{ id, name: ownName(settlement, language), at, colour: colourOfKey(key), size, shape }]
  })
  return {
    places: places.sort((a, b) => b.size - a.size),
    legend: [...counts].map(([key, n]) => ({ key, colour: colourOfKey(key), settlements: n })),
  }
}
