import type { CellLine } from '@kuashan/contract/measures.ts'
import { codeDigits } from '@kuashan/core/territory/division.ts'

/** Which records stand behind a figure; what is left out does not narrow. */
export interface CellFilter {
  service?: string
  /** Code of a village or township; '' for places without one. */
  division?: string
  /** Only remote settlements, or only the others. */
  remote?: boolean
  /** Counts the people of one age group only. */
  group?: string
  settlement?: string
}

/** The digits of a village’s or township’s code that its parts begin with. */
const digitsOf = (division: string): string =>
  division.endsWith('000') ? division.slice(0, codeDigits.township) : division

export type ServiceCell = CellLine & { service: string }

/** Records behind a figure, with `people` cut to the age group where one is asked for; not met first, then most people. */
export function filterCells(
  cells: readonly ServiceCell[],
  divisionOf: (settlement: string) => string,
  remoteOnes: ReadonlySet<string>,
  { division, remote, group, settlement }: CellFilter,
): ServiceCell[] {
  const inside = (own: string): boolean =>
    division === undefined || (division === '' ? own === '' : own.startsWith(digitsOf(division)))
  return cells
    .filter(
      (cell) =>
        inside(divisionOf(cell.settlement)) &&
        (remote === undefined || remoteOnes.has(cell.settlement) === remote) &&
        (settlement === undefined || cell.settlement === settlement),
    )
    .map((cell) => (group === undefined ? cell : { ...cell, people: cell.byGroup[group] ?? 0 }))
    .filter((cell) => cell.people > 0)
    .sort((a, b) => Number(a.met) - Number(b.met) || b.people - a.people)
}

/** People entitled and people met of some records. */
export const tallyCells = (cells: readonly ServiceCell[]): { entitled: number; met: number } => ({
  entitled: cells.reduce((sum, { people }) => sum + people, 0),
  met: cells.reduce((sum, { met, people }) => sum + (met ? people : 0), 0),
})
