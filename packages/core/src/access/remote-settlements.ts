import type { FacilityKind } from '../catalogue/service.ts'
import { compareText } from '../kernel/order.ts'
import { UNREACHABLE } from '../kernel/units.ts'
import type { County } from '../plan/county.ts'
import { townshipOf } from '../territory/division.ts'
import { classifyRemote, type RemoteFacts, type RemoteVillage } from '../territory/remote.ts'
import { type LngLat, type Settlement, villageOf } from '../territory/settlement.ts'
import { placesIn, secondsAt } from '../travel/read-table.ts'
import type { TravelTable } from '../travel/travel-table.ts'

/** Buildings that stand where the township's centre is. */
export const townshipKinds: readonly FacilityKind[] = ['townshipHealthCentre', 'convenienceCentre']

/**
 * Which villages are remote by the county's definition. A village is judged at its centre (else where most people
 * live). The way to the township is the way to the nearest health or convenience centre of the same
 * township; the way to the seat is that to the facility nearest to the seat's point, or to the nearest
 * county hospital where no point is given. Area and road class are not known here.
 */
export function remoteVillagesOf(county: County, resident: TravelTable): RemoteVillage[] {
  const minutesTo = minutesIn(resident)
  const seat = seatFacilities(county)
  const offices = county.facilities.filter(
    (f) => f.state === 'open' && townshipKinds.includes(f.kind),
  )
  const all = offices.map((f) => f.id)
  const byTownship = new Map<string, string[]>()
  for (const { id, division } of offices) {
    const township = townshipOf(division)
    byTownship.set(township, [...(byTownship.get(township) ?? []), id])
  }
  const facts = [...centres(county.settlements)].map(([code, centre]): RemoteFacts => {
    const inTownship =
      centre.division === '' ? all : (byTownship.get(townshipOf(centre.division)) ?? [])
    return {
      code,
      elevationM: centre.elevationM ?? null,
      minutesToTownship: minutesTo(centre.id, inTownship),
      minutesToCountySeat: minutesTo(centre.id, seat),
      peoplePerKm2: null,
      roadClass: null,
    }
  })
  return classifyRemote(county.settings.remote, facts)
}

/** Ids of the settlements of remote villages. */
export function remoteSettlements(county: County, resident: TravelTable): Set<string> {
  const remote = new Set(
    remoteVillagesOf(county, resident).flatMap((v) => (v.remote ? [v.code] : [])),
  )
  return new Set(county.settlements.filter((s) => remote.has(villageOf(s))).map((s) => s.id))
}

/** The settlement that stands for a village: its centre, else the one with most people, else the lowest id. */
function centres(settlements: readonly Settlement[]): Map<string, Settlement> {
  const found = new Map<string, Settlement>()
  const better = (a: Settlement, b: Settlement): boolean => {
    if (a.isCentre !== b.isCentre) return a.isCentre
    if (a.permanent.total !== b.permanent.total) return a.permanent.total > b.permanent.total
    return a.id < b.id
  }
  for (const settlement of settlements) {
    const village = villageOf(settlement)
    const other = found.get(village)
    if (other === undefined || better(settlement, other)) found.set(village, settlement)
  }
  return found
}

/** The facility nearest to the seat's point, or the open county hospitals where no point is given. */
export function seatFacilities(county: County): string[] {
  const { seat } = county.settings
  if (seat === null) {
    return county.facilities
      .filter((f) => f.kind === 'countyHospital' && f.state === 'open')
      .map((f) => f.id)
  }
  const distance = ([lng, lat]: LngLat) =>
    Math.hypot((lng - seat[0]) * Math.cos((seat[1] * Math.PI) / 180), lat - seat[1])
  const nearest = county.facilities
    .flatMap((f) => (f.at === null ? [] : [{ id: f.id, distance: distance(f.at) }]))
    .sort((a, b) => a.distance - b.distance || compareText(a.id, b.id))[0]
  return nearest === undefined ? [] : [nearest.id]
}

/** Minutes to the nearest of some facilities; null where no way is known. */
function minutesIn(
  table: TravelTable,
): (settlement: string, facilities: readonly string[]) => number | null {
  const rows = placesIn(table.from)
  const columns = placesIn(table.to)
  return (settlement, facilities) => {
    const row = rows.get(settlement)
    if (row === undefined) return null
    const seconds = facilities.flatMap((id) => {
      const column = columns.get(id)
      const value = column === undefined ? UNREACHABLE : secondsAt(table, row, column)
      return value === UNREACHABLE ? [] : [value]
    })
    return seconds.length === 0 ? null : Math.min(...seconds) / 60
  }
}
