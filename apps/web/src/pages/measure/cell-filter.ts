import type { CellLine } from '@kuashan/contract/measures.ts'
import { isInDivision } from '../../parts/places/in-division.ts'

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

/** Records behind a figure, with `people` cut to the age group where one is asked for; not met first, then most people. */
export function filterCells(
  cells: readonly CellLine[],
  divisionOf: (settlement: string) => string,
  remoteOnes: ReadonlySet<string>,
  { division, remote, group, settlement }: CellFilter,
): CellLine[] {
  return cells
    .filter(
      (cell) =>
        (division === undefined || isInDivision(divisionOf(cell.settlement), division)) &&
        (remote === undefined || remoteOnes.has(cell.settlement) === remote) &&
        (settlement === undefined || cell.settlement === settlement),
    )
    .map((cell) => (group === undefined ? cell : { ...cell, people: cell.byGroup[group] ?? 0 }))
    .filter((cell) => cell.people > 0)
    .sort((a, b) => Number(a.met) - Number(b.met) || b.people - a.people)
}

/** People entitled and people met of some records. */
export const tallyCells = (cells: readonly CellLine[]): { entitled: number; met: number } => ({
  entitled: cells.reduce((sum, { people }) => sum + people, 0),
  met: cells.reduce((sum, { met, people }) => sum + (met ? people : 0), 0),
})
