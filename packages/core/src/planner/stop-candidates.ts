import { assumedLimits } from '../access/limits.ts'
import { compareText } from '../kernel/order.ts'
import type { County } from '../plan/county.ts'
import type { Settlement } from '../territory/settlement.ts'
import type { WalkTable } from '../travel/travel-table.ts'

/** Up to here every settlement where a vehicle can stand is tried. */
const smallCounty = 60

/** Settlements within reach on foot of each settlement, nearest first, itself at no walk at all. */
export type Walks = ReadonlyMap<string, ReadonlyMap<string, number>>

export function walksOf(county: County, walkToStops: WalkTable): Walks {
  const { from, to, offsets, target, seconds } = walkToStops
  const rows = new Map(from.map((id, k) => [id, k]))
  return new Map(
    county.settlements.map(({ id }) => {
      const walks = new Map([[id, 0]])
      const row = rows.get(id)
      if (row !== undefined)
        for (let k = offsets[row]!; k < offsets[row + 1]!; k++) {
          const stop = to[target[k]!]!
          if (stop !== id) walks.set(stop, seconds[k]!)
        }
      return [id, walks]
    }),
  )
}

/**
 * Where vehicles may stop: village centres, and further settlements for those out of walking reach of one, the
 * largest first. In a small county every settlement where a vehicle can stand.
 */
export function stopCandidates({ settlements, settings }: County, walks: Walks): Settlement[] {
  const able = settlements.filter((s) => s.canStop && s.at !== null)
  if (settlements.length <= smallCounty) return able
  const limit = 60 * (settings.assumptions.walkToStopMin ?? assumedLimits.walkToStopMin)
  const chosen = new Set(able.filter((s) => s.isCentre).map((s) => s.id))
  const reached = (s: Settlement): boolean =>
    [...walks.get(s.id)!].some(([stop, seconds]) => seconds <= limit && chosen.has(stop))
  const bySize = [...settlements].sort(
    (a, b) => b.permanent.total - a.permanent.total || compareText(a.id, b.id),
  )
  const ableIds = new Set(able.map((s) => s.id))
  for (const s of bySize) {
    if (s.at === null || reached(s)) continue
    const stop = ableIds.has(s.id)
      ? s.id
      : [...walks.get(s.id)!].find(([id, seconds]) => seconds <= limit && ableIds.has(id))?.[0]
    if (stop !== undefined) chosen.add(stop)
  }
  return able.filter((s) => chosen.has(s.id))
}
