import { type Group, groups } from '../catalogue/group.ts'
import { byText, compareText } from '../kernel/order.ts'
import type { ReachMode } from '../plan/plan.ts'
import type { DivisionLevel } from '../territory/division.ts'
import type { Cell } from './measurement.ts'

/**
 * People entitled and people whose floors are all met, added over cells. Over several services a person counts
 * once per service, so the unit is then entitlements, not people.
 */
export interface Coverage {
  key: string
  entitled: number
  met: number
  /** met / entitled; 1 where nobody is entitled. */
  share: number
  /** Cells, and those that are met: settlements when taken service by service. */
  cells: number
  cellsMet: number
}

const tally = (key: string): Coverage => ({
  key,
  entitled: 0,
  met: 0,
  share: 1,
  cells: 0,
  cellsMet: 0,
})

function add(to: Coverage, people: number, met: boolean): void {
  to.entitled += people
  to.cells++
  if (!met) return
  to.met += people
  to.cellsMet++
}

const finished = (found: ReadonlyMap<string, Coverage>): Coverage[] =>
  [...found.values()]
    .map((c) => ({ ...c, share: c.entitled > 0 ? c.met / c.entitled : 1 }))
    .sort((a, b) => a.share - b.share || compareText(a.key, b.key))

/** Coverage by any key of a cell, weakest first; cells without a key are left to the caller's own key for them. */
export function coverageBy(cells: readonly Cell[], keyOf: (cell: Cell) => string): Coverage[] {
  const found = new Map<string, Coverage>()
  for (const cell of cells) {
    const key = keyOf(cell)
    const to = found.get(key) ?? tally(key)
    add(to, cell.people, cell.met)
    found.set(key, to)
  }
  return finished(found)
}

export const coverageByService = (cells: readonly Cell[]): Coverage[] =>
  coverageBy(cells, (c) => c.service)

/** By age group; a cell counts in each group that has people in it. Weakest first. */
export function coverageByGroup(cells: readonly Cell[]): Coverage[] {
  const found = new Map<Group, Coverage>(groups.map((g) => [g, tally(g)]))
  for (const cell of cells) {
    for (const group of groups) {
      if (cell.byGroup[group] > 0) add(found.get(group)!, cell.byGroup[group], cell.met)
    }
  }
  return finished(found)
}

/** `remote` and `near`, by a set of settlement ids (`remoteSettlements`). */
export const coverageByRemoteness = (
  cells: readonly Cell[],
  remote: ReadonlySet<string>,
): Coverage[] => coverageBy(cells, (c) => (remote.has(c.settlement) ? 'remote' : 'near'))

/** All cells in one figure. */
export const coverageOfAll = (cells: readonly Cell[]): Coverage =>
  coverageBy(cells, () => 'all')[0] ?? tally('all')

/** Settlements with people entitled where every floor tested holds. */
export function settlementsMet(cells: readonly Cell[]): Set<string> {
  const entitled = cells.filter((c) => c.people > 0)
  const missing = new Set(entitled.filter((c) => !c.met).map((c) => c.settlement))
  return new Set(entitled.map((c) => c.settlement).filter((id) => !missing.has(id)))
}

/** Where a settlement belongs at each level: `divisionAt` of territory lookups. Empty where unknown. */
export type DivisionAt = (settlement: string, level: DivisionLevel) => string

/** By division of one level. Settlements whose division is unknown stand together under '', so that sums agree at all levels. */
export const coverageByDivision = (
  cells: readonly Cell[],
  level: DivisionLevel,
  divisionAt: DivisionAt,
): Coverage[] => coverageBy(cells, (c) => divisionAt(c.settlement, level))

/** Coverage of a county every way a county office reads it; weakest first within each. */
export interface CountyCoverage {
  all: Coverage
  /** Keys are division codes; '' where a settlement's division is unknown. */
  townships: Coverage[]
  villages: Coverage[]
  groups: Coverage[]
  /** Keys `remote` and `near`. */
  remoteness: Coverage[]
}

export const countyCoverage = (
  cells: readonly Cell[],
  divisionAt: DivisionAt,
  remote: ReadonlySet<string>,
): CountyCoverage => ({
  all: coverageOfAll(cells),
  townships: coverageByDivision(cells, 'township', divisionAt),
  villages: coverageByDivision(cells, 'village', divisionAt),
  groups: coverageByGroup(cells),
  remoteness: coverageByRemoteness(cells, remote),
})

/** People by the channel that serves them first, and those with none, for each key (A106: other channels, equal outcomes). */
export interface ChannelMix {
  key: string
  people: Readonly<Record<ReachMode | 'none', number>>
}

export function channelMix(cells: readonly Cell[], keyOf: (cell: Cell) => string): ChannelMix[] {
  const found = new Map<string, Record<ReachMode | 'none', number>>()
  for (const cell of cells) {
    const key = keyOf(cell)
    const people = found.get(key) ?? {
      fixed: 0,
      vehicle: 0,
      doorstep: 0,
      remote: 0,
      agent: 0,
      ride: 0,
      none: 0,
    }
    people[cell.reach[0]?.mode ?? 'none'] += cell.people
    found.set(key, people)
  }
  return [...found].map(([key, people]) => ({ key, people })).sort(byText((x) => x.key))
}
