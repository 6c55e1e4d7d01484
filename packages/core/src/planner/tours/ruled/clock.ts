import { afterBreak, breakStart, firstOwed, latestLeave, noneOwed } from '../rules/breaks.ts'
import { roadRests, wheelAfter } from '../rules/driver-rest.ts'
import { BREAKS, REST, SHIFT, WINDOWS } from '../rules/rule.ts'
import { latestArrival, leaveStop, type StopPart } from '../rules/stations.ts'
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
}

/** Scratch arrays of one evaluation at a time, and what it found. */
export interface ClockRoom {
  /** Start of service by position in the sequence; arrival and departure by activity. */
  start: Float64Array
  arrive: Float64Array
  leave: Float64Array
  /** By activity and breaks taken before leaving it: time and wheel, and how the leg into it took its breaks. */
  time: Float64Array
  wheel: Float64Array
  onWay: Int8Array
  atEnd: Int8Array
  taken: Int32Array
  depart: number
  finish: number
}

export const newClockRoom = (longest: number, breaks: number): ClockRoom => {
  const labels = (longest * 2 + 2) * (breaks + 1)
  return {
    start: new Float64Array(longest + 1),
    arrive: new Float64Array(longest * 2 + 2),
    leave: new Float64Array(longest * 2 + 2),
    time: new Float64Array(labels),
    wheel: new Float64Array(labels),
    onWay: new Int8Array(labels),
    atEnd: new Int8Array(labels),
    taken: new Int32Array(longest * 2 + 3),
    depart: 0,
    finish: 0,
  }
}

const stay = (problem: RuledProblem, way: Way, a: number, arrive: number, start: Float64Array) => {
  const part = way.parts[a]!
  return part.from === part.to
    ? arrive + way.fleet.reload!.duration
    : leaveStop(problem, part, arrive, start)
}

/** Rides a way without breaks and rests from `depart`; 0, or the rule that refuses. */
function ridePlain(problem: RuledProblem, way: Way, depart: number, room: ClockRoom): number {
  let time = depart
  for (let a = 0; a < way.count; a++) {
    room.arrive[a] = time + way.travel[a]!
    time = stay(problem, way, a, room.arrive[a]!, room.start)
    room.leave[a] = time
    if (time === Infinity) return WINDOWS
  }
  room.depart = depart
  room.finish = time + way.travel[way.count]!
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

/**
 * Rides a way with breaks and rests from `depart`: for each activity and number of breaks taken the earliest time (then
 * least wheel time) is kept. 0, or the rule that refuses.
 */
function rideWithPauses(problem: RuledProblem, way: Way, depart: number, room: ClockRoom): number {
  const { fleet, count } = way
  const { rest, breaks } = fleet
  const width = breaks.length + 1
  const first = firstOwed(fleet, depart)
  const { time, wheel, onWay, atEnd } = room
  const rested = (b: number) => rest !== null && breaks[b]!.duration >= rest.duration
  let refused = WINDOWS
  for (let a = 0; a <= count; a++) {
    const travel = way.travel[a]!
    const row = a * width
    time.fill(Infinity, row, row + width)
    onWay.fill(0, row, row + width)
    atEnd.fill(0, row, row + width)
    for (let j = first; j < width; j++) {
      const before = a === 0 ? (j === first ? depart : Infinity) : time[row - width + j]!
      const wheelBefore = a === 0 ? 0 : wheel[row - width + j]!
      if (before < Infinity) {
        const rests = rest === null ? 0 : roadRests(rest, wheelBefore, travel)
        if (rests < 0) refused = REST
        else {
          const there = before + travel + rests * (rest?.duration ?? 0)
          if (there < time[row + j]!) {
            time[row + j] = there
            wheel[row + j] = rest === null ? 0 : wheelAfter(rest, wheelBefore, travel, rests)
            onWay[row + j] = 0
          }
        }
      }
      if (j > first) breakOnWay(way, room, a, j, depart, rested(j - 1))
    }
    for (let j = first + 1; j < width; j++) {
      const begun = breakStart(fleet, j - 1, time[row + j - 1]!)
      const there = begun + breaks[j - 1]!.duration
      if (there >= time[row + j]!) continue
      time[row + j] = there
      wheel[row + j] = rested(j - 1) ? 0 : wheel[row + j - 1]!
      onWay[row + j] = onWay[row + j - 1]!
      atEnd[row + j] = atEnd[row + j - 1]! + 1
    }
    if (a === count) break
    for (let j = first; j < width; j++) {
      const arrive = time[row + j]!
      if (arrive === Infinity) continue
      time[row + j] = stay(problem, way, a, arrive, room.start)
      if (rest !== null && time[row + j]! - arrive >= rest.duration) wheel[row + j] = 0
    }
  }
  return endRide(problem, way, depart, room, refused)
}

/** A label of activity `a` with break `j − 1` taken somewhere on the leg. */
function breakOnWay(
  way: Way,
  room: ClockRoom,
  a: number,
  j: number,
  depart: number,
  rested: boolean,
): void {
  const { fleet } = way
  const width = fleet.breaks.length + 1
  const at = a * width + j
  const before =
    a === 0 ? (j - 1 === firstOwed(fleet, depart) ? depart : Infinity) : room.time[at - width - 1]!
  if (before === Infinity) return
  const travel = way.travel[a]!
  const begun = breakStart(fleet, j - 1, before)
  if (begun === Infinity) return
  const driven = Math.min(travel, begun - before)
  const wheelBefore = a === 0 ? 0 : room.wheel[at - width - 1]!
  if (fleet.rest !== null) {
    const until = rested ? driven : travel
    if (wheelBefore + until > fleet.rest.after) return
    if (rested && travel - driven > fleet.rest.after) return
  }
  const there = afterBreak(fleet, j - 1, before, travel, begun)
  if (there >= room.time[at]!) return
  room.time[at] = there
  room.wheel[at] = rested ? travel - driven : wheelBefore + travel
  room.onWay[at] = 1
}

/** Takes the best last label that owes no break, and notes its times and pauses by activity. */
function endRide(
  _problem: RuledProblem,
  way: Way,
  depart: number,
  room: ClockRoom,
  refused: number,
): number {
  const { fleet, count } = way
  const width = fleet.breaks.length + 1
  let best = -1
  let reached = false
  for (let j = firstOwed(fleet, depart); j < width; j++) {
    const finish = room.time[count * width + j]!
    if (finish === Infinity) continue
    reached = true
    if (!noneOwed(fleet, j, finish)) continue
    if (best < 0 || finish < room.time[count * width + best]!) best = j
  }
  if (best < 0) return reached ? BREAKS : refused
  room.finish = room.time[count * width + best]!
  room.depart = depart
  if (room.finish > fleet.close) return SHIFT
  let j = best
  for (let a = count; a >= 0; a--) {
    room.taken[a] = j
    j -= room.atEnd[a * width + j]! + room.onWay[a * width + j]!
  }
  return 0
}

/** The last departure that still finishes at `finish` with the breaks where the ride took them and no rest by the road. */
function latestWithPauses(
  problem: RuledProblem,
  way: Way,
  finish: number,
  room: ClockRoom,
): number {
  const { fleet } = way
  const width = fleet.breaks.length + 1
  let bound = finish
  for (let a = way.count; a >= 0; a--) {
    const at = a * width + room.taken[a]!
    let b = room.taken[a]! - 1
    for (let k = room.atEnd[at]!; k > 0; k--) bound = latestLeave(fleet, b--, 0, bound)
    bound =
      room.onWay[at]! === 1 ? latestLeave(fleet, b, way.travel[a]!, bound) : bound - way.travel[a]!
    if (a === 0) break
    const part = way.parts[a - 1]!
    bound =
      part.from === part.to ? bound - fleet.reload!.duration : latestArrival(problem, part, bound)
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
  const ride = fleet.pauses ? rideWithPauses : ridePlain
  const refused = ride(problem, way, fleet.open, room)
  if (refused !== 0) return refused
  let [depart, finish] = startLate(problem, way, room)
  if (problem.severalWindows || fleet.breaks.length > 0) {
    let from = depart
    for (let step = 0; step < mostSteps; step++) {
      from += 1e-6
      if (ride(problem, way, from, room) !== 0) break
      const [later, end] = startLate(problem, way, room)
      if (end - later < finish - depart - 1e-9) [depart, finish] = [later, end]
      if (later <= from) break
      from = later
    }
  }
  room.depart = depart
  room.finish = finish
  return finish - depart > fleet.maxDuration ? SHIFT : 0
}

/** Departure and finish with the waiting moved to before the start, as far as a second ride allows. */
function startLate(problem: RuledProblem, way: Way, room: ClockRoom): [number, number] {
  const { depart, finish } = room
  if (!way.fleet.pauses)
    return [Math.max(depart, Math.min(latestPlain(problem, way, finish), finish)), finish]
  const late = latestWithPauses(problem, way, finish, room)
  if (!(late > depart)) return [depart, finish]
  const kept = room.taken.slice(0, way.count + 1)
  if (rideWithPauses(problem, way, late, room) === 0 && room.finish <= finish + 1e-9)
    return [late, room.finish]
  room.taken.set(kept)
  return [depart, finish]
}

/** Rides the way once more from `depart`, so that times and pauses by activity stand in `room`. */
export const rideFrom = (
  problem: RuledProblem,
  way: Way,
  depart: number,
  room: ClockRoom,
): number => (way.fleet.pauses ? rideWithPauses : ridePlain)(problem, way, depart, room)
