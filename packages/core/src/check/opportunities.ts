import type { Service } from '../catalogue/service.ts'
import type { Floor } from '../catalogue/standard.ts'
import { dayNumber, type PlainDate } from '../kernel/calendar.ts'
import { recall } from '../kernel/memory.ts'
import { oncePer } from '../kernel/once-per.ts'
import type { Ride } from '../plan/plan.ts'
import type { Vehicle } from '../resources/vehicle.ts'
import { placesIn } from '../travel/read-table.ts'
import {
  type CheckCounty,
  type CheckGround,
  canGive,
  type ReadTravel,
  type ReadWalks,
  travelReader,
  walkReader,
} from './check-ground.ts'
import { type RidesFrom, ridesUnder } from './ride-opportunities.ts'
import { placesAt, type SitesOfService, sitesOfService } from './site-places.ts'

/** What people of a settlement can use of a service under the plan (docs/methods/floors.md). */
export interface Opportunities {
  /** Seconds to the nearest building in use that gives it, and on foot; null where there is none. */
  nearest: number | null
  nearestOnFoot: number | null
  /** The same to the nearest station of its remote and agent channels. */
  station: number | null
  stationOnFoot: number | null
  /** The nearest is within the service's limit. */
  fixed: boolean
  /** Rides within the limit: door to door, and whether every working day. */
  rides: RidesFrom['rides']
  /** Day numbers of visits and rides within reach, distinct and ascending. */
  days: readonly number[]
  /** A vehicle comes within reach. */
  visited: boolean
  /** Doorstep calls in the horizon; null as often as wanted. */
  doorstep: readonly { calls: number | null; gapDays: number | null }[]
}

/** Seconds people travel to a building, walk to a stop and staff travel to a door, for one service. */
function limits(ground: CheckGround, floors: readonly Floor[]) {
  const { assumptions } = ground.county.settings
  const floor = (metric: Floor['metric']) => floors.find((f) => f.metric === metric)?.value
  return {
    fixed: 60 * (floor('maxTravelMin') ?? assumptions.fixedMaxMin ?? 60),
    walk: 60 * (floor('maxWalkMin') ?? assumptions.walkToStopMin ?? 30),
    doorstep: 60 * (assumptions.doorstepMaxMin ?? 60),
    ride: 60 * (assumptions.rideMaxMin ?? 90),
  }
}

/** What people entitled to a service can use of it, by settlement. Asked again only where what is offered of it changed. */
export function opportunitiesAt(
  ground: CheckGround,
  service: Service,
): ReadonlyMap<string, Opportunities> {
  const sites = sitesOfService(ground, service)
  const { visits, rides, calls } = offered(ground)
  const from = [
    ...sites.giving,
    null,
    ...sites.stations,
    null,
    ...(visits.get(service.id) ?? []),
    null,
    ...(rides.get(service.id) ?? []),
    null,
    ...(calls.get(service.id) ?? []).flatMap((c) => [c.settlement, c.calls, c.gapDays, c.seconds]),
    // Where a ride brings people, and whether that counts, hangs on the use of its site.
    ...(rides.has(service.id) ? [ground.sites] : []),
  ]
  return recall(ground.memory, `opportunities ${service.id}`, from, () =>
    findAll(ground, service, sites),
  )
}

/** Reads everything at the base state of the roads, as the timetable was made for the year. */
function findAll(
  ground: CheckGround,
  service: Service,
  { giving, stations }: SitesOfService,
): Map<string, Opportunities> {
  const { base } = ground
  const limit = limits(
    ground,
    ground.floors.filter((f) => f.service === service.id),
  )
  const rows = placesIn(base.travel.base.resident.from)
  const sites = placesAt(base, giving)
  const station = placesAt(base, stations)
  const days = visitDays(offered(ground).visits.get(service.id) ?? [])
  const calls = callsBySettlement(offered(ground).calls.get(service.id) ?? [])
  const ridesFrom = ridesUnder(ground)
  const toStops = walkReader(base.travel.base.walkToStops)
  const found = new Map<string, Opportunities>()
  const orNull = (seconds: number | undefined) =>
    seconds === undefined || seconds < 0 ? null : seconds
  let k = -1
  for (const settlement of ground.settlements.values()) {
    k++
    if (ground.people(settlement, service) <= 0) continue
    const { id } = settlement
    const row = rows.get(id) ?? -1
    const nearest = orNull(sites.nearest[row])
    const taken = ridesFrom(id, service, limit)
    const visited = daysWithin(toStops, days, id, limit.walk)
    found.set(id, {
      nearest,
      nearestOnFoot: orNull(sites.onFoot[k]),
      station: orNull(station.nearest[row]),
      stationOnFoot: orNull(station.onFoot[k]),
      rides: taken.rides,
      fixed: nearest !== null && nearest <= limit.fixed,
      days:
        taken.days.length === 0
          ? visited
          : [...new Set([...visited, ...taken.days])].sort((x, y) => x - y),
      visited: visited.length > 0,
      doorstep: (calls.get(id) ?? []).filter((c) => c.seconds <= limit.doorstep),
    })
  }
  return found
}

/** What the plan offers besides its sites, by service; read from the plan once. */
interface Offered {
  /** Settlement of the stop and date, one after the other, of each valid visit. */
  visits: ReadonlyMap<string, readonly string[]>
  rides: ReadonlyMap<string, readonly Ride[]>
  calls: ReadonlyMap<string, readonly Call[]>
}

const offered = oncePer(
  (ground: CheckGround): Offered => ({
    visits: visitsOf(ground),
    rides: ridesOf(ground),
    calls: callsOf(ground, travelReader(ground.travel.base.resident)),
  }),
)

function ridesOf({ plan }: CheckGround): Map<string, Ride[]> {
  const rides = new Map<string, Ride[]>()
  for (const ride of plan.rides)
    for (const service of new Set(ride.services)) {
      const own = rides.get(service) ?? []
      own.push(ride)
      rides.set(service, own)
    }
  return rides
}

function visitsOf({ base, visits }: CheckGround): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const given = givenBy(base)
  for (const { visit, tour, stop, vehicle } of visits)
    for (const id of visit.services) {
      if (!given(vehicle, id)) continue
      const own = found.get(id) ?? []
      own.push(stop.settlement, tour.date)
      found.set(id, own)
    }
  return found
}

/** Whether a vehicle can give a service of the catalogue. */
const givenBy = oncePer(({ services, vehicles }: CheckCounty) => {
  const given = new Map(
    [...vehicles.values()].map((v) => [
      v,
      new Set([...services.values()].filter((s) => canGive(v, s)).map((s) => s.id)),
    ]),
  )
  return (vehicle: Vehicle, service: string) => given.get(vehicle)!.has(service)
})

/** Days of visits by settlement of the stop. */
function visitDays(visits: readonly string[]): Map<string, Set<number>> {
  const days = new Map<string, Set<number>>()
  for (let k = 0; k < visits.length; k += 2) {
    const own = days.get(visits[k]!) ?? new Set<number>()
    days.set(visits[k]!, own.add(dayNumber(visits[k + 1]! as PlainDate)))
  }
  return days
}

function daysWithin(
  walksFrom: ReadWalks,
  places: ReadonlyMap<string, ReadonlySet<number>>,
  settlement: string,
  limit: number,
): number[] {
  if (places.size === 0) return []
  const days = new Set<number>()
  for (const [stop, seconds] of walksFrom(settlement))
    if (seconds <= limit) for (const day of places.get(stop) ?? []) days.add(day)
  return [...days].sort((a, b) => a - b)
}

interface Call {
  settlement: string
  calls: number | null
  gapDays: number | null
  seconds: number
}

/** Doorstep calls that the plan makes and could make, by service. */
function callsOf(ground: CheckGround, travel: ReadTravel): Map<string, Call[]> {
  const calls = new Map<string, Call[]>()
  for (const a of ground.plan.assignments) {
    if (a.mode !== 'doorstep') continue
    const kind = ground.sites.get(a.place)?.kind
    const seconds = travel(a.settlement, a.place)?.seconds
    const channels = ground.services.get(a.service)?.channels ?? []
    const possible = channels.some((c) => c.mode === 'doorstep' && c.kind === kind)
    if (!possible || seconds === undefined) continue
    const call = { calls: a.opportunities, gapDays: a.longestGapDays, seconds }
    calls.set(a.service, [...(calls.get(a.service) ?? []), { settlement: a.settlement, ...call }])
  }
  return calls
}

function callsBySettlement(calls: readonly Call[]): Map<string, Call[]> {
  const found = new Map<string, Call[]>()
  for (const call of calls)
    found.set(call.settlement, [...(found.get(call.settlement) ?? []), call])
  return found
}

/** The longest gap between days, counted round from the end of the horizon to its start; null where there is none. */
export function longestGap(days: readonly number[], horizonDays: number): number | null {
  if (days.length === 0) return null
  let longest = days[0]! + horizonDays - days[days.length - 1]!
  for (let k = 1; k < days.length; k++) longest = Math.max(longest, days[k]! - days[k - 1]!)
  return longest
}
