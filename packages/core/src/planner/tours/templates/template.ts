import { type Ground, travelOf } from '../ground.ts'
import { measureRoute } from '../measure-route.ts'
import { cycleOf, MAX_STRIDE, strideOf } from '../rules/frequency.ts'
import { openTogether } from '../rules/open-days.ts'
import { routeRules } from '../rules/route-rules.ts'

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
  return openTogether(
    stops.map((stop) => ({
      days: ground.open[stop]!,
      maxGapDays: ground.stops[stop]!.maxGapDays,
      visits: ground.visits[stop]!,
    })),
    ground.dayNumbers,
    ground.problem.horizonDays,
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
    return routeRules.some((rule) => rule.broken(totals, vehicle)) ? -1 : totals.metres
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
  const strides: number[] = []
  for (const stop of stops) {
    const stride = strideOf(occurrences, ground.visits[stop]!)
    if (stride === 0 || stride > MAX_STRIDE) return null
    strides.push(stride)
  }
  const cycle = cycleOf(strides)
  const fitted = phases.map((phase, at) => phase % strides[at]!)
  const subsets: (readonly number[])[] =
    cycle === 1
      ? [stops]
      : Array.from({ length: cycle }, (_, k) =>
          stops.filter((_stop, at) => k % strides[at]! === fitted[at]!),
        )
  const sums = overStates(ground, group, subsets)
  if (!sums || !mayShareDays(ground, stops)) return null
  const { vehicle } = ground.groups[group]!
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
    firstClass,
  }
}

/** Tours and metres summed over the days of the states in which the template can go out. */
function overStates(
  ground: Ground,
  group: number,
  subsets: readonly (readonly number[])[],
): { days: number; parts: number; metres: number } | null {
  const { stateDays } = ground
  let days = 0
  let parts = 0
  let metres = 0
  let whole = 0
  for (let state = 0; state < stateDays.length; state++) {
    const weight = stateDays[state]!
    if (weight === 0) continue
    let tours = 0
    let length = 0
    let possible = true
    for (const subset of subsets) {
      const cut = cutRoute(ground, group, state, subset)
      if (!cut) {
        possible = false
        break
      }
      tours += cut.parts.length
      length += cut.metres
    }
    if (!possible) continue
    days += weight
    parts += weight * tours
    metres += weight * length
    if (tours === subsets.length) whole += weight
  }
  return 2 * whole >= days && days > 0 ? { days, parts, metres } : null
}
