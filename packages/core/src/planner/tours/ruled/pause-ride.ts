import { firstOwed, latestLeave, noneOwed } from '../rules/breaks.ts'
import { drive, type LegPause, type Stretch } from '../rules/driver-rest.ts'
import { BREAKS, REST, SHIFT, WINDOWS } from '../rules/rule.ts'
import { latestArrival } from '../rules/stations.ts'
import { earliestIn } from '../rules/windows.ts'
import { stayAt, type Way } from './clock.ts'
import type { RuledProblem } from './problem.ts'

/** A moment of a ride with breaks and rests: on leaving an activity, or on reaching one. */
export interface Label {
  time: number
  /** At the wheel since the departure or the last rest. */
  wheel: number
  /** Breaks taken or passed over so far. */
  taken: number
  /** On leaving: how long it stayed. */
  stayed: number
  before: Label | null
  /** On reaching: how much longer it stayed at the activity before to make that a rest. */
  extended: number
  /** On reaching: the breaks and rests of this leg in order; the first break is on the way where `onWay`, others on arrival. */
  pauses: readonly LegPause[]
  onWay: boolean
}

/** Labels kept of one moment: none is both later and longer at the wheel than another with as many breaks. */
const most = 8

function keep(labels: Label[], label: Label): void {
  if (labels.some((l) => l.taken === label.taken && l.time <= label.time && l.wheel <= label.wheel))
    return
  const left = labels.filter(
    (l) => l.taken !== label.taken || l.time < label.time || l.wheel < label.wheel,
  )
  left.push(label)
  left.sort((a, b) => a.time - b.time)
  labels.length = 0
  labels.push(...left.slice(0, most))
}

/**
 * Rides a way with breaks and rests from `depart`, earliest times first: every place for a break, rests by the road as late as
 * may be, and stays made longer until they are rests. The last label, or the rule that refuses.
 */
export function rideWithPauses(problem: RuledProblem, way: Way, depart: number): Label | number {
  const { fleet, count } = way
  let labels: Label[] = [
    {
      time: depart,
      wheel: 0,
      taken: firstOwed(fleet, depart),
      stayed: 0,
      before: null,
      extended: 0,
      pauses: [],
      onWay: false,
    },
  ]
  for (let a = 0; a <= count; a++) {
    const reached: Label[] = []
    for (const label of labels) rideLeg(way, a, label, reached)
    for (let taken = 0; taken < fleet.breaks.length; taken++)
      for (const label of reached.filter((l) => l.taken === taken))
        breakOnArrival(way, label, reached)
    if (reached.length === 0) return REST
    if (a === count) return lastLabel(way, reached)
    labels = []
    for (const label of reached) {
      const leave = stayAt(problem, way, a, label.time)
      if (leave === Infinity) continue
      const stayed = leave - label.time
      const wheel = fleet.rest !== null && stayed >= fleet.rest.duration ? 0 : label.wheel
      keep(labels, { ...label, time: leave, wheel, stayed, before: label })
    }
    if (labels.length === 0) return WINDOWS
  }
  return WINDOWS
}

/** A leg from a label: as it is, or with the stay before it made a rest. */
function rideLeg(way: Way, a: number, label: Label, reached: Label[]): void {
  const { rest, longerStays } = way.fleet
  driveLeg(way, a, label, 0, reached)
  const extended = rest === null || !longerStays || a === 0 ? 0 : rest.duration - label.stayed
  if (extended > 0 && label.wheel > 0) driveLeg(way, a, label, extended, reached)
}

function driveLeg(way: Way, a: number, label: Label, extended: number, reached: Label[]): void {
  const { rest, breaks } = way.fleet
  const travel = way.travel[a]!
  const from = label.time + extended
  const base = { ...label, before: label, extended, stayed: 0, pauses: [], onWay: false }
  const start: Stretch = {
    time: from,
    wheel: extended > 0 ? 0 : label.wheel,
    left: travel,
    rests: [],
  }
  const there = drive(rest, start, Infinity)
  if (there.left === 0)
    keep(reached, { ...base, time: there.time, wheel: there.wheel, pauses: there.rests })
  if (label.taken === breaks.length) return
  const { flat } = breaks[label.taken]!
  const untilRest = rest === null ? travel : Math.min(travel, rest.after - start.wheel)
  for (const wanted of new Set([from, from + untilRest, from + travel])) {
    const begun = earliestIn(flat, wanted)
    if (begun === Infinity) continue
    for (const pause of lengthsOf(way, label.taken)) {
      const first = drive(rest, start, begun - from)
      const end = begun + pause.lasts
      const second = drive(
        rest,
        { ...first, time: end, wheel: pause.rested ? 0 : first.wheel, rests: [] },
        Infinity,
      )
      if (second.left > 0) continue
      const taken: LegPause = { kind: 'break', start: begun, end }
      keep(reached, {
        ...base,
        time: second.time,
        wheel: second.wheel,
        taken: label.taken + 1,
        pauses: [...first.rests, taken, ...second.rests],
        onWay: true,
      })
    }
  }
}

/** How long break `b` may last: as long as it has to, or until it is a rest. */
function lengthsOf(
  { fleet: { rest, breaks } }: Way,
  b: number,
): { lasts: number; rested: boolean }[] {
  const lasts = breaks[b]!.duration
  if (rest === null) return [{ lasts, rested: false }]
  const asRest = { lasts: Math.max(lasts, rest.duration), rested: true }
  return lasts >= rest.duration ? [asRest] : [{ lasts, rested: false }, asRest]
}

function breakOnArrival(way: Way, label: Label, reached: Label[]): void {
  const begun = earliestIn(way.fleet.breaks[label.taken]!.flat, label.time)
  if (begun === Infinity) return
  for (const { lasts, rested } of lengthsOf(way, label.taken))
    keep(reached, {
      ...label,
      time: begun + lasts,
      wheel: rested ? 0 : label.wheel,
      taken: label.taken + 1,
      pauses: [...label.pauses, { kind: 'break', start: begun, end: begun + lasts }],
    })
}

/** The earliest end at which no break is owed. */
function lastLabel({ fleet }: Way, reached: readonly Label[]): Label | number {
  let best: Label | null = null
  for (const label of reached)
    if (noneOwed(fleet, label.taken, label.time) && (best === null || label.time < best.time))
      best = label
  if (best === null) return BREAKS
  return best.time > fleet.close ? SHIFT : best
}

/** The labels of a ride on reaching each activity and the end. */
export function chainOf(last: Label, count: number): Label[] {
  const chain: Label[] = []
  let label: Label | null = last
  for (let a = count; a >= 0; a--) {
    chain[a] = label!
    // From reaching to the leaving before, and from that to reaching.
    label = label!.before?.before ?? null
  }
  return chain
}

/**
 * The last departure that can still finish with `last`, its pauses on the same legs. With `keepRests` every stay that was a rest
 * stays one; else only those made so.
 */
export function latestDeparture(
  problem: RuledProblem,
  way: Way,
  last: Label,
  keepRests: boolean,
): number {
  const { fleet } = way
  const chain = chainOf(last, way.count)
  let bound = last.time
  for (let a = way.count; a >= 0; a--) {
    const { pauses, onWay, taken, extended, before } = chain[a]!
    const breaks = pauses.filter((p) => p.kind === 'break')
    const rests = (pauses.length - breaks.length) * (fleet.rest?.duration ?? 0)
    const onArrival = breaks.length - (onWay ? 1 : 0)
    for (let k = 1; k <= onArrival; k++) {
      const { start, end } = breaks[breaks.length - k]!
      bound = latestLeave(fleet, taken - k, 0, bound, end - start)
    }
    bound = onWay
      ? latestLeave(
          fleet,
          taken - breaks.length,
          way.travel[a]! + rests,
          bound,
          breaks[0]!.end - breaks[0]!.start,
        )
      : bound - way.travel[a]! - rests
    if (a === 0) break
    const part = way.parts[a - 1]!
    const arrive =
      part.from === part.to ? bound - fleet.reload!.duration : latestArrival(problem, part, bound)
    const rest = fleet.rest?.duration ?? Infinity
    const mustRest = extended > 0 || (keepRests && before!.stayed >= rest)
    bound = mustRest ? Math.min(arrive, bound - rest) : arrive
  }
  return bound
}
