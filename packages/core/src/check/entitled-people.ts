import { needOf, needRates } from '../catalogue/need.ts'
import type { FacilityKind, Service } from '../catalogue/service.ts'
import type { County } from '../plan/county.ts'
import { classifyRemote } from '../territory/remote.ts'
import type { Settlement } from '../territory/settlement.ts'
import { placesIn, secondsAt } from '../travel/read-table.ts'
import type { TravelTable } from '../travel/travel-table.ts'

/** People entitled to a service at a settlement, today and under any plan. */
export type EntitledPeople = (settlement: Settlement, service: Service) => number

type Way = (settlement: string, to: readonly string[]) => number | null

/** Reads the county for what entitlement rules ask of a place (docs/methods/need.md), in code of the checker's own. */
export function entitledPeople(county: County, resident: TravelTable): EntitledPeople {
  const rates = needRates(county.settings.assumptions)
  const minutes = minutesIn(resident)
  const remote = remoteIn(county, minutes)
  const open = (...kinds: FacilityKind[]) =>
    county.facilities.filter((f) => f.state === 'open' && kinds.includes(f.kind))
  const clinics = open('villageClinic', 'townshipHealthCentre', 'countyHospital')
  const ways = {
    travelMinClinic: clinics.map((f) => f.id),
    travelMinShop: open('cooperativeShop').map((f) => f.id),
    travelMinSchool: open('primarySchool').map((f) => f.id),
  }
  const known = new Map<string, Map<string, number>>()
  const placeOf = (settlement: Settlement) => {
    const place: Record<string, boolean | number> = {
      villageHasClinic:
        settlement.division !== '' && clinics.some((f) => f.division === settlement.division),
      villageRemote: remote.has(settlement.division || settlement.id),
    }
    for (const [attribute, to] of Object.entries(ways)) {
      const way = minutes(settlement.id, to)
      if (way !== null) place[attribute] = way
    }
    return place
  }
  const places = new Map<string, Record<string, boolean | number>>()
  return (settlement, service) => {
    const ofSettlement = known.get(settlement.id) ?? new Map<string, number>()
    known.set(settlement.id, ofSettlement)
    const found = ofSettlement.get(service.id)
    if (found !== undefined) return found
    const place = places.get(settlement.id) ?? placeOf(settlement)
    places.set(settlement.id, place)
    const profile = { population: settlement.permanent, needs: settlement.needs, place }
    const { people } = needOf(service, profile, rates)
    ofSettlement.set(service.id, people)
    return people
  }
}

/** Minutes to the nearest of some facilities; null where no way is known. */
function minutesIn(table: TravelTable): Way {
  const row = placesIn(table.from)
  const column = placesIn(table.to)
  return (settlement, to) => {
    const r = row.get(settlement)
    let best: number | null = null
    for (const id of to) {
      const c = column.get(id)
      if (r === undefined || c === undefined) continue
      const seconds = secondsAt(table, r, c)
      if (seconds >= 0 && (best === null || seconds < best)) best = seconds
    }
    return best === null ? null : best / 60
  }
}

/** Codes of remote villages. Judged at the village's centre, else where most people live, else at the lowest id. */
function remoteIn(county: County, minutes: Way): Set<string> {
  const { settings, facilities } = county
  const villages = new Map<string, Settlement[]>()
  for (const s of county.settlements) {
    const village = s.division || s.id
    villages.set(village, [...(villages.get(village) ?? []), s])
  }
  const offices = facilities.filter(
    (f) =>
      f.state === 'open' && (f.kind === 'townshipHealthCentre' || f.kind === 'convenienceCentre'),
  )
  const seat = seatOf(county)
  const facts = [...villages].map(([code, settlements]) => {
    const [centre] = [...settlements].sort(
      (a, b) =>
        Number(b.isCentre) - Number(a.isCentre) ||
        b.permanent.total - a.permanent.total ||
        (a.id < b.id ? -1 : 1),
    )
    const { id, division, elevationM } = centre!
    const township = offices.filter(
      (f) => division === '' || f.division.slice(0, 9) === division.slice(0, 9),
    )
    return {
      code,
      elevationM: elevationM ?? null,
      minutesToTownship: minutes(
        id,
        township.map((f) => f.id),
      ),
      minutesToCountySeat: minutes(id, seat),
      peoplePerKm2: null,
      roadClass: null,
    }
  })
  const judged = classifyRemote(settings.remote, facts)
  return new Set(judged.filter((v) => v.remote).map((v) => v.code))
}

/** The facility nearest to the seat's point, or the open county hospitals where no point is given. */
function seatOf({ settings: { seat }, facilities }: County): string[] {
  if (seat === null)
    return facilities
      .filter((f) => f.kind === 'countyHospital' && f.state === 'open')
      .map((f) => f.id)
  const [lng, lat] = seat
  const narrowing = Math.cos((lat * Math.PI) / 180)
  const [nearest] = facilities
    .flatMap(({ id, at }) =>
      at === null ? [] : [{ id, far: Math.hypot((at[0] - lng) * narrowing, at[1] - lat) }],
    )
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))
  return nearest ? [nearest.id] : []
}
