import type { PlainDate } from '../kernel/calendar.ts'
import { type Memory, newMemory, recall } from '../kernel/memory.ts'
import { UNREACHABLE } from '../kernel/units.ts'
import { placesIn, secondsAt } from '../travel/read-table.ts'
import type { CountyTravel } from '../travel/travel-table.ts'
import { longestGap, unionOfDates } from './gaps.ts'
import type { Limits } from './limits.ts'
import { kept, type NearestSites, nearestOf } from './nearest-sites.ts'
import { movingOffers, type Offer, type Supply, standingOffers } from './supply.ts'

/** An offer that people of a settlement can use, with the way there (or of the staff to them). */
export interface Opportunity {
  offer: Offer
  seconds: number
}

/** All that a settlement can use of a service, by the channels that can meet a floor. */
export interface Opportunities {
  /** Within the limit, nearest first, at most three. */
  fixed: readonly Opportunity[]
  vehicle: readonly Opportunity[]
  doorstep: readonly Opportunity[]
  /** Within the limit, door to door. */
  rides: readonly Opportunity[]
  /** Remote and through agents: named; what counts of them is the way to their stations. */
  other: readonly Opportunity[]
  /** The way to the nearest site at any distance; null where there is none. */
  nearestSeconds: number | null
  /** On foot to the nearest site, where within the range of the walk table. */
  nearestWalkSeconds: number | null
  /** The way to the nearest station of a remote or agent channel, by road and on foot. */
  stationSeconds: number | null
  stationWalkSeconds: number | null
  /** Distinct dates of vehicle visits and rides. */
  visitDates: readonly PlainDate[]
  visitGap: number | null
  /** The longest gap of one vehicle offer alone. */
  gapOf: (offer: Offer) => number | null
}

/** Looks up opportunities: built once for a supply and a season, asked once per settlement and service. */
export type FindOpportunities = (
  settlement: string,
  service: string,
  limits: Limits,
) => Opportunities

/** Offers of buildings for one service, with the ways to the nearest. */
interface Standing {
  fixed: ReadonlyMap<string, Offer>
  /** Facilities of remote and agent channels. */
  stations: ReadonlySet<string>
  other: readonly Offer[]
  nearest: NearestSites | undefined
  nearestStation: NearestSites | undefined
}

/** All offers of one service. */
export interface ServiceOffers extends Standing {
  /** The same object while these are the same. */
  standing: Standing
  moving: Offer[]
  /** By settlement of the stop. */
  vehicle: Map<string, Offer[]>
  /** By settlement served. */
  doorstep: Map<string, Offer[]>
  /** By settlement taken. */
  rides: Map<string, Offer[]>
}

function byService(offers: readonly Offer[]): Map<string, Offer[]> {
  const found = new Map<string, Offer[]>()
  for (const offer of offers) {
    const own = found.get(offer.service) ?? []
    own.push(offer)
    found.set(offer.service, own)
  }
  return found
}

function standingOf(offers: readonly Offer[], { resident }: CountyTravel): Standing {
  const other = offers.filter((o) => o.mode !== 'fixed')
  return {
    fixed: new Map(offers.flatMap((o) => (o.mode === 'fixed' ? [[o.place, o]] : []))),
    stations: new Set(other.map((o) => o.place)),
    other,
    nearest: nearestOf(resident, offers, ['fixed']),
    nearestStation: nearestOf(resident, offers, ['remote', 'agent']),
  }
}

/** Offers by service. With a memory, of one county and its travel, what stands is looked for only where it changed. */
export function indexOffers(
  supply: Supply,
  travel: CountyTravel,
  memory: Memory = newMemory(),
): ReadonlyMap<string, ServiceOffers> {
  const standing = standingOffers(supply)
  const ofBuildings = recall(memory, 'standing by service', standing, () => byService(standing))
  const others = byService(movingOffers(supply))
  return new Map(
    [...new Set([...ofBuildings.keys(), ...others.keys()])].map((service) => {
      const own = ofBuildings.get(service) ?? []
      const stands = recall(memory, `standing ${service}`, own, () => standingOf(own, travel))
      return [service, withMoving(stands, others.get(service) ?? [])]
    }),
  )
}

function withMoving(standing: Standing, moving: Offer[]): ServiceOffers {
  const of: ServiceOffers = {
    ...standing,
    standing,
    moving,
    vehicle: new Map(),
    doorstep: new Map(),
    rides: new Map(),
  }
  const push = (map: Map<string, Offer[]>, key: string, offer: Offer) => {
    const own = map.get(key) ?? []
    own.push(offer)
    map.set(key, own)
  }
  for (const offer of moving)
    if (offer.mode === 'vehicle') push(of.vehicle, offer.place, offer)
    else if (offer.mode === 'doorstep') push(of.doorstep, offer.settlement ?? '', offer)
    else push(of.rides, offer.settlement ?? '', offer)
  return of
}

/** A settlement's own stop counts as no walk at all, whether or not the walk table says so. */
function vehicleWithin(
  of: ServiceOffers,
  travel: CountyTravel,
  walkRow: number | undefined,
  settlement: string,
  limitSeconds: number,
): Opportunity[] {
  const found: Opportunity[] = (of.vehicle.get(settlement) ?? []).map((offer) => ({
    offer,
    seconds: 0,
  }))
  if (walkRow === undefined || of.vehicle.size === 0) return found
  const { offsets, target, seconds, to } = travel.walkToStops
  for (let k = offsets[walkRow]!; k < offsets[walkRow + 1]!; k++) {
    if (seconds[k]! > limitSeconds) break
    const stop = to[target[k]!]!
    if (stop === settlement) continue
    for (const offer of of.vehicle.get(stop) ?? []) found.push({ offer, seconds: seconds[k]! })
  }
  return found
}

function fixedOf(of: ServiceOffers, travel: CountyTravel, row: number | undefined): Opportunity[] {
  if (row === undefined || of.nearest === undefined) return []
  const { resident } = travel
  const found: Opportunity[] = []
  for (let k = 0; k < kept; k++) {
    const column = of.nearest.columns[row * kept + k]!
    if (column < 0) break
    found.push({
      offer: of.fixed.get(resident.to[column]!)!,
      seconds: secondsAt(resident, row, column),
    })
  }
  return found
}

function doorstepWithin(
  offers: readonly Offer[],
  travel: CountyTravel,
  row: number | undefined,
  columnOf: ReadonlyMap<string, number>,
  limitSeconds: number,
): Opportunity[] {
  if (row === undefined) return []
  return offers.flatMap((offer) => {
    const column = columnOf.get(offer.place)
    const seconds = column === undefined ? UNREACHABLE : secondsAt(travel.resident, row, column)
    return seconds === UNREACHABLE || seconds > limitSeconds ? [] : [{ offer, seconds }]
  })
}

function nearestOnFoot(
  places: { has(id: string): boolean },
  travel: CountyTravel,
  row: number | undefined,
): number | null {
  if (row === undefined) return null
  const { offsets, target, seconds, to } = travel.walkToFacilities
  for (let k = offsets[row]!; k < offsets[row + 1]!; k++) {
    if (places.has(to[target[k]!]!)) return seconds[k]!
  }
  return null
}

function nearestByRoad(
  nearest: NearestSites | undefined,
  { resident }: CountyTravel,
  row: number | undefined,
): number | null {
  const column = row === undefined ? -1 : (nearest?.columns[row * kept] ?? -1)
  return column < 0 ? null : secondsAt(resident, row!, column)
}

const none: readonly PlainDate[] = []

const nothing: Opportunities = {
  fixed: [],
  vehicle: [],
  doorstep: [],
  rides: [],
  other: [],
  nearestSeconds: null,
  nearestWalkSeconds: null,
  stationSeconds: null,
  stationWalkSeconds: null,
  visitDates: [],
  visitGap: null,
  gapOf: () => null,
}

/** Prepares the look-up. The cost is one pass over the travel table per distinct set of sites. */
export const opportunitiesIn = (
  supply: Supply,
  travel: CountyTravel,
  horizonDays: number,
  memory: Memory = newMemory(),
): FindOpportunities => opportunitiesOf(indexOffers(supply, travel, memory), travel, horizonDays)

/** The look-up in offers by service. */
export function opportunitiesOf(
  index: ReadonlyMap<string, ServiceOffers>,
  travel: CountyTravel,
  horizonDays: number,
): FindOpportunities {
  const residentRow = placesIn(travel.resident.from)
  const columnOf = placesIn(travel.resident.to)
  const stopRow = placesIn(travel.walkToStops.from)
  const walkRow = placesIn(travel.walkToFacilities.from)
  const gaps = new Map<readonly PlainDate[], number | null>()
  /** Gaps are asked for again and again of the same few calendars. */
  const gapIn = (dates: readonly PlainDate[]): number | null => {
    const known = gaps.get(dates)
    if (known !== undefined) return known
    const gap = longestGap(dates, horizonDays)
    gaps.set(dates, gap)
    return gap
  }
  const gapOf = (offer: Offer) => (offer.dates === null ? null : gapIn(offer.dates))
  return (settlement, service, limits) => {
    const of = index.get(service)
    if (of === undefined) return nothing
    const row = residentRow.get(settlement)
    const fixed = fixedOf(of, travel, row)
    const vehicle = vehicleWithin(
      of,
      travel,
      stopRow.get(settlement),
      settlement,
      limits.walkSeconds,
    )
    const rides = (of.rides.get(settlement) ?? [])
      .map((offer) => ({ offer, seconds: offer.seconds ?? 0 }))
      .filter(
        (r) => r.seconds <= limits.rideSeconds && (r.offer.walkSeconds ?? 0) <= limits.walkSeconds,
      )
    const dated = [...vehicle, ...rides]
    const dates = dated.length === 0 ? none : unionOfDates(dated.map((v) => v.offer.dates ?? []))
    const walk = walkRow.get(settlement)
    return {
      fixed: fixed.filter((f) => f.seconds <= limits.fixedSeconds),
      vehicle,
      doorstep: doorstepWithin(
        of.doorstep.get(settlement) ?? [],
        travel,
        row,
        columnOf,
        limits.doorstepSeconds,
      ),
      rides,
      other: of.other.slice(0, 2).map((offer) => ({ offer, seconds: 0 })),
      nearestSeconds: fixed[0]?.seconds ?? null,
      nearestWalkSeconds: nearestOnFoot(of.fixed, travel, walk),
      stationSeconds: nearestByRoad(of.nearestStation, travel, row),
      stationWalkSeconds: of.stations.size > 0 ? nearestOnFoot(of.stations, travel, walk) : null,
      visitDates: dates,
      visitGap: dated.length === 1 ? gapIn(dates) : longestGap(dates, horizonDays),
      gapOf,
    }
  }
}
