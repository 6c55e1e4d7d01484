import { dayNumber } from '../../kernel/calendar.ts'
import { compareText } from '../../kernel/order.ts'
import { measureRoute, type RouteGround } from './measure-route.ts'
import type { TourProblem, TourStop, TourTravel, TourVehicle } from './problem.ts'
import { type OpenDays, openDays } from './rules/open-days.ts'
import { brokenRule } from './rules/route-rules.ts'

/** Vehicles that differ in nothing but their id and days: any of them can run the same tours. */
export interface VehicleGroup {
  /** Stands for all of them. */
  vehicle: TourVehicle
  vehicles: readonly TourVehicle[]
  /** Vehicle-days of the group over the horizon. */
  capacity: number
}

/** One vehicle kind's part of the problem, indexed for the search. Stops and vehicles by id. */
export interface Ground extends RouteGround {
  problem: TourProblem
  kind: string
  stops: readonly TourStop[]
  groups: readonly VehicleGroup[]
  visits: Int32Array
  /** 0 is the first priority class; classes are numbered without holes. */
  classOf: Int32Array
  classes: number
  /** Calendar day of each of the problem's days. */
  dayNumbers: Int32Array
  /** Days of the horizon in each road state. */
  stateDays: Int32Array
  /** States that any day has, the one of most days first. */
  states: readonly number[]
  /** Open days by stop: neither closed nor in a state in which no vehicle can serve it alone. */
  open: readonly OpenDays[]
  /** Stops with equal closed days share a number. */
  closedClass: Int32Array
  /** Days open to stops of several such classes together, by their numbers; filled as they are asked for. */
  openInCommon: Map<string, OpenDays>
  /** Groups that can serve the stop alone, cheapest trip first. Empty: see `blocked`. */
  groupsOf: readonly Int32Array[]
  /** Why no group can serve the stop. */
  blocked: readonly (null | 'unreachable' | 'too-far')[]
  /** Nearest other stops that can be served, nearest first. */
  near: readonly Int32Array[]
}

const NEIGHBOURS = 20

const byId = <T extends { id: string }>(a: T, b: T): number => compareText(a.id, b.id)

export const travelOf = (ground: Ground, group: number, state: number): TourTravel =>
  ground.problem.states[state]!.byProfile[ground.groups[group]!.vehicle.profile]!

const commonStates = (stateDays: Int32Array): number[] =>
  [...stateDays.keys()]
    .filter((state) => stateDays[state]! > 0)
    .sort((a, b) => stateDays[b]! - stateDays[a]! || a - b)

function groupVehicles(vehicles: readonly TourVehicle[]): VehicleGroup[] {
  const groups = new Map<string, TourVehicle[]>()
  for (const vehicle of [...vehicles].sort(byId)) {
    const { depot, profile, shiftSeconds, earliest, driveLimitSeconds } = vehicle
    const { costPerKmFen, costPerDayFen } = vehicle
    const key = [depot, profile, shiftSeconds, earliest, driveLimitSeconds, costPerKmFen]
    const name = [...key, costPerDayFen].join(' ')
    groups.set(name, [...(groups.get(name) ?? []), vehicle])
  }
  return [...groups.values()].map((all) => ({
    vehicle: all[0]!,
    vehicles: all,
    capacity: all.reduce((sum, vehicle) => sum + vehicle.days.length, 0),
  }))
}

/** Metres of the trip to `stop` alone, or why it fails, by group and state. */
function alone(
  base: RouteGround & { problem: TourProblem; groups: readonly VehicleGroup[] },
  stop: number,
  group: number,
  state: number,
): { metres: number } | 'unreachable' | 'too-far' {
  const { vehicle } = base.groups[group]!
  const travel = base.problem.states[state]!.byProfile[vehicle.profile]!
  const totals = measureRoute(base, travel, vehicle.depot, [stop])
  const broken = brokenRule(totals, vehicle)
  return broken ? broken.reason : { metres: totals.metres }
}

function nearest(
  base: RouteGround & { problem: TourProblem; groups: readonly VehicleGroup[] },
  blocked: readonly unknown[],
  state: number,
): Int32Array[] {
  const travel = base.problem.states[state]?.byProfile[base.groups[0]?.vehicle.profile ?? 0]
  const count = blocked.length
  const between = (a: number, b: number): number => {
    const there = travel!.seconds[base.place[a]! * base.places + base.place[b]!]!
    const back = travel!.seconds[base.place[b]! * base.places + base.place[a]!]!
    return there < 0 || back < 0 ? Number.MAX_SAFE_INTEGER : there + back
  }
  return Array.from({ length: count }, (_, a) => {
    if (blocked[a] || !travel) return new Int32Array(0)
    const others: { b: number; far: number }[] = []
    for (let b = 0; b < count; b++)
      if (b !== a && !blocked[b]) others.push({ b, far: between(a, b) })
    others.sort((x, y) => x.far - y.far || x.b - y.b)
    return Int32Array.from(others.slice(0, NEIGHBOURS), (other) => other.b)
  })
}

/** Cuts the problem by vehicle kind, in order of kind, and prepares what the search asks often. */
export function compileGrounds(problem: TourProblem): Ground[] {
  const wanted = problem.stops.filter((stop) => stop.visits > 0)
  const kinds = [...new Set(wanted.map((stop) => stop.kind))].sort()
  return kinds.map((kind) =>
    compileGround(
      problem,
      kind,
      wanted.filter((stop) => stop.kind === kind),
    ),
  )
}

function compileGround(problem: TourProblem, kind: string, unsorted: TourStop[]): Ground {
  const stops = unsorted.sort(byId)
  const groups = groupVehicles(problem.vehicles.filter((vehicle) => vehicle.kind === kind))
  const base = {
    problem,
    groups,
    places: problem.places.length,
    place: Int32Array.from(stops, (stop) => stop.place),
    service: Int32Array.from(stops, (stop) => stop.serviceSeconds),
  }
  const stateDays = new Int32Array(problem.states.length)
  for (const state of problem.stateOfDay) stateDays[state]!++
  const dayNumbers = Int32Array.from(problem.days, (date) => dayNumber(date))
  const groupsOf: Int32Array[] = []
  const blocked: (null | 'unreachable' | 'too-far')[] = []
  const open: OpenDays[] = []
  const closedClass = new Map<string, number>()
  const classes = [...new Set(stops.map((stop) => stop.priority))].sort((a, b) => a - b)
  const closedOf = Int32Array.from(stops, (stop, s) => {
    const { order, reason, served } = reach(base, s, stateDays)
    groupsOf.push(order)
    blocked.push(order.length > 0 ? null : reason)
    const closed = Uint8Array.from(problem.days, (_, d) =>
      stop.closedDays.has(d) || !served[problem.stateOfDay[d]!] ? 1 : 0,
    )
    open.push(openDays(closed, dayNumbers, problem.horizonDays))
    const key = closed.join('')
    if (!closedClass.has(key)) closedClass.set(key, closedClass.size)
    return closedClass.get(key)!
  })
  return {
    ...base,
    kind,
    stops,
    visits: Int32Array.from(stops, (stop) => stop.visits),
    classOf: Int32Array.from(stops, (stop) => classes.indexOf(stop.priority)),
    classes: classes.length,
    dayNumbers,
    stateDays,
    states: commonStates(stateDays),
    open,
    closedClass: closedOf,
    openInCommon: new Map(),
    groupsOf,
    blocked,
    near: nearest(base, blocked, commonStates(stateDays)[0] ?? 0),
  }
}

/** Which groups can serve a stop alone, and in which states any of them can. */
function reach(
  base: RouteGround & { problem: TourProblem; groups: readonly VehicleGroup[] },
  stop: number,
  stateDays: Int32Array,
): { order: Int32Array; reason: 'unreachable' | 'too-far'; served: boolean[] } {
  const served = base.problem.states.map(() => false)
  const able: { group: number; days: number; metres: number }[] = []
  let reason: 'unreachable' | 'too-far' = 'unreachable'
  for (let group = 0; group < base.groups.length; group++) {
    let days = 0
    let metres = 0
    for (let state = 0; state < served.length; state++) {
      const trip = alone(base, stop, group, state)
      if (trip === 'too-far') reason = 'too-far'
      if (typeof trip === 'string' || stateDays[state] === 0) continue
      served[state] = true
      days += stateDays[state]!
      metres += stateDays[state]! * trip.metres
    }
    if (days > 0) able.push({ group, days, metres: metres / days })
  }
  able.sort((a, b) => b.days - a.days || a.metres - b.metres || a.group - b.group)
  return { order: Int32Array.from(able, ({ group }) => group), reason, served }
}
