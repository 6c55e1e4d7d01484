import { planReloads } from '../rules/reload.ts'
import { DRIVING, LOAD, ROAD, SHIFT, STOPS, WINDOWS } from '../rules/rule.ts'
import { type ClockRoom, newClockRoom, timeWay, type Way } from './clock.ts'
import type { RuledProblem } from './problem.ts'

/** Scratch room and figures of one evaluation; `refused` names the rule that forbids the route, 0 for none. */
export interface Evaluation {
  seq: Int32Array
  service: Float64Array
  length: number
  /** Time at the wheel, and at work elsewhere as far as it can't overlap: together no more than the time out. */
  driving: number
  working: number
  duration: number
  cost: number
  /** No day may be longer: the level of the longest day as it is frozen or improved. */
  limit: number
  reloads: Int32Array
  way: Way
  clock: ClockRoom
}

export function newEvaluation(problem: RuledProblem): Evaluation {
  const longest = problem.customers.length + 2
  return {
    seq: new Int32Array(longest),
    service: new Float64Array(longest),
    length: 0,
    driving: 0,
    working: 0,
    duration: 0,
    cost: 0,
    limit: Infinity,
    reloads: new Int32Array(longest),
    way: {
      fleet: problem.fleets[0]!,
      count: 0,
      travel: new Float64Array(2 * longest + 2),
      parts: [],
      start: new Float64Array(longest),
    },
    clock: newClockRoom(),
  }
}

/**
 * Judges the route `room.seq[0 … count)` with services `room.service` on a slot, from place `start` to place `end` (-1: at the
 * last stop). 0 where every rule of the day holds: then length, duration and cost stand in `room`.
 */
export function evaluate(
  problem: RuledProblem,
  room: Evaluation,
  slot: number,
  start: number,
  end: number,
  count: number,
): number {
  const { fleet: fleetIndex, table, day } = problem.slots[slot]!
  const fleet = problem.fleets[fleetIndex]!
  if (count > fleet.maxStops) return STOPS
  for (let k = 0; k < count; k++)
    if (problem.customers[room.seq[k]!]!.windows[day]!.length === 0) return WINDOWS
  if (!planReloads(problem, fleet, table, start, room.seq, count, room.reloads)) return LOAD
  const refused = layWay(problem, room, fleetIndex, table, day, start, end, count)
  if (refused !== 0) return refused
  const clock = timeWay(problem, room.way, room.clock)
  if (clock !== 0) return clock
  room.duration = room.clock.finish - room.clock.depart
  if (room.duration > room.limit) return SHIFT
  room.cost = routeCost(problem, fleetIndex, room.length, room.duration, end)
  return 0
}

/** Legs and activities of the sequence; refuses a missing road, too much driving, and what can't fit a shift. */
function layWay(
  problem: RuledProblem,
  room: Evaluation,
  fleetIndex: number,
  table: number,
  day: number,
  start: number,
  end: number,
  count: number,
): number {
  const fleet = problem.fleets[fleetIndex]!
  const { lengths, times } = problem.tables[table]!
  const { way, seq, service } = room
  const { places } = problem
  let at = start
  let length = 0
  let driving = 0
  let a = 0
  let working = 0
  const ride = (to: number): boolean => {
    const arc = lengths[at * places + to]!
    const time = times[at * places + to]!
    if (arc < 0 || time < 0) return false
    way.travel[a] = time
    length += arc
    driving += time
    at = to
    return true
  }
  for (let k = 0; k < count; ) {
    if (room.reloads[k]! >= 0) {
      if (!ride(room.reloads[k]!)) return ROAD
      setPart(room, a++, 0, 0, day)
      working += fleet.reload!.duration
    }
    const first = problem.customers[seq[k]!]!
    if (!ride(first.at)) return ROAD
    let to = k + 1
    if (first.place >= 0) while (to < count && joins(problem, room, table, to)) to += 1
    setPart(room, a++, k, to, day)
    if (first.place < 0) working += first.setup + service[k]!
    at = problem.customers[seq[to - 1]!]!.at
    k = to
  }
  if (end >= 0) {
    if (!ride(end)) return ROAD
  } else way.travel[a] = 0
  way.fleet = fleet
  way.count = a
  room.length = length
  room.driving = driving
  room.working = working
  if (driving > fleet.maxDriving) return DRIVING
  return driving + working > fleet.maxDuration ? SHIFT : 0
}

/** Whether the customer at `k` belongs to the stop of the one before it. */
function joins(problem: RuledProblem, room: Evaluation, table: number, k: number): boolean {
  const [a, b] = [problem.customers[room.seq[k - 1]!]!, problem.customers[room.seq[k]!]!]
  if (a.place !== b.place || room.reloads[k]! >= 0) return false
  return problem.tables[table]!.times[a.at * problem.places + b.at]! === 0
}

function setPart(room: Evaluation, a: number, from: number, to: number, day: number): void {
  const part = room.way.parts[a]
  if (part === undefined) {
    room.way.parts[a] = { seq: room.seq, service: room.service, from, to, day }
    return
  }
  part.from = from
  part.to = to
  part.day = day
}

const byRoute = 1e9

/** What a route costs by the objective: with `levels` a whole number. */
export function routeCost(
  problem: RuledProblem,
  fleetIndex: number,
  length: number,
  duration: number,
  end: number,
): number {
  const { objective } = problem.instance
  if (objective === 'hierarchical') return byRoute + length
  if (objective !== 'levels') return length
  const fleet = problem.fleets[fleetIndex]!
  const night = end >= 0 && end !== fleet.endDepot ? (fleet.nights?.cost ?? 0) : 0
  const cost = fleet.perDay + fleet.perLength * length + fleet.perTime * duration + night
  return Math.ceil(cost - 1e-6)
}
