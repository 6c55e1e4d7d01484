import type { RoutePause, RouteRun } from '../../../plan/routing.ts'
import { breakStart } from '../rules/breaks.ts'
import { roadRests, wheelAfter } from '../rules/driver-rest.ts'
import { leaveStop } from '../rules/stations.ts'
import { rideFrom } from './clock.ts'
import { evaluate } from './evaluate.ts'
import { loadSequence, type Route, type RuledState } from './state.ts'

/** The clock of a route that the rules allow, with its pauses, as the checker reads it. */
export function writeRun(state: RuledState, slot: number, route: Route): RouteRun {
  const { problem, room } = state
  const { stops, start, end } = route
  loadSequence(state, slot, stops)
  const refused = evaluate(problem, room, slot, start, end, stops.length)
  if (refused !== 0) throw new Error(`a kept route of slot ${slot} is refused by rule ${refused}`)
  const { depart } = room.clock
  rideFrom(problem, room.way, depart, room.clock)
  const fleet = problem.fleets[problem.slots[slot]!.fleet]!
  const times: [number, number, number][] = []
  const pauses: RoutePause[] = []
  let time = depart
  let wheel = 0
  let taken = fleet.pauses ? firstTaken(state) : 0
  for (let a = 0; a <= room.way.count; a++) {
    const part = room.way.parts[a]
    const travel = room.way.travel[a]!
    const before = a === room.way.count || part === undefined ? stops.length : beforeOf(state, a)
    const leg = rideLeg(state, a, { time, wheel, taken, travel, before }, pauses)
    ;({ time, wheel, taken } = leg)
    if (a === room.way.count || part === undefined) break
    if (part.from === part.to) {
      const depot = room.reloads[before]!
      const finish = time + fleet.reload!.duration
      pauses.push({ kind: 'reload', before, start: time, end: finish, depot })
      if (fleet.rest !== null && finish - time >= fleet.rest.duration) wheel = 0
      time = finish
      continue
    }
    const leave = leaveStop(problem, part, time, room.clock.start)
    for (let k = part.from; k < part.to; k++) {
      const begun = room.clock.start[k]!
      times.push([time, begun, begun + room.service[k]!])
    }
    if (fleet.rest !== null && leave - time >= fleet.rest.duration) wheel = 0
    time = leave
  }
  const away = awayEnds(state, slot, route)
  return { depart, finish: time, times, ...away, ...(pauses.length > 0 ? { pauses } : {}) }
}

/** The customer before which activity `a` stands: for a reload the first of the stop after it. */
function beforeOf({ room }: RuledState, a: number): number {
  const { parts } = room.way
  for (let b = a; b < room.way.count; b++)
    if (parts[b]!.from !== parts[b]!.to) return parts[b]!.from
  return room.way.count
}

/** Breaks passed over at the start because their windows were over. */
const firstTaken = ({ room }: RuledState): number => {
  const { taken, atEnd, onWay } = room.clock
  return taken[0]! - atEnd[taken[0]!]! - onWay[taken[0]!]!
}

interface Leg {
  time: number
  wheel: number
  taken: number
  travel: number
  before: number
}

/** One leg with its breaks and rests; the pauses are noted. */
function rideLeg(state: RuledState, a: number, leg: Leg, pauses: RoutePause[]): Leg {
  const { fleet } = state.room.way
  let { time, wheel, taken } = leg
  const { travel, before } = leg
  if (!fleet.pauses) return { ...leg, time: time + travel }
  const width = fleet.breaks.length + 1
  const { rest } = fleet
  const rested = (b: number) => rest !== null && fleet.breaks[b]!.duration >= rest.duration
  const here = a * width + state.room.clock.taken[a]!
  const takeBreak = (at: number) => {
    const { duration } = fleet.breaks[taken]!
    pauses.push({ kind: 'break', before, start: at, end: at + duration, index: taken })
    taken += 1
    return at + duration
  }
  if (state.room.clock.onWay[here] === 1) {
    const begun = breakStart(fleet, taken, time)
    const driven = Math.min(travel, begun - time)
    wheel = rested(taken) ? travel - driven : wheel + travel
    time = takeBreak(begun) + (travel - driven)
  } else {
    const rests = rest === null ? 0 : roadRests(rest, wheel, travel)
    let at = time + (rest === null ? 0 : Math.max(0, rest.after - wheel))
    for (let k = 0; k < rests; k++) {
      pauses.push({ kind: 'rest', before, start: at, end: at + rest!.duration })
      at += rest!.duration + rest!.after
    }
    time += travel + rests * (rest?.duration ?? 0)
    wheel = rest === null ? 0 : wheelAfter(rest, wheel, travel, rests)
  }
  for (let k = state.room.clock.atEnd[here]!; k > 0; k--) {
    if (rested(taken)) wheel = 0
    time = takeBreak(breakStart(fleet, taken, time))
  }
  return { ...leg, time, wheel, taken }
}

/** Where the day starts and ends, where that isn't the vehicle's own depot. */
function awayEnds(
  { problem }: RuledState,
  slot: number,
  { start, end }: Route,
): Pick<RouteRun, 'startsAt' | 'endsAt'> {
  const fleet = problem.fleets[problem.slots[slot]!.fleet]!
  return {
    ...(start === fleet.depot ? {} : { startsAt: start }),
    ...(end === fleet.depot ? {} : { endsAt: end < 0 ? null : end }),
  }
}
