import { minutes, seconds, UNREACHABLE } from '../kernel/units.ts'
import type { MinuteTable } from '../territory/roads.ts'
import { emptyTable } from './matrix.ts'
import { p90Factor, type TravelProfile } from './profile-table.ts'
import type { TravelTable } from './travel-table.ts'

/**
 * A table of travel from a table of minutes, for counties without roads to route on. An entry holds in both
 * directions unless the other is given too; of doubled entries the shortest counts. Pairs that are not listed
 * have no way (-1): nothing is guessed from other rows. Distances are unknown and stand as 0.
 */
export function minuteTravel(
  table: MinuteTable,
  from: readonly string[],
  to: readonly string[],
  profile: TravelProfile,
): TravelTable {
  const given = new Map<string, number>()
  const key = (a: string, b: string): string => JSON.stringify([a, b])
  for (const entry of table.entries) {
    const k = key(entry.from, entry.to)
    given.set(k, Math.min(entry.minutes, given.get(k) ?? Number.POSITIVE_INFINITY))
  }
  const result = emptyTable(from, to)
  const spread = p90Factor(profile.minutesSpread.value)
  from.forEach((a, row) => {
    to.forEach((b, column) => {
      const value = a === b ? 0 : (given.get(key(a, b)) ?? given.get(key(b, a)))
      if (value === undefined) return
      const cell = row * to.length + column
      result.p50[cell] = minutes(value)
      result.p90[cell] = seconds(value * 60 * spread)
      result.roadMetres[cell] = 0
      result.walkMetres[cell] = 0
    })
  })
  result.fromSnap.fill(UNREACHABLE)
  result.toSnap.fill(UNREACHABLE)
  return result
}
