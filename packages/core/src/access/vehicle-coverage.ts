import type { Service } from '../catalogue/service.ts'
import type { Floor } from '../catalogue/standard.ts'
import type { PlainDate } from '../kernel/calendar.ts'
import type { Settlement } from '../territory/settlement.ts'
import { villageOf } from '../territory/settlement.ts'
import { wantedInHorizon } from './floor-test.ts'
import { longestGap } from './gaps.ts'
import type { Supply } from './supply.ts'

/** One village and one kind of vehicle: visits had against visits wanted (A59). */
export interface VillageVisits {
  village: string
  kind: string
  /** Distinct dates in the horizon on which a vehicle of the kind stands in the village. */
  visits: number
  /** The most that any service of the kind wants; 0 where no floor asks for visits. */
  wanted: number
  longestGapDays: number | null
  met: boolean
}

export interface VehicleCoverage {
  /** Every village × kind of vehicle that a floor asks visits of, or that comes anyway. Ordered by kind, village. */
  rows: VillageVisits[]
  /** Share of villages with their visits, by kind. */
  shares: { kind: string; villages: number; met: number; share: number }[]
}

/** Visits of each kind of vehicle in each administrative village against `minVisitsPerVillageYear`. */
export function vehicleCoverage(
  settlements: readonly Settlement[],
  services: readonly Service[],
  floors: readonly Floor[],
  supply: Supply,
  horizonDays: number,
): VehicleCoverage {
  const villages = new Map(settlements.map((s) => [s.id, villageOf(s)]))
  const dates = datesByKind(supply, villages)
  const wanted = wantedByKind(services, floors, horizonDays)
  const kinds = [...new Set([...wanted.keys(), ...dates.keys()])].sort()
  const names = [...new Set(villages.values())].sort()
  const rows = kinds.flatMap((kind) =>
    names.map((village): VillageVisits => {
      const days = [...(dates.get(kind)?.get(village) ?? [])].sort()
      const want = wanted.get(kind) ?? 0
      return {
        village,
        kind,
        visits: days.length,
        wanted: want,
        longestGapDays: longestGap(days, horizonDays),
        met: days.length >= want,
      }
    }),
  )
  const shares = kinds.map((kind) => {
    const met = rows.filter((r) => r.kind === kind && r.met).length
    return { kind, villages: names.length, met, share: names.length > 0 ? met / names.length : 1 }
  })
  return { rows, shares }
}

function datesByKind(
  supply: Supply,
  villages: ReadonlyMap<string, string>,
): Map<string, Map<string, Set<PlainDate>>> {
  const found = new Map<string, Map<string, Set<PlainDate>>>()
  for (const { mode, kind, place, dates } of supply.offers) {
    const village = villages.get(place)
    if (mode !== 'vehicle' || village === undefined) continue
    const ofKind = found.get(kind) ?? new Map<string, Set<PlainDate>>()
    const known = ofKind.get(village) ?? new Set<PlainDate>()
    for (const date of dates ?? []) known.add(date)
    found.set(kind, ofKind.set(village, known))
  }
  return found
}

function wantedByKind(
  services: readonly Service[],
  floors: readonly Floor[],
  horizonDays: number,
): Map<string, number> {
  const channels = new Map(services.map((s) => [s.id, s.channels]))
  const found = new Map<string, number>()
  for (const floor of floors) {
    if (floor.metric !== 'minVisitsPerVillageYear') continue
    for (const { mode, kind } of channels.get(floor.service) ?? []) {
      if (mode !== 'vehicle') continue
      const want = wantedInHorizon(floor.value, horizonDays)
      found.set(kind, Math.max(found.get(kind) ?? 0, want))
    }
  }
  return found
}
