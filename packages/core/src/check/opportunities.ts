import type { Service } from '../catalogue/service.ts'
import type { Floor } from '../catalogue/standard.ts'
import { dayNumber } from '../kernel/calendar.ts'
import { placesIn } from '../travel/read-table.ts'
import {
  type CheckGround,
  canGive,
  givesOnSite,
  type ReadTravel,
  type ReadWalks,
  travelReader,
  walkReader,
} from './check-ground.ts'
import { nearestSeconds } from './nearest-seconds.ts'
import { type RidesFrom, ridesUnder } from './ride-opportunities.ts'

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

export type FindOpportunities = (settlement: string, service: Service) => Opportunities

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

/** Reads everything at the base state of the roads, as the timetable was made for the year. */
export function opportunitiesUnder(ground: CheckGround): FindOpportunities {
  const travel = travelReader(ground.travel.base.resident)
  const toStops = walkReader(ground.travel.base.walkToStops)
  const toSites = walkReader(ground.travel.base.walkToFacilities)
  const visits = visitDays(ground)
  const calls = doorstepCalls(ground, travel)
  const ridesFrom = ridesUnder(ground)
  const rows = placesIn(ground.travel.base.resident.from)
  const sitesOf = new Map<string, Places>()
  const stationsOf = new Map<string, Places>()
  // Many services are given at the same buildings, which are looked up once.
  const searched = new Map<string, Places>()
  const places = (ids: readonly string[]): Places => {
    const key = ids.join('\n')
    const known = searched.get(key)
    if (known !== undefined) return known
    const all = new Set(ids)
    const found = { all, nearest: nearestSeconds(ground.travel.base.resident, all) }
    searched.set(key, found)
    return found
  }
  return (settlement, service) => {
    const floors = ground.floors.filter((f) => f.service === service.id)
    const limit = limits(ground, floors)
    const sites = sitesOf.get(service.id) ?? places(sitesGiving(ground, service))
    sitesOf.set(service.id, sites)
    const stations = stationsOf.get(service.id) ?? places(stationsFor(ground, service))
    stationsOf.set(service.id, stations)
    const way = ({ nearest }: Places): number | null => {
      const seconds = nearest[rows.get(settlement) ?? -1] ?? -1
      return seconds < 0 ? null : seconds
    }
    const nearest = way(sites)
    const walks = toSites(settlement)
    const taken = ridesFrom(settlement, service, limit)
    const visited = daysWithin(toStops, visits.get(service.id), settlement, limit.walk)
    return {
      nearest,
      nearestOnFoot: leastWalk(walks, sites),
      station: way(stations),
      stationOnFoot: leastWalk(walks, stations),
      rides: taken.rides,
      fixed: nearest !== null && nearest <= limit.fixed,
      days:
        taken.days.length === 0
          ? visited
          : [...new Set([...visited, ...taken.days])].sort((a, b) => a - b),
      visited: visited.length > 0,
      doorstep: (calls.get(`${settlement} ${service.id}`) ?? []).filter(
        (c) => c.seconds <= limit.doorstep,
      ),
    }
  }
}

/** Some places, and seconds to the nearest of them from each row of the residents' table. */
interface Places {
  all: ReadonlySet<string>
  nearest: Int32Array
}

/** Fewest seconds on foot to any of some places; null where none is within a walk. */
function leastWalk(walks: ReadonlyMap<string, number>, { all }: Places): number | null {
  let least: number | null = null
  for (const [id, seconds] of walks)
    if (all.has(id) && (least === null || seconds < least)) least = seconds
  return least
}

const sitesGiving = (ground: CheckGround, service: Service): string[] =>
  [...ground.sites].flatMap(([id, site]) => (givesOnSite(site, service) ? [id] : []))

/** Buildings in use from which the service is given over the line or through an agent. */
const stationsFor = (ground: CheckGround, service: Service): string[] =>
  [...ground.sites].flatMap(([id, { kind, services }]) =>
    service.channels.some((c) => (c.mode === 'remote' || c.mode === 'agent') && c.kind === kind) &&
    (services.length === 0 || services.includes(service.id))
      ? [id]
      : [],
  )

/** Days of valid visits by service and settlement of the stop. */
function visitDays(ground: CheckGround): Map<string, Map<string, Set<number>>> {
  const visits = new Map<string, Map<string, Set<number>>>()
  for (const { visit, tour, stop, vehicle } of ground.visits)
    for (const id of visit.services) {
      const service = ground.services.get(id)
      if (service === undefined || !canGive(vehicle, service)) continue
      const places = visits.get(id) ?? new Map<string, Set<number>>()
      visits.set(id, places)
      const days = places.get(stop.settlement) ?? new Set<number>()
      places.set(stop.settlement, days.add(dayNumber(tour.date)))
    }
  return visits
}

function daysWithin(
  walksFrom: ReadWalks,
  places: ReadonlyMap<string, ReadonlySet<number>> | undefined,
  settlement: string,
  limit: number,
): number[] {
  if (places === undefined) return []
  const days = new Set<number>()
  for (const [stop, seconds] of walksFrom(settlement))
    if (seconds <= limit) for (const day of places.get(stop) ?? []) days.add(day)
  return [...days].sort((a, b) => a - b)
}

type Call = { calls: number | null; gapDays: number | null; seconds: number }

/** Doorstep calls that the plan makes and could make, by settlement and service. */
function doorstepCalls(ground: CheckGround, travel: ReadTravel): Map<string, Call[]> {
  const calls = new Map<string, Call[]>()
  for (const a of ground.plan.assignments) {
    if (a.mode !== 'doorstep') continue
    const kind = ground.sites.get(a.place)?.kind
    const seconds = travel(a.settlement, a.place)?.seconds
    const channels = ground.services.get(a.service)?.channels ?? []
    const possible = channels.some((c) => c.mode === 'doorstep' && c.kind === kind)
    if (!possible || seconds === undefined) continue
    const key = `${a.settlement} ${a.service}`
    const call = { calls: a.opportunities, gapDays: a.longestGapDays, seconds }
    calls.set(key, [...(calls.get(key) ?? []), call])
  }
  return calls
}

/** The longest gap between days, counted round from the end of the horizon to its start; null where there is none. */
export function longestGap(days: readonly number[], horizonDays: number): number | null {
  if (days.length === 0) return null
  let longest = days[0]! + horizonDays - days[days.length - 1]!
  for (let k = 1; k < days.length; k++) longest = Math.max(longest, days[k]! - days[k - 1]!)
  return longest
}
