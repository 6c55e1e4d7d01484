import type { RoutePause, RouteRun } from '../../../plan/routing.ts'
import type { StopPart } from '../rules/stations.ts'
import { stayAt } from './clock.ts'
import { evaluate } from './evaluate.ts'
import { chainOf, type Label, rideWithPauses } from './pause-ride.ts'
import { loadSequence, type Route, type RuledState } from './state.ts'

/** The clock of a route that the rules allow, with its pauses, as the checker reads it. */
export function writeRun(state: RuledState, slot: number, route: Route): RouteRun {
  const { problem, room } = state
  const { stops, start, end } = route
  loadSequence(state, slot, stops)
  const refused = evaluate(problem, room, slot, start, end, stops.length)
  if (refused !== 0) throw new Error(`a kept route of slot ${slot} is refused by rule ${refused}`)
  const { way } = room
  const { depart } = room.clock
  const { fleet } = way
  const times: [number, number, number][] = []
  const pauses: RoutePause[] = []
  const chain = fleet.pauses ? pausedLegs(state, depart) : null
  let time = depart
  for (let a = 0; a <= way.count; a++) {
    const before = beforeOf(state, a)
    if (chain === null) time += way.travel[a]!
    else {
      const { extended } = chain[a]!
      if (extended > 0) stayLonger(way.parts[a - 1]!, extended, times, pauses)
      pauses.push(...pausesOf(chain[a]!, before))
      time = chain[a]!.time
    }
    if (a === way.count) break
    const part = way.parts[a]!
    const leave = stayAt(problem, way, a, time)
    if (part.from === part.to) {
      pauses.push({ kind: 'reload', before, start: time, end: leave, depot: room.reloads[before]! })
    } else
      for (let k = part.from; k < part.to; k++)
        times.push([time, way.start[k]!, way.start[k]! + room.service[k]!])
    time = leave
  }
  const away = awayEnds(state, slot, route)
  return { depart, finish: time, times, ...away, ...(pauses.length > 0 ? { pauses } : {}) }
}

function pausedLegs({ problem, room }: RuledState, depart: number): Label[] {
  const last = rideWithPauses(problem, room.way, depart)
  if (typeof last === 'number') throw new Error(`a kept departure is refused by rule ${last}`)
  return chainOf(last, room.way.count)
}

/** The customer before which activity `a` stands: for a reload the first of the stop after it. */
function beforeOf({ room }: RuledState, a: number): number {
  const { parts, count } = room.way
  for (let b = a; b < count; b++) if (parts[b]!.from !== parts[b]!.to) return parts[b]!.from
  return count === 0 ? 0 : parts[count - 1]!.to
}

/** The vehicle leaves the activity before later: the last customer of a stop, or a reload, lasts so much longer. */
function stayLonger(
  part: StopPart,
  extended: number,
  times: [number, number, number][],
  pauses: RoutePause[],
): void {
  if (part.from === part.to) {
    const reload = pauses.findLastIndex((p) => p.kind === 'reload')
    pauses[reload] = { ...pauses[reload]!, end: pauses[reload]!.end + extended }
    return
  }
  const leave = Math.max(...times.slice(part.from, part.to).map((t) => t[2]))
  const last = times.findLastIndex((t, k) => k < part.to && t[2] === leave)
  times[last]![2] += extended
}

/** Breaks and rests of a leg in order. */
function pausesOf(leg: Label, before: number): RoutePause[] {
  let index = leg.taken - leg.pauses.filter((p) => p.kind === 'break').length
  return leg.pauses.map((pause) => ({
    ...pause,
    before,
    ...(pause.kind === 'break' ? { index: index++ } : {}),
  }))
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
