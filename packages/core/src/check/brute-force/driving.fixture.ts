import type { RoutingFleet, RoutingInstance } from '../../plan/routing.ts'
import { laterOf, type Moment, notBefore, plus } from './moment.fixture.ts'
import { by, nothing, type PartialRun, pause, undominated } from './partial-run.fixture.ts'

/** One vehicle's day: what every route on it has in common. */
export interface VehicleDay {
  instance: RoutingInstance
  fleet: RoutingFleet
  day: number
}

/** When vehicles of the fleet may be out. */
export function hoursOf({ instance, fleet }: VehicleDay): { open: number; close: number } {
  const depot = instance.depots[fleet.depot]!
  const { open = depot.open, close = depot.close } = fleet.rules ?? {}
  return { open: Math.max(open, depot.open), close: Math.min(close, depot.close) }
}

/** Runs that could still be back in time if home were here. */
function inTime(vehicle: VehicleDay, runs: readonly PartialRun[]): PartialRun[] {
  const { close } = hoursOf(vehicle)
  const { maxDuration } = vehicle.fleet
  return runs.filter(
    ({ now, latest }) =>
      now.at <= close && now.after <= maxDuration && now.at - latest <= maxDuration,
  )
}

/** Length and time of a leg; `undefined` where there is no way. */
export function wayBetween(
  { instance, fleet, day }: VehicleDay,
  from: number,
  to: number,
): { length: number; time: number } | undefined {
  if (from === to) return { length: 0, time: 0 }
  if (instance.travel) {
    const choice = fleet.rules?.travel ?? 0
    const k = Array.isArray(choice) ? choice[fleet.days.indexOf(day)]! : (choice as number)
    const { lengths, times } = instance.travel[k]!
    const [length, time] = [lengths[from]![to]!, times[from]![to]!]
    return length < 0 || time < 0 ? undefined : { length, time }
  }
  const places = [...instance.depots, ...instance.customers]
  const straight = () => {
    const d = Math.hypot(places[from]!.x - places[to]!.x, places[from]!.y - places[to]!.y)
    if (instance.convention === 'float') return d
    if (instance.convention === 'round') return Math.floor(d + 0.5)
    throw new Error(`brute force has no convention ${instance.convention}`)
  }
  const length = instance.matrix ? instance.matrix[from]![to]! : straight()
  return { length, time: instance.durations ? instance.durations[from]![to]! : length }
}

/** All ways of getting from a place to the next with breaks, rests and reloads between; `null`: staying where it is. */
export function drive(
  vehicle: VehicleDay,
  run: PartialRun,
  from: number,
  to: number | null,
  before: number,
): PartialRun[] {
  const { reload } = vehicle.fleet.rules ?? {}
  const found = onTheWay(vehicle, run, from, to, before)
  if (reload && run.reloads < reload.most && run.aboard.parcels.length === 0)
    for (const depot of reload.at)
      for (const there of onTheWay(vehicle, run, from, depot, before)) {
        const reloaded = reloadedAt(vehicle, there, depot, before)
        found.push(...reloaded.flatMap((next) => drive(vehicle, next, depot, to, before)))
      }
  return undominated(inTime(vehicle, found))
}

function reloadedAt(
  { fleet: { rules } }: VehicleDay,
  run: PartialRun,
  depot: number,
  before: number,
): PartialRun[] {
  const { duration } = rules!.reload!
  const stay = (length: number, wheel: number): PartialRun => ({
    ...pause(run, run.now, length, { kind: 'reload', before, depot }),
    reloads: run.reloads + 1,
    aboard: nothing,
    wheel,
  })
  if (!rules?.rest) return [stay(duration, 0)]
  const rested = stay(Math.max(duration, rules.rest.duration), 0)
  return duration >= rules.rest.duration ? [rested] : [stay(duration, run.wheel), rested]
}

function onTheWay(
  vehicle: VehicleDay,
  run: PartialRun,
  from: number,
  to: number | null,
  before: number,
): PartialRun[] {
  const way = to === null ? { length: 0, time: 0 } : wayBetween(vehicle, from, to)
  if (!way) return []
  const { rules } = vehicle.fleet
  const driving = run.driving + way.time
  if (driving > (rules?.maxDriving ?? Infinity)) return []
  const gone = { ...run, driving, length: run.length + way.length }
  return rules?.rest
    ? withRests(vehicle, gone, way.time, before)
    : withBreaks(vehicle, gone, plus(run.now, way.time), before)
}

/** Every next break in each of its windows, taken from a moment on. */
function nextBreaks(
  { fleet }: VehicleDay,
  run: PartialRun,
  from: Moment,
  before: number,
): PartialRun[] {
  return (fleet.rules?.breaks ?? []).flatMap(({ windows, duration }, index) => {
    if (index <= (run.breaks.at(-1) ?? -1)) return []
    return windows.flatMap(({ open, close }) => {
      const start = notBefore(from, open)
      return by(run, start, close).map((r) =>
        pause(r, start, duration, { kind: 'break', before, index }),
      )
    })
  })
}

/** Where nobody counts wheel time, the driver takes breaks wherever it suits: only their sum with the way counts. */
function withBreaks(
  vehicle: VehicleDay,
  run: PartialRun,
  driven: Moment,
  before: number,
): PartialRun[] {
  const found: PartialRun[] = [{ ...run, now: laterOf(run.now, driven) }]
  for (const next of nextBreaks(vehicle, run, run.now, before)) {
    const { duration } = vehicle.fleet.rules!.breaks![next.breaks.at(-1)!]!
    found.push(...withBreaks(vehicle, next, plus(driven, duration), before))
  }
  return found
}

/** With wheel time, breaks and rests are tried at every whole unit of the way. */
function withRests(
  vehicle: VehicleDay,
  run: PartialRun,
  way: number,
  before: number,
): PartialRun[] {
  const { breaks = [], rest } = vehicle.fleet.rules!
  if ((run.breaks.at(-1) ?? -1) >= breaks.length - 1)
    return withLateRests(vehicle, run, way, before)
  const { after } = rest!
  let here = pausing(vehicle, [run], before)
  for (let driven = 0; driven < way; driven++) {
    const on = here
      .filter((r) => r.wheel < after)
      .map((r) => ({ ...r, now: plus(r.now, 1), wheel: r.wheel + 1 }))
    here = pausing(vehicle, on, before)
  }
  return here
}

/** Without a break to come, resting earlier than at the end or at the last moment gains nothing: later leaves less. */
function withLateRests(
  vehicle: VehicleDay,
  run: PartialRun,
  way: number,
  before: number,
): PartialRun[] {
  const driven = Math.min(way, vehicle.fleet.rules!.rest!.after - run.wheel)
  const there = { ...run, now: plus(run.now, driven), wheel: run.wheel + driven }
  const rested = inTime(vehicle, restBy(vehicle, there, before))
  if (driven === way) return [there, ...rested]
  return rested.flatMap((next) => withLateRests(vehicle, next, way - driven, before))
}

/** A rest by the road, where that may be and there is something to rest from. */
function restBy({ fleet }: VehicleDay, run: PartialRun, before: number): PartialRun[] {
  const { duration, onRoad } = fleet.rules!.rest!
  if (!onRoad || run.wheel === 0) return []
  return [{ ...pause(run, run.now, duration, { kind: 'rest', before }), wheel: 0 }]
}

/** Runs that stand somewhere on the way, and those that take breaks and rests there. */
function pausing(
  vehicle: VehicleDay,
  standing: readonly PartialRun[],
  before: number,
): PartialRun[] {
  const { duration } = vehicle.fleet.rules!.rest!
  const all: PartialRun[] = []
  let next = [...standing]
  while (next.length > 0) {
    all.push(...next)
    next = inTime(vehicle, next).flatMap((run) => [
      ...restBy(vehicle, run, before),
      ...nextBreaks(vehicle, run, run.now, before).flatMap((r) => asRest(r, duration)),
    ])
  }
  return undominated(inTime(vehicle, all))
}

/** A break as it is, and drawn out until it counts as a rest. */
function asRest(run: PartialRun, duration: number): PartialRun[] {
  const last = run.pauses.at(-1)!
  const has = last.end.after - last.start.after
  if (has >= duration) return [{ ...run, wheel: 0 }]
  const end = plus(last.start, duration)
  const pauses = [...run.pauses.slice(0, -1), { ...last, end }]
  return [run, { ...run, now: end, wheel: 0, pauses }]
}
