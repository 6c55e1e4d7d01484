import { type Ground, travelOf } from '../ground.ts'
import { measureRoute } from '../measure-route.ts'
import { cycleOf, MAX_STRIDE, strideOf } from '../rules/frequency.ts'
import { commonDays, openTogether } from '../rules/open-days.ts'
import { brokenRule } from '../rules/route-rules.ts'

/**
 * A tour that repeats: an order of stops, from the depot of one vehicle group. It goes out as often
 * as its most frequent stop wants; a rarer stop rides along every `stride`-th time, from `phase` on.
 */
export interface Template {
  group: number
  stops: readonly number[]
  phases: readonly number[]
  occurrences: number
  /** Thousandths of vehicle-days over the horizon, tours that a season splits counted as often. */
  units: number
  fen: number
  metres: number
  /** Service of the average occurrence: no insertion into a full one needs a closer look. */
  meanService: number
  /** First priority class among its stops. */
  firstClass: number
}

export const UNITS_PER_DAY = 1000

/** Stops that go out on occurrence `k`, in order. */
export const stopsOn = (ground: Ground, template: Template, k: number): number[] =>
  template.stops.filter(
    (stop, at) => k % strideOf(template.occurrences, ground.visits[stop]!) === template.phases[at]!,
  )

function mayShareDays(ground: Ground, stops: readonly number[]): boolean {
  const first = ground.closedClass[stops[0]!]!
  if (stops.every((stop) => ground.closedClass[stop] === first)) return true
  const classes = [...new Set(stops.map((stop) => ground.closedClass[stop]!))].sort((a, b) => a - b)
  const key = classes.join()
  const common =
    ground.openInCommon.get(key) ??
    commonDays(
      stops.map((stop) => ground.open[stop]!),
      ground.dayNumbers,
      ground.problem.horizonDays,
    )
  ground.openInCommon.set(key, common)
  return openTogether(
    stops.map((stop) => ({
      days: ground.open[stop]!,
      maxGapDays: ground.stops[stop]!.maxGapDays,
      visits: ground.visits[stop]!,
    })),
    common,
  )
}

/** Tours that the order falls into, and their metres: cut where the next stop would break a rule. */
export function cutRoute(
  ground: Ground,
  group: number,
  state: number,
  stops: readonly number[],
): { parts: number[][]; metres: number } | null {
  const travel = travelOf(ground, group, state)
  const { vehicle } = ground.groups[group]!
  const fits = (part: readonly number[]): number => {
    const totals = measureRoute(ground, travel, vehicle.depot, part)
    return brokenRule(totals, vehicle) ? -1 : totals.metres
  }
  const whole = fits(stops)
  if (whole >= 0) return { parts: [[...stops]], metres: whole }
  const parts: number[][] = []
  let metres = 0
  let at = 0
  while (at < stops.length) {
    let end = at + 1
    let length = fits(stops.slice(at, end))
    if (length < 0) return null
    while (end < stops.length) {
      const longer = fits(stops.slice(at, end + 1))
      if (longer < 0) break
      length = longer
      end++
    }
    parts.push(stops.slice(at, end))
    metres += length
    at = end
  }
  return { parts, metres }
}

/** A subset of the stops that goes out together, and how many occurrences of a cycle it has. */
interface Subset {
  stops: readonly number[]
  times: number
}

/** Which stops go out together over a cycle. */
function subsetsOf(
  stops: readonly number[],
  strides: readonly number[],
  phases: readonly number[],
  cycle: number,
): Subset[] {
  if (cycle === 1) return [{ stops, times: 1 }]
  const found = new Map<number, Subset>()
  for (let k = 0; k < cycle; k++) {
    // Stops beyond the 52nd would share a key: no tour of a day has so many.
    let key = 0
    for (let at = 0; at < stops.length; at++)
      key = 2 * key + (k % strides[at]! === phases[at]! ? 1 : 0)
    const known = found.get(key)
    if (known) known.times++
    else
      found.set(key, {
        stops: stops.filter((_, at) => k % strides[at]! === phases[at]!),
        times: 1,
      })
  }
  return [...found.values()]
}

/**
 * Costs a template, or null where it may not be: frequencies that don't fit, no common days, or a
 * tour that breaks a rule in the state that most days have. In rarer states it may be cut.
 */
export function makeTemplate(
  ground: Ground,
  group: number,
  stops: readonly number[],
  phases: readonly number[],
): Template | null {
  let occurrences = 0
  let firstClass = ground.classes
  for (const stop of stops) {
    if (ground.visits[stop]! > occurrences) occurrences = ground.visits[stop]!
    if (ground.classOf[stop]! < firstClass) firstClass = ground.classOf[stop]!
  }
  const { vehicle } = ground.groups[group]!
  const strides: number[] = []
  let meanService = 0
  for (const stop of stops) {
    const stride = strideOf(occurrences, ground.visits[stop]!)
    if (stride === 0 || stride > MAX_STRIDE) return null
    meanService += ground.service[stop]! / stride
    strides.push(stride)
  }
  // Some occurrence serves at least the mean, so this refuses nothing that the shift allows.
  if (meanService > vehicle.shiftSeconds) return null
  const cycle = cycleOf(strides)
  const fitted = cycle === 1 ? phases.map(() => 0) : phases.map((phase, at) => phase % strides[at]!)
  const sums = overStates(ground, group, subsetsOf(stops, strides, fitted, cycle))
  if (!sums || !mayShareDays(ground, stops)) return null
  const days = (occurrences * sums.parts) / (sums.days * cycle)
  const metres = (occurrences * sums.metres) / (sums.days * cycle)
  return {
    group,
    stops,
    phases: fitted,
    occurrences,
    units: Math.round(days * UNITS_PER_DAY),
    fen: Math.round(days * vehicle.costPerDayFen + (metres / 1000) * vehicle.costPerKmFen),
    metres: Math.round(metres),
    meanService,
    firstClass,
  }
}

/** Tours and metres summed over the days of the states in which the template can go out. */
function overStates(
  ground: Ground,
  group: number,
  subsets: readonly Subset[],
): { days: number; parts: number; metres: number } | null {
  let days = 0
  let parts = 0
  let metres = 0
  for (const state of ground.states) {
    const sums = inState(ground, group, state, subsets, days === 0)
    if (sums === 'broken') return null
    if (sums === 'closed') continue
    const weight = ground.stateDays[state]!
    days += weight
    parts += weight * sums.parts
    metres += weight * sums.metres
  }
  return days > 0 ? { days, parts, metres } : null
}

/** `closed` when a stop can't be served alone, `broken` when `whole` is asked and not to be had. */
function inState(
  ground: Ground,
  group: number,
  state: number,
  subsets: readonly Subset[],
  whole: boolean,
): { parts: number; metres: number } | 'closed' | 'broken' {
  const travel = travelOf(ground, group, state)
  const { vehicle } = ground.groups[group]!
  let parts = 0
  let metres = 0
  for (const { stops, times } of subsets) {
    const totals = measureRoute(ground, travel, vehicle.depot, stops)
    if (brokenRule(totals, vehicle)) {
      const cut = whole && ground.states.length === 1 ? null : cutRoute(ground, group, state, stops)
      if (!cut) return ground.states.length === 1 ? 'broken' : 'closed'
      if (whole) return 'broken'
      parts += times * cut.parts.length
      metres += times * cut.metres
    } else {
      parts += times
      metres += times * totals.metres
    }
  }
  return { parts, metres }
}
