import { SHIFT, WINDOWS } from '../rules/rule.ts'
import { latestArrival, leaveStop, type StopPart } from '../rules/stations.ts'
import { latestDeparture, rideWithPauses } from './pause-ride.ts'
import type { RuledFleet, RuledProblem } from './problem.ts'

/** A day's way as the clock sees it: activities in order (stops and reloads), each reached by a leg; a last leg leads to the end. */
export interface Way {
  fleet: RuledFleet
  /** Activities; leg `count` is the last one. */
  count: number
  /** Travel of the leg into each activity and of the last leg. */
  travel: Float64Array
  /** A stop's customers, or `from === to` for a reload. */
  parts: StopPart[]
  /** Start of service by position in the sequence, as the last ride had it. */
  start: Float64Array
}

/** What the last ride found. */
export interface ClockRoom {
  depart: number
  finish: number
}

export const newClockRoom = (): ClockRoom => ({ depart: 0, finish: 0 })

/** When the vehicle leaves an activity that it reaches at `arrive`. */
export function stayAt(problem: RuledProblem, way: Way, a: number, arrive: number): number {
  const part = way.parts[a]!
  return part.from === part.to
    ? arrive + way.fleet.reload!.duration
    : leaveStop(problem, part, arrive, way.start)
}

/** Rides a way without breaks and rests from `depart`, then puts the waiting before the start; 0, or the rule that refuses. */
function ridePlain(problem: RuledProblem, way: Way, depart: number, room: ClockRoom): number {
  let time = depart
  for (let a = 0; a < way.count; a++) {
    time = stayAt(problem, way, a, time + way.travel[a]!)
    if (time === Infinity) return WINDOWS
  }
  room.finish = time + way.travel[way.count]!
  room.depart = Math.max(depart, Math.min(latestPlain(problem, way, room.finish), room.finish))
  return room.finish > way.fleet.close ? SHIFT : 0
}

/** The last departure that still finishes at `finish`, with no breaks and rests. */
function latestPlain(problem: RuledProblem, way: Way, finish: number): number {
  let bound = finish - way.travel[way.count]!
  for (let a = way.count - 1; a >= 0; a--) {
    const part = way.parts[a]!
    const arrive =
      part.from === part.to
        ? bound - way.fleet.reload!.duration
        : latestArrival(problem, part, bound)
    bound = arrive - way.travel[a]!
  }
  return bound
}

const mostSteps = 8

/**
 * Times a way: the earliest finish, then the last departure that keeps it. Where windows are several, a later finish may
 * make a shorter day: `mostSteps` further starts are tried, and the shortest day is kept. 0, or the rule that refuses;
 * departure and finish stand in `room`.
 */
export function timeWay(problem: RuledProblem, way: Way, room: ClockRoom): number {
  const { fleet } = way
  const ride = fleet.pauses ? ridePaused : ridePlain
  const refused = ride(problem, way, fleet.open, room)
  if (refused !== 0) return refused
  let { depart, finish } = room
  if (problem.severalWindows || fleet.pauses) {
    let from = depart
    for (let step = 0; step < mostSteps; step++) {
      from += 1e-6
      if (ride(problem, way, from, room) !== 0) break
      if (room.finish - room.depart < finish - depart - 1e-5) ({ depart, finish } = room)
      if (room.depart <= from) break
      from = room.depart
    }
    // Who departs when the last window of a break closes owes it no longer.
    for (const { flat } of fleet.breaks) {
      if (ride(problem, way, Math.max(fleet.open, flat.at(-1)!), room) !== 0) continue
      if (room.finish - room.depart < finish - depart - 1e-5) ({ depart, finish } = room)
    }
  }
  room.depart = depart
  room.finish = finish
  return finish - depart > fleet.maxDuration ? SHIFT : 0
}

/** As `ridePlain`, with breaks and rests; leaves as late as a second ride allows. */
function ridePaused(problem: RuledProblem, way: Way, depart: number, room: ClockRoom): number {
  const last = rideWithPauses(problem, way, depart)
  if (typeof last === 'number') return last
  room.depart = depart
  room.finish = last.time
  for (const keepRests of [false, true]) {
    const late = latestDeparture(problem, way, last, keepRests)
    if (late <= depart) continue
    const again = rideWithPauses(problem, way, late)
    if (typeof again === 'number' || again.time > last.time + 1e-9) continue
    room.depart = late
    return 0
  }
  return 0
}
