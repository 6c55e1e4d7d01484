import type { Weekday } from '../kernel/calendar.ts'
import { compareText } from '../kernel/order.ts'
import { UNREACHABLE } from '../kernel/units.ts'
import { busConnections, type Connection, earliestArrival } from './bus-connections.ts'
import type { BusLine } from './bus-line.ts'
import { cellAt } from './read-table.ts'
import type { CountyTravel, WalkTable } from './travel-table.ts'

/** A resident's errand: there, served, and home again. */
export interface TripQuestion {
  settlement: string
  facility: string
  weekday: Weekday
  buses: readonly BusLine[]
  /** Time with the service, and the hours in which it begins and ends; seconds after midnight. */
  serviceSeconds: number
  opens: number
  closes: number
  prices: { residentHourFen: number; perKmFen: number }
}

/** Door to door, one person, both ways. Seconds, metres and fen; `leave` and `home` are after midnight of the day. */
export interface ResidentTrip {
  means: 'walk' | 'bus' | 'own'
  leave: number
  home: number
  /** From leaving home until home again. */
  seconds: number
  walkSeconds: number
  rideSeconds: number
  waitSeconds: number
  serviceSeconds: number
  /** Fares, or kilometres at `perKmFen`. */
  fareFen: number
  /** The fare and the person's time at `residentHourFen`. */
  costFen: number
  /** Away for six hours or more: nothing else is done that day. */
  wholeDay: boolean
  /** Home only on the next day. */
  overnight: boolean
}

const WHOLE_DAY_S = 6 * 3600
const DAY_S = 86_400

/**
 * The ways a resident can do an errand (A10): on foot, by the timetable, by own or hired vehicle; the shortest
 * absence of each, shortest first. Empty when there is no way. By bus the departure is chosen for the shortest
 * absence; where no bus goes home the same day, the next day's is taken.
 */
export function residentTrips(travel: CountyTravel, question: TripQuestion): ResidentTrip[] {
  const trips = [
    walkTrip(travel, question),
    busTrip(travel, question),
    ownTrip(travel, question),
  ].filter((trip) => trip !== null)
  return trips.sort((a, b) => a.seconds - b.seconds || compareText(a.means, b.means))
}

function walkTrip(travel: CountyTravel, question: TripQuestion): ResidentTrip | null {
  const walk = walksFrom(travel.walkToFacilities, question.settlement).get(question.facility)
  if (walk === undefined) return null
  return directTrip(question, 'walk', walk, { walkSeconds: 2 * walk, rideSeconds: 0, fareFen: 0 })
}

function ownTrip(travel: CountyTravel, question: TripQuestion): ResidentTrip | null {
  const { resident } = travel
  const row = resident.from.indexOf(question.settlement)
  const column = resident.to.indexOf(question.facility)
  const cell = row < 0 || column < 0 ? -1 : cellAt(resident, row, column)
  const ride = cell < 0 ? UNREACHABLE : resident.p50[cell]!
  if (ride === UNREACHABLE) return null
  const metres = 2 * resident.roadMetres[cell]!
  return directTrip(question, 'own', ride, {
    walkSeconds: 0,
    rideSeconds: 2 * ride,
    fareFen: Math.round((metres / 1000) * question.prices.perKmFen),
  })
}

/** Arrives at opening time and goes home when served: the way back is taken to be as long as the way there. */
function directTrip(
  question: TripQuestion,
  means: ResidentTrip['means'],
  oneWay: number,
  parts: { walkSeconds: number; rideSeconds: number; fareFen: number },
): ResidentTrip | null {
  const served = question.opens + question.serviceSeconds
  if (served > question.closes) return null
  return priced(question, means, question.opens - oneWay, served + oneWay, parts)
}

function busTrip(travel: CountyTravel, question: TripQuestion): ResidentTrip | null {
  const homeWalks = walksToStops(travel, question.settlement)
  const siteWalks = walksOfFacility(travel, question.facility)
  const connections = busConnections(question.buses, question.weekday, 2)
  let best: ResidentTrip | null = null
  for (const leave of departures(connections, homeWalks)) {
    const trip = busTripLeaving(question, connections, leave, homeWalks, siteWalks)
    if (trip !== null && (best === null || trip.seconds < best.seconds)) best = trip
  }
  return best
}

/** The latest moments to leave home for each bus of the first day, in order. */
function departures(
  connections: readonly Connection[],
  homeWalks: ReadonlyMap<string, number>,
): number[] {
  const moments = new Set<number>()
  for (const c of connections) {
    const walk = homeWalks.get(c.from)
    if (walk !== undefined && c.depart < DAY_S) moments.add(c.depart - walk)
  }
  return [...moments].sort((a, b) => a - b)
}

function busTripLeaving(
  question: TripQuestion,
  connections: readonly Connection[],
  leave: number,
  homeWalks: ReadonlyMap<string, number>,
  siteWalks: ReadonlyMap<string, number>,
): ResidentTrip | null {
  const there = earliestArrival(connections, leave, homeWalks, siteWalks)
  if (there === null) return null
  const served = Math.max(there.at, question.opens) + question.serviceSeconds
  if (served > question.closes) return null
  const back = earliestArrival(connections, served, siteWalks, homeWalks)
  if (back === null) return null
  return priced(question, 'bus', leave, back.at, {
    walkSeconds: there.walkSeconds + back.walkSeconds,
    rideSeconds: there.rideSeconds + back.rideSeconds,
    fareFen: there.fareFen + back.fareFen,
  })
}

function priced(
  question: TripQuestion,
  means: ResidentTrip['means'],
  leave: number,
  home: number,
  parts: { walkSeconds: number; rideSeconds: number; fareFen: number },
): ResidentTrip {
  const away = home - leave
  const time = Math.round((away / 3600) * question.prices.residentHourFen)
  return {
    means,
    leave,
    home,
    seconds: away,
    ...parts,
    waitSeconds: away - parts.walkSeconds - parts.rideSeconds - question.serviceSeconds,
    serviceSeconds: question.serviceSeconds,
    costFen: parts.fareFen + time,
    wholeDay: away >= WHOLE_DAY_S,
    overnight: home >= DAY_S,
  }
}

/** Seconds on foot from a place to those near it. */
function walksFrom(table: WalkTable, id: string): Map<string, number> {
  const walks = new Map<string, number>()
  const row = table.from.indexOf(id)
  if (row < 0) return walks
  for (let k = table.offsets[row]!; k < table.offsets[row + 1]!; k++)
    walks.set(table.to[table.target[k]!]!, table.seconds[k]!)
  return walks
}

/** Bus stops are settlements or facilities; one's own settlement is no way off. */
function walksToStops(travel: CountyTravel, settlement: string): Map<string, number> {
  return new Map([
    ...walksFrom(travel.walkToFacilities, settlement),
    ...walksFrom(travel.walkToStops, settlement),
    [settlement, 0] as const,
  ])
}

/** Stops from which a facility is reached on foot; walks count the slower direction, so they hold both ways. */
function walksOfFacility(
  { walkToFacilities }: CountyTravel,
  facility: string,
): Map<string, number> {
  const walks = new Map([[facility, 0]])
  const column = walkToFacilities.to.indexOf(facility)
  walkToFacilities.from.forEach((id, row) => {
    for (let k = walkToFacilities.offsets[row]!; k < walkToFacilities.offsets[row + 1]!; k++)
      if (walkToFacilities.target[k] === column) walks.set(id, walkToFacilities.seconds[k]!)
  })
  return walks
}
