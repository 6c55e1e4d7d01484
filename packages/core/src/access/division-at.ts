import type { PlainDate } from '../kernel/calendar.ts'
import type { County } from '../plan/county.ts'
import { codeAt, type Division } from '../territory/division.ts'
import type { Settlement } from '../territory/settlement.ts'
import type { DivisionAt } from './coverage.ts'

/**
 * The division of each level that a settlement or a building lies in: by the parents listed, else by the digits of the
 * code. '' where it has none. With a day, what was recorded under a village that had ended by then
 * counts for its successor (A112); before the merger it stands by itself. A village that was split is left as recorded:
 * nothing says which part a settlement went to.
 */
export function divisionAtIn(
  settlements: readonly Pick<Settlement, 'id' | 'division'>[],
  divisions: readonly Division[],
  on?: PlainDate,
): DivisionAt {
  const byCode = new Map(divisions.map((d) => [d.code, d]))
  const codes = new Map(settlements.map((s) => [s.id, s.division]))
  return (settlement, level) => {
    const recorded = codes.get(settlement) ?? ''
    if (recorded === '') return ''
    const code = on === undefined ? recorded : successorOn(byCode, recorded, on)
    const seen = new Set<string>()
    let at = byCode.get(code)
    while (at !== undefined && at.level !== level && at.parent !== null && !seen.has(at.code)) {
      seen.add(at.code)
      at = byCode.get(at.parent)
    }
    if (at?.level === level) return at.code
    return codeAt(code, level)
  }
}

/** The township of a settlement or a building, by its id; '' where it is unknown or has no division. */
export function townshipIn(
  { settlements, facilities, divisions }: Pick<County, 'settlements' | 'facilities' | 'divisions'>,
  on?: PlainDate,
): (place: string) => string {
  const at = divisionAtIn([...settlements, ...facilities], divisions, on)
  return (place) => at(place, 'township')
}

/** The division that stands for a code on a day: itself, or the one it was merged into, however often. */
function successorOn(byCode: ReadonlyMap<string, Division>, code: string, on: PlainDate): string {
  const seen = new Set<string>()
  let at = byCode.get(code)
  while (at?.validUntil !== undefined && at.validUntil < on && !seen.has(at.code)) {
    seen.add(at.code)
    const [next, ...others] = at.successors
    if (next === undefined || others.length > 0) break
    at = byCode.get(next) ?? at
  }
  return at?.code ?? code
}
