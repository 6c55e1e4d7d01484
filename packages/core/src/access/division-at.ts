import type { Division, DivisionLevel } from '../territory/division.ts'
import type { Settlement } from '../territory/settlement.ts'
import type { DivisionAt } from './coverage.ts'

/** How many of the 12 digits name a division of each level. */
const digits: Record<DivisionLevel, number> = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
}

/**
 * The division of each level that a settlement lies in: by the parents listed, else by the digits of the
 * code. '' where a settlement has no division.
 */
export function divisionAtIn(
  settlements: readonly Settlement[],
  divisions: readonly Division[],
): DivisionAt {
  const byCode = new Map(divisions.map((d) => [d.code, d]))
  const codes = new Map(settlements.map((s) => [s.id, s.division]))
  return (settlement, level) => {
    const code = codes.get(settlement) ?? ''
    if (code === '') return ''
    const seen = new Set<string>()
    let at = byCode.get(code)
    while (at !== undefined && at.level !== level && at.parent !== null && !seen.has(at.code)) {
      seen.add(at.code)
      at = byCode.get(at.parent)
    }
    if (at?.level === level) return at.code
    return code.slice(0, digits[level]).padEnd(12, '0')
  }
}
