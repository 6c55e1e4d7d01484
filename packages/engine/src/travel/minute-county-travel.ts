import { type Finding, finding } from '@kuashan/core/kernel/finding.ts'
import type { CountyInput } from '@kuashan/core/plan/county.ts'
import { minuteTravel } from '@kuashan/core/travel/minutes.ts'
import type { TravelProfile } from '@kuashan/core/travel/profile-table.ts'
import {
  type CountyTravel,
  type TravelTable,
  vehicleProfile,
  type WalkTable,
} from '@kuashan/core/travel/travel-table.ts'
import { facilityPlaces, settlementPlaces, vehiclePlaces } from './county-places.ts'

/** Travel of a county that has a table of minutes instead of roads. Walks are known only from a place to itself. */
export function minuteCountyTravel(
  input: CountyInput,
  profile: TravelProfile,
): { travel: CountyTravel; findings: Finding[] } {
  const { county } = input
  const minutes = input.minutes ?? { entries: [] }
  const settlements = settlementPlaces(county).map((place) => place.id)
  const facilities = facilityPlaces(county).map((place) => place.id)
  const stops = vehiclePlaces(county).map((place) => place.id)
  const between = minuteTravel(minutes, stops, stops, profile)
  const vehicle: Record<string, TravelTable> = {}
  for (const each of county.vehicles) vehicle[vehicleProfile(each)] = between
  const listed = new Set(minutes.entries.flatMap((entry) => [entry.from, entry.to]))
  const findings = county.settlements
    .filter((settlement) => !listed.has(settlement.id))
    .map((settlement) =>
      finding('minutes-missing', { file: 'minutes.csv' }, { place: settlement.name }),
    )
  const travel: CountyTravel = {
    season: 'base',
    resident: minuteTravel(minutes, settlements, facilities, profile),
    walkToStops: walksToItself(settlements, settlements),
    walkToFacilities: walksToItself(settlements, facilities),
    vehicle,
  }
  return { travel, findings }
}

function walksToItself(from: readonly string[], to: readonly string[]): WalkTable {
  const columnOf = new Map(to.map((id, k) => [id, k]))
  const columns = from.map((id) => columnOf.get(id))
  const offsets = new Uint32Array(from.length + 1)
  columns.forEach((column, row) => {
    offsets[row + 1] = offsets[row]! + (column === undefined ? 0 : 1)
  })
  const target = Uint32Array.from(columns.filter((column) => column !== undefined))
  return {
    from,
    to,
    offsets,
    target,
    seconds: new Int32Array(target.length),
    metres: new Int32Array(target.length),
  }
}
